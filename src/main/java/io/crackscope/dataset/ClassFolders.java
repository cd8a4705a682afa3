package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the class folder that a file lies in; remembers what it looked up for one scan. */
final class ClassFolders {
    private final Map<Path, Optional<Label>> labels = new HashMap<>();
    private final Map<Path, Set<String>> names = new HashMap<>();

    /** The file with the class of the nearest class folder between it and {@code root}, {@code root} included. */
    Optional<LabelledFile> of(Path root, Path file) {
        for (Path folder = file.getParent(); folder != null && folder.startsWith(root); folder = folder.getParent()) {
            Path candidate = folder;
            Optional<Label> label = labels.computeIfAbsent(folder, this::label);
            if (label.isPresent()) {
                Path parent = candidate.getParent() == null ? candidate : candidate.getParent();
                Path source =
                        parent.resolve(candidate.relativize(file.getParent())).normalize();
                return Optional.of(new LabelledFile(file, label.get(), candidate, source, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private Optional<Label> label(Path folder) {
        Path name = folder.getFileName();
        return name == null
                ? Optional.empty()
                : LabelWords.ofFolder(name.toString(), sibling -> beside(folder).contains(sibling));
    }

    private Set<String> beside(Path folder) {
        Path parent = folder.getParent();
        return parent == null ? Set.of() : names.computeIfAbsent(parent, ClassFolders::folderNames);
    }

    private static Set<String> folderNames(Path parent) {
        Set<String> found = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, Files::isDirectory)) {
            entries.forEach(
                    entry -> found.add(LabelWords.simplified(entry.getFileName().toString())));
        } catch (IOException | DirectoryIteratorException e) {
            // a parent that cannot be listed has no siblings that can be known
            return Set.of();
        }
        return found;
    }
}

package io.crackscope.project;

import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for photos that are not where they were. Only files of the same size are looked at. Where a photo's SHA-256 is
 * known its content decides, whatever the file is called now; else its name does, and among several of that name the one
 * whose folders are called most like before.
 */
final class Relocator {
    private final ProgressListener progress;
    private final Cancellation cancellation;
    private final Map<Path, String> digests = new HashMap<>();

    Relocator(ProgressListener progress, Cancellation cancellation) {
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** The new places of those {@code missing} photos that lie in {@code folder} or below, none of them in {@code taken}. */
    Map<ProjectPhoto, Path> find(List<ProjectPhoto> missing, Set<Path> taken, Path folder) {
        Map<Long, List<Path>> candidates = candidates(
                missing.stream().map(ProjectPhoto::bytes).collect(Collectors.toSet()), folder.toAbsolutePath());
        Set<Path> used = new HashSet<>(taken);
        Map<ProjectPhoto, Path> found = new LinkedHashMap<>();
        // Those that content proves choose first, so that no guess takes their file.
        List<ProjectPhoto> order = missing.stream()
                .sorted(Comparator.comparing(photo -> photo.sha256().isEmpty()))
                .toList();
        int done = 0;
        for (ProjectPhoto photo : order) {
            cancellation.throwIfCancelled();
            progress.progress(done++, order.size());
            List<Path> free = candidates.getOrDefault(photo.bytes(), List.of()).stream()
                    .filter(file -> !used.contains(file))
                    .sorted(Comparator.comparingInt((Path file) -> -likeness(file, photo.file())))
                    .toList();
            choose(photo, free).ifPresent(file -> {
                used.add(file);
                found.put(photo, file);
            });
        }
        progress.progress(order.size(), order.size());
        return found;
    }

    private Optional<Path> choose(ProjectPhoto photo, List<Path> free) {
        if (photo.sha256().isPresent()) {
            return free.stream()
                    .filter(file -> digest(file).equals(photo.sha256()))
                    .findFirst();
        }
        return free.stream().filter(file -> likeness(file, photo.file()) > 0).findFirst();
    }

    private Optional<String> digest(Path file) {
        String digest = digests.computeIfAbsent(file, this::read);
        return digest.isEmpty() ? Optional.empty() : Optional.of(digest);
    }

    /** Empty where it cannot be read. */
    private String read(Path file) {
        try {
            return Digests.sha256(file, cancellation);
        } catch (IOException e) {
            return "";
        }
    }

    /** How many names at the end are the same: 0 for another file name. */
    private static int likeness(Path one, Path other) {
        int same = 0;
        while (same < Math.min(one.getNameCount(), other.getNameCount())
                && name(one, same).equals(name(other, same))) {
            same++;
        }
        return same;
    }

    /** Systems differ in case and in how they compose an umlaut. */
    private static String name(Path path, int fromEnd) {
        String name = path.getName(path.getNameCount() - 1 - fromEnd).toString();
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private Map<Long, List<Path>> candidates(Set<Long> sizes, Path folder) {
        Map<Long, List<Path>> candidates = new HashMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    cancellation.throwIfCancelled();
                    if (attributes.isRegularFile() && sizes.contains(attributes.size())) {
                        candidates
                                .computeIfAbsent(attributes.size(), size -> new ArrayList<>())
                                .add(file.normalize());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // A folder that may not be read hides what it holds; the others are searched.
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        candidates.values().forEach(files -> files.sort(Comparator.naturalOrder()));
        return candidates;
    }
}

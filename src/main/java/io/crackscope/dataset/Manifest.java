package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A table of labelled files: CSV in UTF-8 with a header naming a column {@code path} (or {@code file}, {@code image}),
 * a column {@code label} (or {@code class}, {@code crack}) and, where images show the same scene, {@code group}. Paths
 * are relative to the manifest's folder.
 */
final class Manifest {
    private static final Set<String> NAMES = Set.of("labels.csv", "manifest.csv");
    private static final Set<String> PATH = Set.of("path", "file", "image");
    private static final Set<String> LABEL = Set.of("label", "class", "crack");
    private static final Set<String> GROUP = Set.of("group");

    private Manifest() {}

    /** The manifest that stands for {@code data}: itself if it ends in .csv, or the one of its folder. */
    static Optional<Path> of(Path data) {
        if (data.getFileName() != null
                && data.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return Optional.of(data);
        }
        return NAMES.stream()
                .sorted()
                .map(data::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * The rows of a manifest.
     *
     * @throws DatasetException if it cannot be read or a line makes no sense
     */
    static List<LabelledFile> read(Path manifest) {
        Path folder = manifest.toAbsolutePath().getParent();
        List<Csv.Line> lines = Csv.read(manifest, text(manifest));
        if (lines.isEmpty()) {
            throw new DatasetException(manifest, "no header", "The first line must name the columns: path,label.");
        }
        List<String> header = lines.getFirst().cells();
        int path = column(manifest, header, PATH, "path");
        int label = column(manifest, header, LABEL, "label");
        int group = find(manifest, header, GROUP);
        List<LabelledFile> rows = new ArrayList<>();
        for (Csv.Line line : lines.subList(1, lines.size())) {
            if (line.cells().size() != header.size()) {
                throw problem(
                        manifest,
                        line,
                        line.cells().size() + " columns instead of " + header.size(),
                        "Give each line as many columns as the header.");
            }
            String word = line.cells().get(label).strip();
            Label meaning = LabelWords.ofCell(word)
                    .orElseThrow(() -> problem(
                            manifest, line, "\"" + word + "\" is no class", "Use crack or no_crack, or 1 or 0."));
            Path file = resolve(manifest, line, folder, line.cells().get(path).strip());
            Optional<String> named = group < 0
                    ? Optional.empty()
                    : Optional.of(line.cells().get(group).strip()).filter(name -> !name.isEmpty());
            rows.add(new LabelledFile(file, meaning, folder, folder, named));
        }
        return rows;
    }

    private static String text(Path manifest) {
        try {
            return Files.readString(manifest);
        } catch (CharacterCodingException e) {
            throw new DatasetException(manifest, "not UTF-8 text", "Save it as CSV in UTF-8.", e);
        } catch (IOException e) {
            throw new DatasetException(manifest, "cannot be read: " + e.getMessage(), "Check path and rights.", e);
        }
    }

    private static Path resolve(Path manifest, Csv.Line line, Path folder, String path) {
        if (path.isEmpty()) {
            throw problem(manifest, line, "no path", "Name the image file.");
        }
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw problem(manifest, line, "\"" + path + "\" is no path", "Name the image file.");
        }
    }

    private static int column(Path manifest, List<String> header, Set<String> names, String name) {
        int column = find(manifest, header, names);
        if (column < 0) {
            throw new DatasetException(
                    manifest,
                    "line 1: no column " + name + " among " + header,
                    "The first line must name the columns, such as path,label.");
        }
        return column;
    }

    private static int find(Path manifest, List<String> header, Set<String> names) {
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                if (found >= 0) {
                    throw new DatasetException(
                            manifest,
                            "line 1: columns " + header.get(found) + " and " + header.get(i) + " mean the same",
                            "Keep one of them.");
                }
                found = i;
            }
        }
        return found;
    }

    private static DatasetException problem(Path manifest, Csv.Line line, String problem, String remedy) {
        return new DatasetException(manifest, "line " + line.number() + ": " + problem, remedy);
    }
}

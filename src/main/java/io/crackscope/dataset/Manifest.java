package io.crackscope.dataset;

import io.crackscope.dataset.DatasetException.Problem;
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
import java.util.stream.IntStream;

/**
 * A table of labelled files: CSV in UTF-8 with a header naming a column {@code path} (or {@code file}, {@code image}),
 * a column {@code label} (or {@code class}, {@code crack}) and, where images show the same scene, {@code group}, where
 * they are split already, {@code part} (or {@code split}, {@code subset}). Such a column counts only where all its words mean
 * parts and there is one: it may be about parts of a bridge. Of several that count the first in that order does. Paths are relative to the manifest's folder.
 */
final class Manifest {
    private static final Set<String> NAMES = Set.of("labels.csv", "manifest.csv");
    private static final Set<String> PATH = Set.of("path", "file", "image");
    private static final Set<String> LABEL = Set.of("label", "class", "crack");
    private static final Set<String> GROUP = Set.of("group");
    private static final List<String> PART = List.of("part", "split", "subset");

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
     * A line of a manifest.
     *
     * @param file absolute path
     * @param label what it shows; empty where the cell is empty
     * @param folder the manifest's
     * @param group images that show the same scene
     * @param part the part of a split
     * @param line where it stands, the first being 1
     */
    record Row(Path file, Optional<Label> label, Path folder, Optional<String> group, Optional<Part> part, int line) {}

    /**
     * The labelled files of a manifest.
     *
     * @throws DatasetException if it cannot be read, a line makes no sense or has no label
     */
    static List<LabelledFile> read(Path manifest) {
        return rows(manifest).stream()
                .map(row -> new LabelledFile(
                        row.file(),
                        row.label().orElseThrow(() -> new DatasetException(manifest, Problem.NO_CLASS, row.line(), "")),
                        row.folder(),
                        row.folder(),
                        row.group()))
                .toList();
    }

    /**
     * The rows of a manifest; a label may be missing.
     *
     * @throws DatasetException if it cannot be read or a line makes no sense
     */
    static List<Row> rows(Path manifest) {
        Path folder = manifest.toAbsolutePath().getParent();
        List<Csv.Line> lines = Csv.read(manifest, text(manifest));
        if (lines.isEmpty()) {
            throw new DatasetException(manifest, Problem.NO_HEADER);
        }
        List<String> header = lines.getFirst().cells();
        int path = column(manifest, header, PATH, "path");
        int label = column(manifest, header, LABEL, "label");
        int group = find(manifest, header, GROUP);
        int part = partColumn(lines);
        List<Row> rows = new ArrayList<>();
        for (Csv.Line line : lines.subList(1, lines.size())) {
            if (line.cells().size() != header.size()) {
                throw new DatasetException(
                        manifest,
                        Problem.COLUMN_COUNT,
                        line.number(),
                        line.cells().size(),
                        header.size());
            }
            String word = line.cells().get(label).strip();
            Optional<Label> meaning = LabelWords.ofCell(word);
            if (meaning.isEmpty() && !word.isEmpty()) {
                throw new DatasetException(manifest, Problem.NO_CLASS, line.number(), word);
            }
            rows.add(new Row(
                    resolve(manifest, line, folder, line.cells().get(path).strip()),
                    meaning,
                    folder,
                    cell(line, group),
                    cell(line, part).flatMap(Part::ofName),
                    line.number()));
        }
        return rows;
    }

    private static int partColumn(List<Csv.Line> lines) {
        List<String> header = lines.getFirst().cells();
        return PART.stream()
                .flatMapToInt(name -> IntStream.range(0, header.size())
                        .filter(column -> header.get(column).strip().equalsIgnoreCase(name)))
                .filter(column -> tellsParts(lines, column))
                .findFirst()
                .orElse(-1);
    }

    private static boolean tellsParts(List<Csv.Line> lines, int column) {
        int columns = lines.getFirst().cells().size();
        List<String> words = lines.stream()
                .skip(1)
                .filter(line -> line.cells().size() == columns)
                .flatMap(line -> cell(line, column).stream())
                .toList();
        return !words.isEmpty()
                && words.stream().allMatch(word -> Part.ofName(word).isPresent());
    }

    private static Optional<String> cell(Csv.Line line, int column) {
        return column < 0
                ? Optional.empty()
                : Optional.of(line.cells().get(column).strip()).filter(text -> !text.isEmpty());
    }

    private static String text(Path manifest) {
        try {
            return Files.readString(manifest);
        } catch (CharacterCodingException e) {
            throw new DatasetException(manifest, Problem.NOT_UTF8, e);
        } catch (IOException e) {
            throw new DatasetException(manifest, Problem.UNREADABLE, e);
        }
    }

    private static Path resolve(Path manifest, Csv.Line line, Path folder, String path) {
        if (path.isEmpty()) {
            throw new DatasetException(manifest, Problem.NO_PATH, line.number(), path);
        }
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new DatasetException(manifest, Problem.NO_PATH, line.number(), path);
        }
    }

    private static int column(Path manifest, List<String> header, Set<String> names, String name) {
        int column = find(manifest, header, names);
        if (column < 0) {
            throw new DatasetException(manifest, Problem.NO_COLUMN, name, String.join(",", header));
        }
        return column;
    }

    private static int find(Path manifest, List<String> header, Set<String> names) {
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                if (found >= 0) {
                    throw new DatasetException(manifest, Problem.SAME_COLUMNS, header.get(found), header.get(i));
                }
                found = i;
            }
        }
        return found;
    }
}

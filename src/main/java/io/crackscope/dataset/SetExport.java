package io.crackscope.dataset;

import io.crackscope.dataset.DatasetException.Problem;
import io.crackscope.domain.Label;
import io.crackscope.work.AtomicFile;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a data set, with the labels of now, so that other programs can use it. Excluded images are left out. */
public final class SetExport {
    private SetExport() {}

    /**
     * What came of it.
     *
     * @param images how many images were written
     * @param leftOut files of others, which cannot be read
     */
    public record Written(int images, List<Path> leftOut) {
        public Written {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** A name for the table of {@code source}: none that makes it stand for the folder it lies in. */
    public static String fileName(DataSource source) {
        String name = source.name();
        String stem = source.isTable() ? name.substring(0, name.length() - ".csv".length()) : name;
        // the name of a whole drive is no part of a name
        return stem.replaceAll("[\\\\/:]", "") + "-export.csv";
    }

    /**
     * Writes a table with the columns path, label, group and part, replacing {@code file} in one step. Paths are relative to
     * its folder where both are on one drive.
     *
     * @throws DatasetException if it cannot be written
     */
    public static Written toCsv(ImageTable table, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        StringBuilder text = new StringBuilder("path,label,group,part\n");
        int images = 0;
        for (int i = 0; i < table.size(); i++) {
            ImageState state = table.state(i);
            if (!state.excluded()) {
                text.append(cell(ImageTable.relative(folder, table.image(i).file())))
                        .append(',')
                        .append(state.label().map(Label::word).orElse(""))
                        .append(',')
                        .append(cell(table.group(i).orElse("")))
                        .append(',')
                        .append(state.part().map(Part::word).orElse(""))
                        .append('\n');
                images++;
            }
        }
        try {
            AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DatasetException(file, Problem.NOT_WRITTEN, e);
        }
        return new Written(images, List.of());
    }

    private static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Copies the labelled images into class folders {@code crack} and {@code no_crack} in {@code folder}, which must be empty
     * or missing; where images are in parts, into class folders of a folder for each part. Files that cannot be opened are
     * left out. What was copied when it is cancelled stays.
     *
     * @throws DatasetException if the folder is not empty, or cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Written toClassFolders(
            ImageTable table, Path folder, ProgressListener progress, Cancellation cancellation) {
        try {
            checkEmpty(folder);
            boolean split = false;
            for (int i = 0; i < table.size() && !split; i++) {
                split = table.state(i).isUsable() && table.state(i).part().isPresent();
            }
            Map<Path, Set<String>> names = new HashMap<>();
            int copied = 0;
            List<Path> leftOut = new ArrayList<>();
            for (int i = 0; i < table.size(); i++) {
                cancellation.throwIfCancelled();
                ImageState state = table.state(i);
                Optional<Label> label = state.label();
                if (state.isUsable() && label.isPresent()) {
                    Path part =
                            split ? folder.resolve(state.part().map(Part::word).orElse("no_part")) : folder;
                    Path target = part.resolve(label.get().word());
                    Files.createDirectories(target);
                    String name = free(names.computeIfAbsent(target, key -> new HashSet<>()), table, i);
                    if (copy(table.image(i).file(), target.resolve(name))) {
                        copied++;
                    } else {
                        leftOut.add(table.image(i).file());
                    }
                }
                progress.progress(i + 1L, table.size());
            }
            return new Written(copied, leftOut);
        } catch (IOException e) {
            throw new DatasetException(folder, Problem.COPY_BROKE_OFF, e);
        }
    }

    /** Whether {@code image} can be read; a target that cannot be written is thrown. */
    private static boolean copy(Path image, Path target) throws IOException {
        InputStream opened;
        try {
            opened = Files.newInputStream(image);
        } catch (IOException e) {
            return false;
        }
        try (opened) {
            Files.copy(opened, target);
            return true;
        }
    }

    private static void checkEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new DatasetException(folder, Problem.FOLDER_NOT_EMPTY);
                }
            }
        }
    }

    /** The file's name, or its whole path where another file is called so. */
    private static String free(Set<String> taken, ImageTable table, int number) {
        String name = table.image(number).name();
        if (!taken.add(name.toLowerCase(java.util.Locale.ROOT))) {
            name = table.path(number).replace("../", "").replace('/', '_').replace(':', '_');
            for (int i = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
                name = i + "_"
                        + table.path(number)
                                .replace("../", "")
                                .replace('/', '_')
                                .replace(':', '_');
            }
        }
        return name;
    }
}

package io.crackscope.dataset;

import io.crackscope.imaging.PhotoFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a data set is made of: a folder with all that lies in it, some folders or photos in it, or a CSV file.
 *
 * @param place the folder or CSV file that gives the data set its name; absolute
 * @param roots what is taken: {@code place} itself, or paths directly in it
 */
public record DataSource(Path place, List<Path> roots) {
    public DataSource {
        roots = List.copyOf(roots);
    }

    /** All of a folder or CSV file. */
    public static DataSource of(Path place) {
        Path absolute = place.toAbsolutePath().normalize();
        return new DataSource(absolute, List.of(absolute));
    }

    /**
     * The data sets that someone means by dropping {@code paths} at once: every folder and CSV file is one of its own, but
     * class folders side by side, and photos of one folder, are one together.
     */
    public static List<DataSource> ofDropped(List<Path> paths) {
        List<DataSource> sources = new ArrayList<>();
        Map<Path, List<Path>> together = new LinkedHashMap<>();
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            Path parent = absolute.getParent();
            if (parent != null && (isClassFolder(absolute) || isPhoto(absolute))) {
                together.computeIfAbsent(parent, key -> new ArrayList<>()).add(absolute);
            } else {
                sources.add(of(absolute));
            }
        }
        together.forEach((parent, some) -> sources.add(
                some.size() == 1 && Files.isDirectory(some.getFirst())
                        ? of(some.getFirst())
                        : new DataSource(parent, some)));
        return sources;
    }

    private static boolean isClassFolder(Path path) {
        Path parent = path.getParent();
        return Files.isDirectory(path)
                && parent != null
                && path.getFileName() != null
                && LabelWords.ofFolder(
                                path.getFileName().toString(), sibling -> Files.isDirectory(parent.resolve(sibling)))
                        .isPresent();
    }

    private static boolean isPhoto(Path path) {
        return Files.isRegularFile(path)
                && PhotoFiles.isCandidate(path.getFileName().toString());
    }

    /** Whether a table says which images there are. */
    public boolean isTable() {
        return place.getFileName() != null
                && place.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** The folder that paths are told relative to. */
    public Path folder() {
        Path parent = place.getParent();
        return isTable() && parent != null ? parent : place;
    }

    /** The last name of the place. */
    public String name() {
        return place.getFileName() == null
                ? place.toString()
                : place.getFileName().toString();
    }
}

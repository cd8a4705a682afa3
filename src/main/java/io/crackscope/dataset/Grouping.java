package io.crackscope.dataset;

import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rule of grouping fits a class folder, by the names of most of its files, and the group that a name tells.
 * Group ids are {@code source/unit}; the source is the last two names of the folder, the unit a photo, a run of
 * numbers or a file.
 *
 * <p><b>Photo ids</b>, SDNET2018: {@code 7069-101.jpg} is tile 101 of photo 7069. Ids of different structures are kept
 * apart by their folder; both classes of a structure share it.
 *
 * <p><b>Number runs</b>, METU positives: cut in photo order, so neighbours show the same wall. Measured on
 * ../shared/data: the median colour difference of two positives is 10 at 4 numbers apart, 22 at 17, 26 at 100 and 29
 * for random pairs. So the resemblance ends after some 30 numbers, and blocks of {@value #BLOCK} leave a seventh of
 * the tiles that near to a border while 20,000 positives still make 80 groups. Numbers that say nothing, as METU's
 * shuffled negatives, show no such rise and are told by that: the rule needs neighbours that are clearly more alike
 * than random pairs.
 */
final class Grouping {
    /** Consecutive numbers in a group. */
    static final int BLOCK = 250;

    private static final int FEWEST_FOR_RUNS = 2 * BLOCK;
    private static final double MOST = 0.8;
    private static final double ALIKE = 0.7;
    private static final int PROBES = 150;
    private static final Pattern PHOTO_TILE = Pattern.compile("([0-9]{3,5})-[0-9]{1,3}(?:_[0-9]+)?");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{3,7})(?:_[0-9]+)?");

    private final Map<Path, String> sources = new HashMap<>();
    private final Function<Path, Optional<Picture>> pictures;

    /** {@code pictures} decodes a file, or gives nothing where it cannot. */
    Grouping(Function<Path, Optional<Picture>> pictures) {
        this.pictures = pictures;
    }

    /**
     * The groups of the files of one class folder, in the same order; empty where only looks can tell.
     */
    List<Optional<String>> groups(List<? extends PlacedFile> files) {
        boolean photos = most(files, PHOTO_TILE);
        boolean runs = !photos && files.size() >= FEWEST_FOR_RUNS && most(files, NUMBER) && neighboursAreAlike(files);
        List<Optional<String>> groups = new ArrayList<>(files.size());
        for (PlacedFile file : files) {
            if (file.group().isPresent()) {
                groups.add(Optional.of(
                        source(file.source()) + "/" + file.group().get().replace('/', '_')));
            } else if (photos) {
                groups.add(match(PHOTO_TILE, file).map(id -> source(file.source()) + "/" + id));
            } else if (runs) {
                groups.add(match(NUMBER, file).map(number -> run(file, Integer.parseInt(number))));
            } else {
                groups.add(Optional.empty());
            }
        }
        return groups;
    }

    private String run(PlacedFile file, int number) {
        int from = number / BLOCK * BLOCK;
        return "%s/%05d-%05d".formatted(source(file.folder()), from, from + BLOCK - 1);
    }

    /** A short name of a folder, unique among those asked for. */
    String source(Path folder) {
        String known = sources.get(folder);
        if (known != null) {
            return known;
        }
        int names = folder.getNameCount();
        String name = names == 0
                ? "data"
                : folder.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
        String unique = name;
        for (int i = 2; sources.containsValue(unique); i++) {
            unique = name + " (" + i + ")";
        }
        sources.put(folder, unique);
        return unique;
    }

    private static boolean most(List<? extends PlacedFile> files, Pattern pattern) {
        long matching =
                files.stream().filter(file -> match(pattern, file).isPresent()).count();
        return matching >= MOST * files.size();
    }

    private static Optional<String> match(Pattern pattern, PlacedFile file) {
        Matcher matcher = pattern.matcher(file.stem());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private boolean neighboursAreAlike(List<? extends PlacedFile> files) {
        List<? extends PlacedFile> numbered = files.stream()
                .filter(file -> match(NUMBER, file).isPresent())
                .sorted(Comparator.comparingInt(
                        file -> Integer.parseInt(match(NUMBER, file).orElseThrow())))
                .toList();
        Map<Path, Optional<double[]>> colours = new HashMap<>();
        Random random = new Random(numbered.size());
        List<Double> near = new ArrayList<>();
        List<Double> far = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            int at = random.nextInt(numbered.size() - 1);
            difference(colours, numbered.get(at), numbered.get(at + 1)).ifPresent(near::add);
            int other = random.nextInt(numbered.size());
            difference(colours, numbered.get(at), numbered.get(other)).ifPresent(far::add);
        }
        return near.size() > PROBES / 2 && far.size() > PROBES / 2 && median(near) < ALIKE * median(far);
    }

    private Optional<Double> difference(Map<Path, Optional<double[]>> colours, PlacedFile a, PlacedFile b) {
        Optional<double[]> one = colours.computeIfAbsent(a.file(), this::colour);
        Optional<double[]> two = colours.computeIfAbsent(b.file(), this::colour);
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += Math.pow(one.get()[c] - two.get()[c], 2);
        }
        return Optional.of(Math.sqrt(sum));
    }

    private Optional<double[]> colour(Path file) {
        return pictures.apply(file).map(picture -> {
            byte[] mean = Pictures.resize(picture, 1, 1).rgb();
            return new double[] {mean[0] & 0xff, mean[1] & 0xff, mean[2] & 0xff};
        });
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}

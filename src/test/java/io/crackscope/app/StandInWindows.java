package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Windows of photos of which only tiles are there: sixteen tiles of one photo drawn at random, all labelled clean, or three
 * of them cracked (the cracked windows of the whole photos hold six labelled tiles in the median). Which tiles show their
 * crack two judges said who saw neither label nor answer ({@code tile-judgements.csv}, how in {@code
 * src/site/data-audit.md}): of the tiles labelled cracked those take part in which at least one saw a crack, of those
 * labelled clean the others.
 *
 * <p>Such tiles neither overlap nor lie side by side. What linking adds to the mean of the two most probable tiles is
 * measured on whole photos and added here.
 */
final class StandInWindows {
    private static final int WINDOWS = 40;
    private static final int TILES = JudgedWindow.SIDE * JudgedWindow.SIDE;
    private static final int CRACKED_TILES = 3;
    private static final int FEWEST_CRACKED = 2;
    private static final int FEWEST_CLEAN = 8;
    private static final String CRACKED = "Cracked";
    private static final String CLEAN = "Non-cracked";

    private final Path tiles;
    private final CrackClassifier classifier;
    private final Map<Boolean, Double> added;
    private final int overlapping;

    /**
     * @param tiles the folder of SDNET2018
     * @param classifier of a model without photo calibration
     * @param whole the windows of whole photos on which the difference is measured
     */
    StandInWindows(Path tiles, CrackClassifier classifier, List<JudgedWindow> whole) {
        this.tiles = tiles;
        this.classifier = classifier;
        this.added = whole.stream()
                .collect(Collectors.partitioningBy(
                        JudgedWindow::crack,
                        Collectors.collectingAndThen(
                                Collectors.mapping(w -> w.logOdds() - w.twoHighest(), Collectors.toList()),
                                StandInWindows::median)));
        this.overlapping = whole.getFirst().tiles();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The windows of all photos of a part of the split, {@code validation} or {@code test}. */
    List<JudgedWindow> of(String part) throws IOException {
        Map<String, List<String[]>> judged;
        try (InputStream in = StandInWindows.class.getResourceAsStream("tile-judgements.csv")) {
            judged = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(part))
                    .collect(Collectors.groupingBy(cells -> photo(cells[1]), TreeMap::new, Collectors.toList()));
        }
        List<JudgedWindow> windows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (Map.Entry<String, List<String[]>> photo : judged.entrySet()) {
            Set<String> seen = photo.getValue().stream()
                    .filter(cells -> cells[2].equals("crack") || cells[3].equals("crack"))
                    .map(cells -> cells[1])
                    .collect(Collectors.toSet());
            List<String> cracked = seen.stream()
                    .filter(tile -> tile.contains("/" + CRACKED + "/"))
                    .sorted()
                    .toList();
            List<String> clean = cleanTiles(photo.getKey()).stream()
                    .filter(tile -> !seen.contains(tile))
                    .toList();
            double[] cleanOdds = logOdds(clean);
            double[] crackOdds = logOdds(cracked);
            for (int i = 0; i < WINDOWS && clean.size() >= FEWEST_CLEAN; i++) {
                windows.add(window(photo.getKey(), drawn(cleanOdds, TILES, random), false));
                if (cracked.size() >= FEWEST_CRACKED) {
                    double[] some = drawn(cleanOdds, TILES, random);
                    System.arraycopy(drawn(crackOdds, CRACKED_TILES, random), 0, some, 0, CRACKED_TILES);
                    windows.add(window(photo.getKey(), some, true));
                }
            }
        }
        return windows;
    }

    private JudgedWindow window(String photo, double[] logOdds, boolean crack) {
        double two = JudgedWindow.twoHighest(logOdds);
        return new JudgedWindow(photo, two + added.get(crack), overlapping, two, crack, true);
    }

    /** Drawn without putting back as long as there are any. */
    private static double[] drawn(double[] from, int count, SplittableRandom random) {
        double[] bag = from.clone();
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            int left = bag.length - i % bag.length;
            int j = random.nextInt(left);
            drawn[i] = bag[j];
            bag[j] = bag[left - 1];
            bag[left - 1] = drawn[i];
        }
        return drawn;
    }

    /** {@code Walls/7073} of {@code Walls/Cracked/7073-12.jpg}. */
    private static String photo(String tile) {
        String[] names = tile.split("/");
        return names[0] + "/" + names[2].substring(0, names[2].indexOf('-'));
    }

    private List<String> cleanTiles(String photo) throws IOException {
        String[] names = photo.split("/");
        String folder = names[0] + "/" + CLEAN + "/";
        try (Stream<Path> files = Files.list(tiles.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(names[1] + "-"))
                    .sorted()
                    .map(name -> folder + name)
                    .toList();
        }
    }

    private double[] logOdds(List<String> names) {
        List<Picture> pictures = names.stream()
                .map(name -> ((PhotoReading.Decoded) new ImageIoPhotoReader().read(tiles.resolve(name), Long.MAX_VALUE))
                        .picture())
                .toList();
        return Arrays.stream(classifier.classify(pictures))
                .map(SiteWindows::logOdds)
                .toArray();
    }
}

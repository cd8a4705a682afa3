package io.crackscope.app;

import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.PhotoThresholds;
import io.crackscope.evaluation.PlattScaling;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fits the photo calibration (Platt scaling) and fixes the photo thresholds of the shipped model on windows of 1024 x 1024 pixels of the nine whole site photos, none of
 * which took part in training, and writes them into the model file:
 *
 * <pre>
 * mvn -q test-compile exec:exec@photo-thresholds
 * </pre>
 *
 * <p>Rule: at most 5 % of the windows with a tile labelled cracked are called "no crack", at most 5 % of the others
 * "crack". Pavements/015 is left out: none of its tiles is labelled and it shows a crack.
 *
 * <p>Arguments: the folder of the photos with tiles.csv, and the model file.
 */
public final class PhotoThresholdFitting {
    private static final int TILE = 256;
    private static final int SIDE = 4;
    private static final double MOST_MISSED = 0.05;
    private static final double MOST_FALSE = 0.05;
    private static final String WRONGLY_LABELLED = "Pavements/015";

    private PhotoThresholdFitting() {}

    private record Window(Picture picture, boolean crack) {}

    public static void main(String[] arguments) throws IOException {
        Path photos = Path.of(arguments[0]);
        Path modelFile = Path.of(arguments[1]);
        StoredModel model = ModelFile.read(modelFile);
        List<Window> windows = new ArrayList<>();
        for (String line :
                Files.readAllLines(photos.resolve("tiles.csv")).stream().skip(1).toList()) {
            if (!line.startsWith(WRONGLY_LABELLED)) {
                windows.addAll(windows(photos, line.split(",", -1)));
            }
        }
        double[] probabilities = new double[windows.size()];
        boolean[] crack = new boolean[windows.size()];
        StoredModel plain =
                model.with(model.description().with(PhotoCalibration.NONE, new VerdictThresholds(0.5, 0.5)));
        try (CrackClassifier classifier = new OnnxClassifier(plain, 2)) {
            for (int i = 0; i < crack.length; i++) {
                probabilities[i] = probability(classifier, windows.get(i).picture());
                crack[i] = windows.get(i).crack();
            }
        }
        double[] logOdds =
                Arrays.stream(probabilities).map(p -> Math.log(p / (1 - p))).toArray();
        PhotoCalibration calibration = PlattScaling.fit(logOdds, crack);
        Arrays.setAll(probabilities, i -> calibration.probability(logOdds[i]));
        VerdictThresholds chosen = PhotoThresholds.choose(probabilities, crack, MOST_MISSED, MOST_FALSE);
        ModelFile.write(modelFile, model.with(model.description().with(calibration, chosen)));
        System.out.printf(
                Locale.ROOT, "photo log-odds = %.3f * linked %+.3f%n", calibration.slope(), calibration.offset());
        System.out.printf(
                Locale.ROOT,
                "no crack < %.3f <= uncertain < %.3f <= crack%n",
                chosen.uncertainFrom(),
                chosen.crackFrom());
        for (boolean truth : new boolean[] {true, false}) {
            for (Verdict verdict : Verdict.values()) {
                long count = 0;
                for (int i = 0; i < crack.length; i++) {
                    count += crack[i] == truth && chosen.verdict(probabilities[i]) == verdict ? 1 : 0;
                }
                System.out.printf(
                        "windows %s a labelled tile called %s: %d%n",
                        truth ? "with" : "without", verdict.word(), count);
            }
        }
    }

    private static List<Window> windows(Path photos, String[] row) {
        int columns = Integer.parseInt(row[1]);
        int rows = Integer.parseInt(row[2]);
        Set<Integer> cracked = Arrays.stream(row[3].trim().split(" "))
                .filter(word -> !word.isEmpty())
                .map(Integer::parseInt)
                .collect(Collectors.toSet());
        Path file = photos.resolve(row[0]);
        Picture photo = ((PhotoReading.Decoded) new ImageIoPhotoReader().read(file, Long.MAX_VALUE)).picture();
        List<Window> windows = new ArrayList<>();
        for (int y = 0; y + SIDE <= rows; y += SIDE) {
            for (int x = 0; x + SIDE <= columns; x += SIDE) {
                boolean crack = false;
                for (int i = 0; i < SIDE * SIDE; i++) {
                    crack |= cracked.contains((y + i / SIDE) * columns + x + i % SIDE + 1);
                }
                Picture window = photo.region(x * TILE, y * TILE, SIDE * TILE, SIDE * TILE);
                windows.add(new Window(window, crack));
            }
        }
        return windows;
    }

    private static double probability(CrackClassifier classifier, Picture window) {
        var facts = new io.crackscope.domain.PhotoFacts(
                window.width(),
                window.height(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.empty());
        InspectionOutcome outcome = new TiledPhotoInspector(
                        (file, most) -> new PhotoReading.Decoded(window, facts, 1), classifier)
                .inspect(Path.of("window"), new Cancellation());
        return ((InspectionOutcome.Inspected) outcome).probability();
    }
}

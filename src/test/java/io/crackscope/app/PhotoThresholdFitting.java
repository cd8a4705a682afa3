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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fits the photo calibration (Platt scaling) and fixes the photo thresholds of the shipped model on windows of 1024 x 1024
 * pixels of the nine whole site photos, none of which took part in training, and writes them into the model file:
 *
 * <pre>
 * mvn -q test-compile exec:exec@photo-thresholds -Dphotos=../shared/data/photos -Dmodel=FILE
 * </pre>
 *
 * <p>Rule: at most 5 % of the windows with two or more tiles labelled cracked are called "no crack", at most 5 % of those
 * without any "crack". Windows with a single labelled tile are left out: most often a crack's end in a corner, or a tile
 * that shows nothing. Pavements/015 is left out: none of its tiles is labelled and it shows a crack. Left out too are
 * labelled windows in which two judges, without knowing label or answer, both saw no crack ({@code window-judgements.csv},
 * how in {@code src/site/data-audit.md}): a threshold that must find what nobody sees makes every photo uncertain. The
 * counts are printed with them as well.
 *
 * <p>The same windows cannot test what they fixed. So each photo is also judged with a calibration and thresholds fitted on
 * the other photos only; those counts are the honest ones, and they are printed too.
 *
 * <p>Arguments: the folder of the photos with tiles.csv, and the model file.
 */
public final class PhotoThresholdFitting {
    private static final int TILE = 256;
    private static final int SIDE = 4;
    private static final int STEP = 2;
    private static final int FEWEST_LABELLED = 2;
    private static final double MOST_MISSED = 0.05;
    private static final double MOST_FALSE = 0.05;
    private static final String WRONGLY_LABELLED = "Pavements/015";

    private PhotoThresholdFitting() {}

    /** A window of a photo, the linked log-odds of its tiles, whether it is labelled cracked and if so, whether one sees it. */
    private record Window(String photo, double logOdds, boolean crack, boolean visible) {
        boolean isClear() {
            return visible || !crack;
        }
    }

    /** What is fitted. */
    private record Fit(PhotoCalibration calibration, VerdictThresholds thresholds) {
        static Fit of(List<Window> all) {
            List<Window> windows = all.stream().filter(Window::isClear).toList();
            boolean[] crack = new boolean[windows.size()];
            for (int i = 0; i < crack.length; i++) {
                crack[i] = windows.get(i).crack();
            }
            double[] logOdds = windows.stream().mapToDouble(Window::logOdds).toArray();
            PhotoCalibration calibration = PlattScaling.fit(logOdds, crack);
            double[] probabilities =
                    Arrays.stream(logOdds).map(calibration::probability).toArray();
            return new Fit(calibration, PhotoThresholds.choose(probabilities, crack, MOST_MISSED, MOST_FALSE));
        }

        Verdict verdict(Window window) {
            return thresholds.verdict(calibration.probability(window.logOdds()));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path photos = Path.of(arguments[0]);
        Path modelFile = Path.of(arguments[1]);
        StoredModel model = ModelFile.read(modelFile);
        StoredModel plain =
                model.with(model.description().with(PhotoCalibration.NONE, new VerdictThresholds(0.5, 0.5)));
        Set<String> unseen = unseen();
        List<Window> windows = new ArrayList<>();
        try (CrackClassifier classifier = new OnnxClassifier(plain, 2)) {
            for (String line : Files.readAllLines(photos.resolve("tiles.csv")).stream()
                    .skip(1)
                    .toList()) {
                if (!line.startsWith(WRONGLY_LABELLED)) {
                    windows.addAll(windows(photos, line.split(",", -1), unseen, classifier));
                }
            }
        }
        Fit fit = Fit.of(windows);
        ModelFile.write(modelFile, model.with(model.description().with(fit.calibration(), fit.thresholds())));
        print(
                "photo log-odds = %.3f * linked %+.3f",
                fit.calibration().slope(), fit.calibration().offset());
        print(
                "no crack < %.3f <= uncertain < %.3f <= crack",
                fit.thresholds().uncertainFrom(), fit.thresholds().crackFrom());
        print("the windows that fixed this:");
        List<Window> clear = windows.stream().filter(Window::isClear).toList();
        count(clear, fit::verdict);
        Map<String, Fit> others = windows.stream()
                .map(Window::photo)
                .distinct()
                .collect(Collectors.toMap(
                        photo -> photo,
                        photo -> Fit.of(windows.stream()
                                .filter(w -> !w.photo().equals(photo))
                                .toList())));
        honest("each photo judged by what the others fixed:", clear, others);
        honest("the same, with the labelled windows in which nobody saw a crack:", windows, others);
    }

    private static void honest(String how, List<Window> windows, Map<String, Fit> others) {
        print(how);
        Function<Window, Verdict> judge = window -> others.get(window.photo()).verdict(window);
        count(windows, judge);
        coverage("with three verdicts", windows, judge);
        coverage("without uncertain, parted at even odds", windows, window -> {
            PhotoCalibration calibration = others.get(window.photo()).calibration();
            return calibration.probability(window.logOdds()) < 0.5 ? Verdict.NO_CRACK : Verdict.CRACK;
        });
    }

    /** The windows, as photo,column,row, in which both judges saw no crack. */
    private static Set<String> unseen() throws IOException {
        try (InputStream in = PhotoThresholdFitting.class.getResourceAsStream("window-judgements.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.endsWith(",none,none"))
                    .map(line -> line.substring(0, line.length() - ",none,none".length()))
                    .collect(Collectors.toSet());
        }
    }

    /** How many windows get a verdict, and how many of those verdicts disagree with the labels. */
    private static void coverage(String how, List<Window> windows, Function<Window, Verdict> judge) {
        List<Window> decided = windows.stream()
                .filter(w -> judge.apply(w) != Verdict.UNCERTAIN)
                .toList();
        long wrong = decided.stream()
                .filter(w -> (judge.apply(w) == Verdict.CRACK) != w.crack())
                .count();
        print(
                "  %s: %d of %d windows decided (%.1f %%), %d of these wrong (%.1f %%)",
                how,
                decided.size(),
                windows.size(),
                100.0 * decided.size() / windows.size(),
                wrong,
                100.0 * wrong / decided.size());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static void count(List<Window> windows, Function<Window, Verdict> judge) {
        for (boolean crack : new boolean[] {true, false}) {
            List<Window> some = windows.stream().filter(w -> w.crack() == crack).toList();
            for (Verdict verdict : Verdict.values()) {
                long count =
                        some.stream().filter(w -> judge.apply(w) == verdict).count();
                print(
                        "  %d windows %s labelled tiles called %s: %d (%.1f %%)",
                        some.size(), crack ? "with" : "without", verdict.word(), count, 100.0 * count / some.size());
            }
        }
    }

    private static List<Window> windows(Path photos, String[] row, Set<String> unseen, CrackClassifier classifier) {
        int columns = Integer.parseInt(row[1]);
        int rows = Integer.parseInt(row[2]);
        Set<Integer> cracked = Arrays.stream(row[3].trim().split(" "))
                .filter(word -> !word.isEmpty())
                .map(Integer::parseInt)
                .collect(Collectors.toSet());
        Path file = photos.resolve(row[0]);
        Picture photo = ((PhotoReading.Decoded) new ImageIoPhotoReader().read(file, Long.MAX_VALUE)).picture();
        List<Window> windows = new ArrayList<>();
        for (int y = 0; y + SIDE <= rows; y += STEP) {
            for (int x = 0; x + SIDE <= columns; x += STEP) {
                int labelled = 0;
                for (int i = 0; i < SIDE * SIDE; i++) {
                    labelled += cracked.contains((y + i / SIDE) * columns + x + i % SIDE + 1) ? 1 : 0;
                }
                if (labelled == 0 || labelled >= FEWEST_LABELLED) {
                    double p = probability(classifier, photo.region(x * TILE, y * TILE, SIDE * TILE, SIDE * TILE));
                    boolean visible = labelled > 0 && !unseen.contains(row[0] + "," + x + "," + y);
                    windows.add(new Window(row[0], Math.log(p / (1 - p)), labelled > 0, visible));
                }
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

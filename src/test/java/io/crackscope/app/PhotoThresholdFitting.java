package io.crackscope.app;

import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.PhotoThresholds;
import io.crackscope.evaluation.PlattScaling;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fits the photo calibration (Platt scaling) and fixes the photo thresholds of the shipped model on windows of 1024 x 1024
 * pixels, and writes them into the model file:
 *
 * <pre>
 * mvn -q test-compile exec:exec@photo-thresholds -Dphotos=../shared/data/photos -Dtiles=../shared/data/sdnet2018 -Dmodel=FILE
 * </pre>
 *
 * <p>Windows of eight whole site photos ({@link SiteWindows}) and stand-ins of the 25 photos of the validation part ({@link
 * StandInWindows}), each photo counting alike; none took part in training. Rule: at most 4 % of the windows with a visible
 * crack are called "no crack" (wanted are 5 %; on other photos it is always somewhat more), at most 5 % of those without
 * any "crack". How the number of tiles counts is measured on windows of 256 to 1536 pixels of the same photos.
 *
 * <p>Windows of whole photos with a single labelled tile are left out: most often a crack's end in a corner, or a tile
 * that shows nothing. Pavements/015 is left out: none of its tiles is labelled and it shows a crack. Left out too are
 * labelled windows in which two judges, without knowing label or answer, both saw no crack ({@code window-judgements.csv},
 * how in {@code src/site/data-audit.md}): a threshold that must find what nobody sees makes every photo uncertain. The
 * counts are printed with them as well.
 *
 * <p>What fixed the thresholds cannot test them. So each whole photo is also judged by what the others fixed, and stand-ins of
 * the 24 photos of the test part by the thresholds that are written; those counts are the honest ones.
 *
 * <p>Arguments: the folder of the photos with tiles.csv, the folder of the tiles, and the model file.
 */
public final class PhotoThresholdFitting {
    /** Sides of other windows, in tiles: what {@link PhotoCalibration#growth()} is measured on. */
    private static final List<Integer> OTHER_SIDES = List.of(1, 2, 3, 6);

    private static final double MOST_MISSED = 0.04;
    private static final double MOST_FALSE = 0.05;

    private PhotoThresholdFitting() {}

    /** What is fitted. */
    private record Fit(PhotoCalibration calibration, VerdictThresholds thresholds) {
        static Fit of(List<JudgedWindow> all, double growth) {
            List<JudgedWindow> windows = JudgedWindow.photosAlike(
                    all.stream().filter(JudgedWindow::visible).toList());
            boolean[] crack = new boolean[windows.size()];
            for (int i = 0; i < crack.length; i++) {
                crack[i] = windows.get(i).crack();
            }
            double[] logOdds =
                    windows.stream().mapToDouble(JudgedWindow::logOdds).toArray();
            int[] tiles = windows.stream().mapToInt(JudgedWindow::tiles).toArray();
            PhotoCalibration calibration = PlattScaling.fit(logOdds, tiles, crack, growth);
            double[] probabilities = windows.stream()
                    .mapToDouble(w -> calibration.probability(w.logOdds(), w.tiles()))
                    .toArray();
            return new Fit(calibration, PhotoThresholds.choose(probabilities, crack, MOST_MISSED, MOST_FALSE));
        }

        Verdict verdict(JudgedWindow window) {
            return thresholds.verdict(calibration.probability(window.logOdds(), window.tiles()));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path modelFile = Path.of(arguments[2]);
        StoredModel model = ModelFile.read(modelFile);
        StoredModel plain =
                model.with(model.description().with(PhotoCalibration.NONE, new VerdictThresholds(0.5, 0.5)));
        List<JudgedWindow> sizes = new ArrayList<>();
        List<JudgedWindow> site;
        List<JudgedWindow> validation;
        List<JudgedWindow> test;
        try (CrackClassifier classifier = new OnnxClassifier(plain, 2)) {
            SiteWindows windows = new SiteWindows(Path.of(arguments[0]), classifier);
            site = windows.of(JudgedWindow.SIDE);
            for (int side : OTHER_SIDES) {
                sizes.addAll(windows.of(side));
            }
            StandInWindows standIns = new StandInWindows(Path.of(arguments[1]), classifier, site);
            validation = standIns.of("validation");
            test = standIns.of("test");
        }
        Fit fit = Fit.of(both(site, validation), growth(both(site, sizes)));
        ModelFile.write(modelFile, model.with(model.description().with(fit.calibration(), fit.thresholds())));
        print(
                "photo log-odds = %.3f * (linked - %.3f ln tiles) %+.3f",
                fit.calibration().slope(),
                fit.calibration().growth(),
                fit.calibration().offset());
        print(
                "no crack < %.3f <= uncertain < %.3f <= crack",
                fit.thresholds().uncertainFrom(), fit.thresholds().crackFrom());
        print("stand-ins of test photos, which fixed nothing:");
        honest(test, window -> fit);
        Map<String, Fit> others = site.stream()
                .map(JudgedWindow::photo)
                .distinct()
                .collect(Collectors.toMap(
                        photo -> photo,
                        photo -> Fit.of(
                                both(without(photo, site), validation), growth(without(photo, both(site, sizes))))));
        print("each whole photo judged by what the others fixed:");
        honest(site.stream().filter(JudgedWindow::visible).toList(), window -> others.get(window.photo()));
        print("the same, with the labelled windows in which nobody saw a crack:");
        honest(site, window -> others.get(window.photo()));
        for (int tiles : sizes.stream().mapToInt(JudgedWindow::tiles).distinct().toArray()) {
            print("the same, windows of %d overlapping tiles:", tiles);
            honest(sizes.stream().filter(w -> w.tiles() == tiles).toList(), window -> others.get(window.photo()));
        }
    }

    /** What windows of all sizes say. */
    private static double growth(List<JudgedWindow> sizes) {
        List<JudgedWindow> windows = JudgedWindow.photosAlike(
                sizes.stream().filter(JudgedWindow::visible).toList());
        boolean[] crack = new boolean[windows.size()];
        for (int i = 0; i < crack.length; i++) {
            crack[i] = windows.get(i).crack();
        }
        return PlattScaling.fit(
                        windows.stream().mapToDouble(JudgedWindow::logOdds).toArray(),
                        windows.stream().mapToInt(JudgedWindow::tiles).toArray(),
                        crack)
                .growth();
    }

    private static List<JudgedWindow> without(String photo, List<JudgedWindow> windows) {
        return windows.stream().filter(w -> !w.photo().equals(photo)).toList();
    }

    private static List<JudgedWindow> both(List<JudgedWindow> some, List<JudgedWindow> others) {
        List<JudgedWindow> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static void honest(List<JudgedWindow> windows, Function<JudgedWindow, Fit> fits) {
        Function<JudgedWindow, Verdict> judge = window -> fits.apply(window).verdict(window);
        count(windows, judge);
        coverage("with three verdicts", windows, judge);
        coverage("without uncertain, parted at even odds", windows, window -> {
            PhotoCalibration calibration = fits.apply(window).calibration();
            return calibration.probability(window.logOdds(), window.tiles()) < 0.5 ? Verdict.NO_CRACK : Verdict.CRACK;
        });
    }

    /** How many windows get a verdict, and how many of those verdicts disagree with the labels. */
    private static void coverage(String how, List<JudgedWindow> windows, Function<JudgedWindow, Verdict> judge) {
        List<JudgedWindow> decided = windows.stream()
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

    private static void count(List<JudgedWindow> windows, Function<JudgedWindow, Verdict> judge) {
        for (boolean crack : new boolean[] {true, false}) {
            List<JudgedWindow> some =
                    windows.stream().filter(w -> w.crack() == crack).toList();
            for (Verdict verdict : Verdict.values()) {
                long count =
                        some.stream().filter(w -> judge.apply(w) == verdict).count();
                print(
                        "  %d windows of %d photos %s called %s: %d (%.1f %%)",
                        some.size(),
                        some.stream().map(JudgedWindow::photo).distinct().count(),
                        crack ? "with a crack" : "without",
                        verdict.word(),
                        count,
                        100.0 * count / some.size());
            }
        }
    }
}

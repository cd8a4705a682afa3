package io.crackscope.app;

import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Fits the photo calibration (Platt scaling) and fixes the photo thresholds of the shipped model on windows of 1024 x 1024
 * pixels, and writes them into the model file:
 *
 * <pre>
 * mvn -q test-compile exec:exec@photo-thresholds -Dphotos=../shared/data/photos -Dtiles=../shared/data/sdnet2018 -Dmodel=FILE
 * </pre>
 *
 * <p>Windows of eight whole site photos ({@link SiteWindows}) and stand-ins of the 25 photos of the validation part ({@link
 * StandInWindows}) fix them by the rule of {@link PhotoFits}; none took part in training. How the number of tiles counts
 * is measured on windows of 256 to 1536 pixels of the site photos.
 *
 * <p>Windows of whole photos with a single labelled tile are left out: most often a crack's end in a corner, or a tile
 * that shows nothing. Pavements/015 is left out: none of its tiles is labelled and it shows a crack. Left out too are
 * labelled windows in which neither of two judges, without knowing label or answer, saw a crack ({@code
 * window-judgements.csv}, how in {@code src/site/data-audit.md}): a threshold that must find what nobody sees makes every
 * photo uncertain. The counts are printed with them as well.
 *
 * <p>What fixed the thresholds cannot test them. So each of these photos is judged by what the others fixed, and stand-ins of
 * the 24 photos of the test part by the thresholds that are written.
 *
 * <p>Arguments: the folder of the photos with tiles.csv, the folder of the tiles, and the model file.
 */
public final class PhotoThresholdFitting {
    /** Sides of other windows, in tiles: what {@link PhotoCalibration#growth()} is measured on. */
    private static final List<Integer> OTHER_SIDES = List.of(1, 2, 3, 6);

    private PhotoThresholdFitting() {}

    public static void main(String[] arguments) throws IOException {
        Path modelFile = Path.of(arguments[2]);
        StoredModel model = ModelFile.read(modelFile);
        List<JudgedWindow> sizes = new ArrayList<>();
        List<JudgedWindow> site;
        List<JudgedWindow> validation;
        List<JudgedWindow> test;
        try (CrackClassifier classifier = new OnnxClassifier(withoutCalibration(model), 2)) {
            SiteWindows windows = new SiteWindows(Path.of(arguments[0]), classifier);
            site = windows.of(JudgedWindow.SIDE);
            for (int side : OTHER_SIDES) {
                sizes.addAll(windows.of(side));
            }
            StandInWindows standIns = new StandInWindows(Path.of(arguments[1]), classifier, site);
            validation = standIns.of("validation");
            test = standIns.of("test");
        }
        List<JudgedWindow> fixing = PhotoFits.both(site, validation);
        PhotoFits fits = new PhotoFits(fixing, PhotoFits.both(site, sizes));
        PhotoCalibration calibration = fits.all().calibration();
        VerdictThresholds thresholds = fits.all().thresholds();
        ModelFile.write(modelFile, model.with(model.description().with(calibration, thresholds)));
        print(
                "photo log-odds = %.3f * (linked - %.3f ln tiles) %+.3f",
                calibration.slope(), calibration.growth(), calibration.offset());
        print("no crack < %.3f <= uncertain < %.3f <= crack", thresholds.uncertainFrom(), thresholds.crackFrom());
        print(
                "of the windows that fixed them %.1f %% are missed, %.1f %% false alarms",
                100 * fits.allowance().missed(), 100 * fits.allowance().falseAlarms());
        print("stand-ins of test photos, which fixed nothing:");
        counts(test, fits);
        print("stand-ins of validation photos, each judged by what the other photos fixed:");
        counts(validation, fits);
        print("each whole photo judged by what the others fixed:");
        counts(PhotoFits.visible(site), fits);
        print("all of these, photos counting alike:");
        alike(PhotoFits.visible(PhotoFits.both(fixing, test)), fits);
        print("each whole photo, with the labelled windows in which nobody saw a crack:");
        counts(site, fits);
        for (int tiles : sizes.stream().mapToInt(JudgedWindow::tiles).distinct().toArray()) {
            print("each whole photo, windows of %d overlapping tiles:", tiles);
            counts(sizes.stream().filter(w -> w.tiles() == tiles).toList(), fits);
        }
    }

    /** A model whose photo probability is that of the linked tiles. */
    static StoredModel withoutCalibration(StoredModel model) {
        return model.with(model.description().with(PhotoCalibration.NONE, new VerdictThresholds(0.5, 0.5)));
    }

    private static void counts(List<JudgedWindow> windows, PhotoFits fits) {
        Function<JudgedWindow, Verdict> judge = window -> fits.honest(window).verdict(window);
        count(windows, judge);
        coverage("with three verdicts", windows, judge);
        coverage(
                "without uncertain, parted at even odds",
                windows,
                window -> fits.honest(window).probability(window) < 0.5 ? Verdict.NO_CRACK : Verdict.CRACK);
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
                        photos(windows, crack),
                        crack ? "with a crack" : "without",
                        verdict.word(),
                        count,
                        100.0 * count / some.size());
            }
        }
    }

    /** The mean over photos of the share of each verdict. */
    private static void alike(List<JudgedWindow> windows, PhotoFits fits) {
        for (boolean crack : new boolean[] {true, false}) {
            for (Verdict verdict : Verdict.values()) {
                double share = PhotoFits.share(
                        windows, crack, window -> fits.honest(window).verdict(window) == verdict);
                print(
                        "  windows of %d photos %s called %s: %.1f %%",
                        photos(windows, crack), crack ? "with a crack" : "without", verdict.word(), 100 * share);
            }
        }
    }

    private static long photos(List<JudgedWindow> windows, boolean crack) {
        return windows.stream()
                .filter(w -> w.crack() == crack)
                .map(JudgedWindow::photo)
                .distinct()
                .count();
    }
}

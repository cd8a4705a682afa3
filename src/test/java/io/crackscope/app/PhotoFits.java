package io.crackscope.app;

import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.PhotoThresholds;
import io.crackscope.evaluation.PlattScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The photo calibration (Platt scaling) and thresholds that windows of some photos fix, all photos counting alike.
 *
 * <p>What is wanted of other photos: at most 5 % of the windows with a visible crack are called "no crack", and of those
 * without at most 5 % "crack" and at most 15 % "uncertain". So each photo is judged by what the others fix, and both
 * thresholds are as low as this allows: as many cracks are found, and as few missed, as the false alarms and the questions
 * that are granted permit.
 */
final class PhotoFits {
    private static final double MOST_MISSED = 0.05;
    private static final double MOST_FALSE = 0.05;
    private static final double MOST_UNCERTAIN = 0.15;
    private static final double STEP = 0.001;

    private final Allowance allowance;
    private final Fit all;
    private final Map<String, Fit> ofOthers;

    /**
     * @param fixing windows of 1024 x 1024 pixels that fix both
     * @param sizes windows of different sizes: how the number of tiles counts is measured on them
     */
    PhotoFits(List<JudgedWindow> fixing, List<JudgedWindow> sizes) {
        List<JudgedWindow> windows = visible(fixing);
        Map<String, Calibrated> others = windows.stream()
                .map(JudgedWindow::photo)
                .distinct()
                .collect(Collectors.toMap(
                        photo -> photo,
                        photo -> Calibrated.by(without(photo, windows), growth(without(photo, sizes)))));
        allowance = Allowance.of(windows, others);
        all = Calibrated.by(windows, growth(sizes)).fit(allowance);
        ofOthers = allowance.fits(others);
    }

    /** Shares of the windows that fix the thresholds and lie on their wrong side. */
    Allowance allowance() {
        return allowance;
    }

    /** What all of them fix. */
    Fit all() {
        return all;
    }

    /** What judges {@code window} without having been fixed by its photo. */
    Fit honest(JudgedWindow window) {
        return ofOthers.getOrDefault(window.photo(), all);
    }

    /** A calibration and thresholds. */
    record Fit(PhotoCalibration calibration, VerdictThresholds thresholds) {
        double probability(JudgedWindow window) {
            return calibration.probability(window.logOdds(), window.tiles());
        }

        Verdict verdict(JudgedWindow window) {
            return thresholds.verdict(probability(window));
        }
    }

    /**
     * Shares in [0,1].
     *
     * @param missed of the windows with a crack called "no crack"
     * @param falseAlarms of the windows without called "crack"
     */
    record Allowance(double missed, double falseAlarms) {
        private static Allowance of(List<JudgedWindow> windows, Map<String, Calibrated> others) {
            Allowance allowance = new Allowance(MOST_MISSED, MOST_FALSE);
            while (allowance.falseAlarms() > STEP && !allowance.fewAlarms(windows, others)) {
                allowance = new Allowance(allowance.missed(), allowance.falseAlarms() - STEP);
            }
            Allowance fewer = allowance;
            while (fewer.missed() > STEP && fewer.fewAlarms(windows, others) && fewer.fewQuestions(windows, others)) {
                allowance = fewer;
                fewer = new Allowance(fewer.missed() - STEP, fewer.falseAlarms());
            }
            return allowance;
        }

        private boolean fewAlarms(List<JudgedWindow> windows, Map<String, Calibrated> others) {
            return share(windows, others, Verdict.CRACK) <= MOST_FALSE;
        }

        private boolean fewQuestions(List<JudgedWindow> windows, Map<String, Calibrated> others) {
            return share(windows, others, Verdict.UNCERTAIN) <= MOST_UNCERTAIN;
        }

        /** Of the clean windows, each judged by what the others fix. */
        private double share(List<JudgedWindow> windows, Map<String, Calibrated> others, Verdict verdict) {
            Map<String, Fit> fits = fits(others);
            return PhotoFits.share(
                    windows, false, window -> fits.get(window.photo()).verdict(window) == verdict);
        }

        private Map<String, Fit> fits(Map<String, Calibrated> others) {
            return others.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, other -> other.getValue().fit(this)));
        }
    }

    /** A calibration, the windows' probabilities by it, and whether they show a crack. */
    private record Calibrated(PhotoCalibration calibration, double[] probabilities, boolean[] crack) {
        static Calibrated by(List<JudgedWindow> all, double growth) {
            List<JudgedWindow> windows = JudgedWindow.photosAlike(all);
            PhotoCalibration calibration =
                    PlattScaling.fit(logOdds(windows), tiles(windows), PhotoFits.crack(windows), growth);
            return new Calibrated(
                    calibration,
                    windows.stream()
                            .mapToDouble(w -> calibration.probability(w.logOdds(), w.tiles()))
                            .toArray(),
                    PhotoFits.crack(windows));
        }

        Fit fit(Allowance allowance) {
            return new Fit(
                    calibration,
                    PhotoThresholds.choose(probabilities, crack, allowance.missed(), allowance.falseAlarms()));
        }
    }

    private static double growth(List<JudgedWindow> sizes) {
        List<JudgedWindow> windows = JudgedWindow.photosAlike(visible(sizes));
        return PlattScaling.fit(logOdds(windows), tiles(windows), crack(windows))
                .growth();
    }

    private static double[] logOdds(List<JudgedWindow> windows) {
        return windows.stream().mapToDouble(JudgedWindow::logOdds).toArray();
    }

    private static int[] tiles(List<JudgedWindow> windows) {
        return windows.stream().mapToInt(JudgedWindow::tiles).toArray();
    }

    private static boolean[] crack(List<JudgedWindow> windows) {
        boolean[] crack = new boolean[windows.size()];
        for (int i = 0; i < crack.length; i++) {
            crack[i] = windows.get(i).crack();
        }
        return crack;
    }

    static List<JudgedWindow> visible(List<JudgedWindow> windows) {
        return windows.stream().filter(JudgedWindow::visible).toList();
    }

    private static List<JudgedWindow> without(String photo, List<JudgedWindow> windows) {
        return windows.stream().filter(w -> !w.photo().equals(photo)).toList();
    }

    static List<JudgedWindow> both(List<JudgedWindow> some, List<JudgedWindow> others) {
        List<JudgedWindow> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** The mean over photos of the share of their windows, with or without a crack, of which this is true. */
    static double share(List<JudgedWindow> windows, boolean crack, Predicate<JudgedWindow> which) {
        return windows.stream()
                .filter(w -> w.crack() == crack)
                .collect(Collectors.groupingBy(
                        JudgedWindow::photo, Collectors.averagingDouble(w -> which.test(w) ? 1 : 0)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}

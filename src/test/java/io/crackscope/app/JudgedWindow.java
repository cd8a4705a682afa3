package io.crackscope.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A square window of a photo of known truth.
 *
 * @param photo the group it belongs to
 * @param logOdds linked log-odds of its tiles, what the verdict is made of
 * @param tiles of the window, overlapping ones too
 * @param twoHighest mean log-odds of the two most probable of its tiles that do not overlap
 * @param crack whether it is labelled cracked
 * @param visible whether it is clean, or somebody sees the crack
 */
record JudgedWindow(String photo, double logOdds, int tiles, double twoHighest, boolean crack, boolean visible) {
    /** Tiles side by side in a window of 1024 pixels, for which thresholds are fixed. */
    static final int SIDE = 4;

    /** So many of each kind stand for a photo where all photos shall count alike. */
    private static final int OF_A_PHOTO = 40;

    static double twoHighest(double[] logOdds) {
        double[] sorted = logOdds.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length - 1] + sorted[Math.max(0, sorted.length - 2)]) / 2;
    }

    /** Equally many of each photo, size and kind, evenly spread over its ranking: a photo of many windows counts as one of few. */
    static List<JudgedWindow> photosAlike(List<JudgedWindow> windows) {
        Map<String, List<JudgedWindow>> kinds = windows.stream()
                .collect(Collectors.groupingBy(
                        w -> w.photo() + w.tiles() + w.crack(), TreeMap::new, Collectors.toList()));
        List<JudgedWindow> alike = new ArrayList<>();
        for (List<JudgedWindow> kind : kinds.values()) {
            List<JudgedWindow> ranked = kind.stream()
                    .sorted(Comparator.comparingDouble(JudgedWindow::logOdds))
                    .toList();
            for (int i = 0; i < OF_A_PHOTO; i++) {
                alike.add(ranked.get((2 * i + 1) * ranked.size() / (2 * OF_A_PHOTO)));
            }
        }
        return alike;
    }
}

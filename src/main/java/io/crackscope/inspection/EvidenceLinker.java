package io.crackscope.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.TileScore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Links neighbouring tiles of a crack map into evidence.
 *
 * <p>Tiles overlap by half, so every point of a crack lies in up to four of them and a real crack lifts several
 * neighbours at once, while a lone tile among calm ones is most often a false alarm: of a thousand tiles of a clean photo
 * some ten are. So a tile's linked probability is the one whose log-odds are the mean of the {@value #WITNESSES} most
 * probable tiles among itself and its eight neighbours, calibrated on photos for the number of tiles in all. Why two: decision 0005. A map with fewer
 * tiles is judged by those it has.
 */
final class EvidenceLinker {
    /** Tiles that must speak together. */
    static final int WITNESSES = 2;

    /** Log-odds beyond this are not believed: they are outside what calibration has seen. */
    private static final double MOST_PROBABLE = 1 - 1e-6;

    private final CrackMap map;
    private final PhotoCalibration calibration;
    private final double tileThreshold;
    private final double[] linked;

    /**
     * @param calibration of the model, for photos
     * @param tileThreshold probability from which a tile speaks by itself
     */
    EvidenceLinker(CrackMap map, PhotoCalibration calibration, double tileThreshold) {
        this.map = map;
        this.calibration = calibration;
        this.tileThreshold = tileThreshold;
        linked = new double[map.tiles().size()];
        double[] around = new double[9];
        for (int i = 0; i < linked.length; i++) {
            linked[i] = together(i, around);
        }
    }

    /** The photo's probability in [0,1]: the highest linked probability of its tiles. */
    double photoProbability() {
        return Arrays.stream(linked).max().orElseThrow();
    }

    /**
     * The groups of neighbouring tiles whose linked probability reaches {@code floor}, most probable first. To a group
     * belong neighbours that only speak by themselves: the ends of a crack have too few neighbours to be linked. Each
     * lists the tiles that speak by themselves, or all where none does.
     */
    List<Evidence> evidence(double floor) {
        boolean[] seen = new boolean[linked.length];
        List<Evidence> found = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i] && speaks(i, floor)) {
                found.add(group(i, floor, seen));
            }
        }
        found.removeIf(evidence -> evidence.probability() < floor);
        found.sort(Comparator.comparingDouble(Evidence::probability).reversed());
        return found;
    }

    private boolean speaks(int index, double floor) {
        return linked[index] >= floor || map.tiles().get(index).probability() >= tileThreshold;
    }

    private Evidence group(int start, double floor, boolean[] seen) {
        List<TileScore> tiles = new ArrayList<>();
        double best = 0;
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int i = open.remove();
            tiles.add(map.tiles().get(i));
            best = Math.max(best, linked[i]);
            forNeighbours(i, n -> {
                if (!seen[n] && speaks(n, floor)) {
                    seen[n] = true;
                    open.add(n);
                }
            });
        }
        tiles.sort(Comparator.comparingDouble(TileScore::probability).reversed());
        List<TileScore> speaking =
                tiles.stream().filter(t -> t.probability() >= tileThreshold).toList();
        return new Evidence(speaking.isEmpty() ? tiles : speaking, best);
    }

    private double together(int index, double[] around) {
        int[] count = {0};
        around[count[0]++] = map.tiles().get(index).probability();
        forNeighbours(index, n -> around[count[0]++] = map.tiles().get(n).probability());
        Arrays.sort(around, 0, count[0]);
        int witnesses = Math.min(WITNESSES, count[0]);
        double sum = 0;
        for (int i = count[0] - witnesses; i < count[0]; i++) {
            double p = Math.clamp(around[i], 1 - MOST_PROBABLE, MOST_PROBABLE);
            sum += Math.log(p / (1 - p));
        }
        return calibration.probability(sum / witnesses, linked.length);
    }

    private void forNeighbours(int index, IntConsumer neighbour) {
        int column = index % map.columns();
        int row = index / map.columns();
        for (int r = Math.max(0, row - 1); r <= Math.min(map.rows() - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(map.columns() - 1, column + 1); c++) {
                if (r != row || c != column) {
                    neighbour.accept(r * map.columns() + c);
                }
            }
        }
    }
}

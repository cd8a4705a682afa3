package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.TileScore;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Stands in for the engine where pictures of the window are made before the engine is wired: calls a tile cracked where a
 * few of its pixels are much darker than the rest. No claim to be right; it only lays a plausible map over a real photo.
 */
public final class DarkLineInspector implements PhotoInspector {
    private static final int WINDOW = 224;
    private static final int STRIDE = 112;

    private final PhotoReader reader;

    public DarkLineInspector(PhotoReader reader) {
        this.reader = reader;
    }

    @Override
    public InspectionOutcome inspect(Path file, Cancellation cancellation) {
        long begun = System.nanoTime();
        return switch (reader.read(file, 1_100_000)) {
            case PhotoReading.Refused(var refusal) -> new InspectionOutcome.Refused(file, refusal);
            case PhotoReading.Decoded decoded -> {
                CrackMap map = map(decoded);
                List<Evidence> evidence = link(map);
                double probability =
                        evidence.isEmpty() ? 0.06 : evidence.getFirst().probability();
                PhotoFacts facts = new PhotoFacts(
                        decoded.facts().width(),
                        decoded.facts().height(),
                        Optional.of(java.time.LocalDateTime.of(2026, 11, 3, 14, 5)),
                        Optional.of("Nikon COOLPIX L830"),
                        OptionalDouble.of(41.74155),
                        OptionalDouble.of(-111.81384));
                yield new InspectionOutcome.Inspected(
                        file,
                        facts,
                        new VerdictThresholds(0.3, 0.8).verdict(probability),
                        probability,
                        map,
                        evidence,
                        (System.nanoTime() - begun) / 1_000_000);
            }
        };
    }

    private static CrackMap map(PhotoReading.Decoded decoded) {
        int width = decoded.facts().width();
        int height = decoded.facts().height();
        int columns = (width - WINDOW + STRIDE - 1) / STRIDE + 1;
        int rows = (height - WINDOW + STRIDE - 1) / STRIDE + 1;
        List<TileScore> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x = Math.min(column * STRIDE, width - WINDOW);
                int y = Math.min(row * STRIDE, height - WINDOW);
                tiles.add(new TileScore(x, y, WINDOW, WINDOW, darkness(decoded, x, y)));
            }
        }
        return new CrackMap(width, height, columns, rows, tiles);
    }

    private static double darkness(PhotoReading.Decoded decoded, int x, int y) {
        Picture picture = decoded.picture();
        int step = decoded.subsampling();
        int side = WINDOW / step;
        double[] greys = new double[side * side];
        double sum = 0;
        for (int i = 0; i < greys.length; i++) {
            int px = Math.min(picture.width() - 1, x / step + i % side);
            int py = Math.min(picture.height() - 1, y / step + i / side);
            greys[i] = picture.rgb()[3 * (py * picture.width() + px) + 1] & 255;
            sum += greys[i];
        }
        java.util.Arrays.sort(greys);
        double mean = sum / greys.length;
        double spread = greys[(int) (greys.length * 0.84)] - greys[greys.length / 2] + 2;
        double dark = (mean - greys[(int) (greys.length * 0.015)]) / spread;
        return 1 / (1 + Math.exp(-(dark - 5.5) * 1.6));
    }

    private static List<Evidence> link(CrackMap map) {
        boolean[] seen = new boolean[map.tiles().size()];
        List<Evidence> evidence = new ArrayList<>();
        for (int start = 0; start < seen.length; start++) {
            List<TileScore> linked = new ArrayList<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                int i = open.remove();
                if (seen[i] || map.tiles().get(i).probability() < 0.3) {
                    continue;
                }
                seen[i] = true;
                linked.add(map.tiles().get(i));
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int column = i % map.columns() + dx;
                        int row = i / map.columns() + dy;
                        if (column >= 0 && row >= 0 && column < map.columns() && row < map.rows()) {
                            open.add(row * map.columns() + column);
                        }
                    }
                }
            }
            if (linked.size() >= 4) {
                linked.sort(Comparator.comparingDouble(TileScore::probability).reversed());
                evidence.add(new Evidence(linked, Math.min(0.996, linked.get(3).probability())));
            }
        }
        evidence.sort(Comparator.comparingDouble(Evidence::probability).reversed());
        return evidence;
    }
}

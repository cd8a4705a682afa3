package io.crackscope.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.TileScore;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.Region;
import io.crackscope.work.Cancellation;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a photo tile by tile at its own resolution. Tiles overlap by the classifier's stride; the last column and row
 * are aligned to the photo's edge, so that every pixel is judged. The photo is scanned in strips of bounded size, as
 * an engine may scan two at the same time.
 */
final class CrackMapper {
    /**
     * Most pixels of a strip: a quarter of a 16-megapixel photo. Fewer strips judge fewer rows twice (7 % at four), but two
     * at the same time hold some 40 bytes a pixel each.
     */
    private static final int STRIP_PIXELS = 5_500_000;

    /** Rows of tiles from which two strips at the same time are worth the rows that both judge. */
    private static final int ROWS_TO_PART = 8;

    private final CrackClassifier classifier;
    private final int window;
    private final int stride;

    CrackMapper(CrackClassifier classifier) {
        this.classifier = classifier;
        window = classifier.model().window();
        stride = classifier.model().stride();
    }

    /**
     * The crack map of {@code picture}, its tiles in pixels of the full photo.
     *
     * @param subsampling photo pixels a picture pixel stands for on each side
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    CrackMap map(Picture picture, int photoWidth, int photoHeight, int subsampling, Cancellation cancellation) {
        Picture padded = Pictures.padded(picture, window, window);
        Axis across = new Axis(padded.width());
        Axis down = new Axis(padded.height());
        double[] probabilities = new double[across.count() * down.count()];
        scan(padded, across, down, probabilities, cancellation);
        List<TileScore> tiles = new ArrayList<>(probabilities.length);
        for (int i = 0; i < probabilities.length; i++) {
            int x = across.position(i % across.count()) * subsampling;
            int y = down.position(i / across.count()) * subsampling;
            int side = window * subsampling;
            tiles.add(new TileScore(
                    x, y, Math.min(side, photoWidth - x), Math.min(side, photoHeight - y), probabilities[i]));
        }
        return new CrackMap(photoWidth, photoHeight, across.count(), down.count(), tiles);
    }

    /** Where tiles lie along one side: whole strides, and a last one at the edge where they leave a rest. */
    private final class Axis {
        private final int length;

        Axis(int length) {
            this.length = length;
        }

        int regular() {
            return (length - window) / stride + 1;
        }

        boolean edge() {
            return (length - window) % stride != 0;
        }

        int count() {
            return regular() + (edge() ? 1 : 0);
        }

        int position(int index) {
            return index < regular() ? index * stride : length - window;
        }
    }

    private void scan(Picture picture, Axis across, Axis down, double[] out, Cancellation cancellation) {
        List<Strip> strips = new ArrayList<>();
        int most = Math.max(1, (STRIP_PIXELS / picture.width() - window) / stride + 1);
        int count = Math.ceilDiv(down.regular(), most);
        // an even number, so that neither of two strips at the same time is left alone
        int even = down.regular() < ROWS_TO_PART ? count : Math.ceilDiv(count, 2) * 2;
        int rows = Math.ceilDiv(down.regular(), even);
        for (int from = 0; from < down.regular(); from += rows) {
            int to = Math.min(down.regular(), from + rows);
            strip(picture, across, from * stride, from, to, strips);
        }
        if (down.edge()) {
            int row = down.count() - 1;
            strip(picture, across, picture.height() - window, row, row + 1, strips);
        }
        List<double[]> scans =
                classifier.scanAll(strips.stream().map(Strip::region).toList(), cancellation);
        for (int i = 0; i < scans.size(); i++) {
            strips.get(i).keep(scans.get(i), across.count(), out);
        }
    }

    /**
     * Adds the strip that scans the map's rows {@code from} to {@code to - 1} from pixel row {@code top} on; a column at the
     * edge is a strip of its own.
     */
    private void strip(Picture picture, Axis across, int top, int from, int to, List<Strip> strips) {
        int height = window + (to - from - 1) * stride;
        int regular = across.regular();
        strips.add(
                new Strip(new Region(picture, 0, top, window + (regular - 1) * stride, height), 0, regular, from, to));
        if (across.edge()) {
            strips.add(new Strip(
                    new Region(picture, picture.width() - window, top, window, height), regular, 1, from, to));
        }
    }

    /** What is scanned, and its place in the map: {@code count} columns from {@code column} on, rows {@code from} to {@code to - 1}. */
    private record Strip(Region region, int column, int count, int from, int to) {
        void keep(double[] scan, int columns, double[] out) {
            for (int row = from; row < to; row++) {
                System.arraycopy(scan, (row - from) * count, out, row * columns + column, count);
            }
        }
    }
}

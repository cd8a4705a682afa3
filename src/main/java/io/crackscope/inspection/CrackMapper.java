package io.crackscope.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.TileScore;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.work.Cancellation;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a photo tile by tile at its own resolution. Tiles overlap by the classifier's stride; the last column and row
 * are aligned to the photo's edge, so that every pixel is judged. The photo is scanned in strips of bounded size; each
 * takes a row of tiles more than it keeps on either side, so that a fully convolutional network sees what lies beyond.
 */
final class CrackMapper {
    /** Pixels of a strip: what the network holds of it stays near 200 MB. */
    private static final int STRIP_PIXELS = 6_000_000;

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
        int rows = Math.max(1, (STRIP_PIXELS / picture.width() - window) / stride + 1 - 2);
        for (int from = 0; from < down.regular(); from += rows) {
            cancellation.throwIfCancelled();
            int to = Math.min(down.regular(), from + rows);
            int first = Math.max(0, from - 1);
            int last = Math.min(down.regular(), to + 1);
            strip(picture, across, first * stride, first, last - first, from, to, out);
        }
        if (down.edge()) {
            cancellation.throwIfCancelled();
            int above = down.regular() > 1 ? 1 : 0;
            int row = down.count() - 1;
            strip(
                    picture,
                    across,
                    picture.height() - window - above * stride,
                    row - above,
                    above + 1,
                    row,
                    row + 1,
                    out);
        }
    }

    /**
     * Scans rows of tiles from pixel row {@code top}, the first being row {@code first} of the map, and keeps the rows
     * {@code from} to {@code to - 1}.
     */
    private void strip(Picture picture, Axis across, int top, int first, int rows, int from, int to, double[] out) {
        int height = window + (rows - 1) * stride;
        int regular = across.regular();
        Picture region = picture.region(0, top, window + (regular - 1) * stride, height);
        keep(classifier.scan(region), regular, 0, regular, 0, first, from, to, across.count(), out);
        if (across.edge()) {
            int left = regular > 1 ? 1 : 0;
            Picture edge =
                    picture.region(picture.width() - window - left * stride, top, window + left * stride, height);
            keep(classifier.scan(edge), left + 1, left, 1, regular, first, from, to, across.count(), out);
        }
    }

    /** Copies {@code count} columns of a scan from column {@code skip} on to the map's column {@code column}. */
    private static void keep(
            double[] scanned,
            int scannedColumns,
            int skip,
            int count,
            int column,
            int first,
            int from,
            int to,
            int columns,
            double[] out) {
        for (int row = from; row < to; row++) {
            System.arraycopy(scanned, (row - first) * scannedColumns + skip, out, row * columns + column, count);
        }
    }
}

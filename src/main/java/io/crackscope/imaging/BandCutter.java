package io.crackscope.imaging;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands a photo over in bands while its rows arrive, so that no more than one band of it is ever kept. Bands are aligned
 * to the scene's top left corner, so where rows arrive from the far side the first band is the one that is left over.
 */
final class BandCutter implements RowSink {
    private final int width;
    private final int height;
    private final int depth;
    private final Orientation orientation;
    private final Consumer<PhotoBand> to;
    private @Nullable PictureBuilder band;
    private int start;
    private int rows;

    /** For stored rows of {@code width} pixels, {@code height} of them, in bands of {@code depth} rows. */
    BandCutter(int width, int height, int depth, Orientation orientation, Consumer<PhotoBand> to) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.orientation = orientation;
        this.to = to;
    }

    @Override
    public void row(int y, byte[] row) {
        if (band == null) {
            start = y;
            rows = orientation.reversesRows() ? (height - 1 - y) % depth + 1 : Math.min(depth, height - y);
            band = new PictureBuilder(width, rows, 1, orientation);
        }
        band.row(y - start, row);
        if (y == start + rows - 1) {
            Picture picture = band.finish();
            band = null;
            int at = orientation.reversesRows() ? height - start - rows : start;
            to.accept(orientation.swapsSides ? new PhotoBand(at, 0, picture) : new PhotoBand(0, at, picture));
        }
    }

    @Override
    public void pixel(int x, int y, byte[] pixel) {
        throw new UnsupportedOperationException("an interlaced picture has no bands until all of it is decoded");
    }
}

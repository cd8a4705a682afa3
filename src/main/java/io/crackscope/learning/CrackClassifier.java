package io.crackscope.learning;

import io.crackscope.imaging.Picture;
import io.crackscope.work.Cancellation;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges how likely tiles show a crack. One thread at a time uses a classifier; it owns native memory until closed.
 */
public interface CrackClassifier extends AutoCloseable {
    /** What the model is and how to read its answers. */
    ModelDescription model();

    /**
     * Calibrated crack probability in [0,1] of each tile, in order. Tiles may have any size and are resized to
     * {@link ModelDescription#inputSize()} squares.
     */
    double[] classify(List<Picture> tiles);

    /**
     * Calibrated crack probabilities of all windows of {@code region}, row-major: windows of side
     * {@link ModelDescription#window()} at every {@link ModelDescription#stride()} pixels from the top-left corner
     * that fit completely. The region is at least one window wide and high.
     */
    default double[] scan(Picture region) {
        return TileScan.tileByTile(this, region);
    }

    /**
     * {@link #scan} of each region, in order. An engine may scan several at the same time.
     *
     * @throws java.util.concurrent.CancellationException if cancelled before the last began
     */
    default List<double[]> scanAll(List<Region> regions, Cancellation cancellation) {
        List<double[]> scans = new ArrayList<>();
        for (Region region : regions) {
            cancellation.throwIfCancelled();
            scans.add(scan(region.cut()));
        }
        return scans;
    }

    /** Frees native memory. Closing twice does nothing. */
    @Override
    void close();
}

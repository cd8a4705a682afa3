package io.crackscope.learning;

import io.crackscope.imaging.Picture;
import java.util.ArrayList;
import java.util.List;

/** Scans a region by cutting every window and judging it alone: the way of networks that are not fully convolutional. */
final class TileScan {
    private static final int BATCH = 32;

    private TileScan() {}

    static double[] tileByTile(CrackClassifier classifier, Picture region) {
        int window = classifier.model().window();
        int stride = classifier.model().stride();
        int columns = (region.width() - window) / stride + 1;
        int rows = (region.height() - window) / stride + 1;
        double[] result = new double[columns * rows];
        List<Picture> batch = new ArrayList<>(BATCH);
        int from = 0;
        for (int i = 0; i < result.length; i++) {
            batch.add(region.region(i % columns * stride, i / columns * stride, window, window));
            if (batch.size() == BATCH || i == result.length - 1) {
                double[] probabilities = classifier.classify(batch);
                System.arraycopy(probabilities, 0, result, from, probabilities.length);
                from = i + 1;
                batch.clear();
            }
        }
        return result;
    }
}

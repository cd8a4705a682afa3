package io.crackscope.evaluation;

import io.crackscope.domain.Label;
import java.util.ArrayList;
import java.util.List;

/** Whether probabilities mean what they say: in each bin of the probability, the share of images that show a crack. */
public final class Reliability {
    private Reliability() {}

    /**
     * A bin of probabilities, {@code from} inclusive, {@code to} exclusive but for the last.
     *
     * @param images images in the bin
     * @param cracks those of them that show a crack
     * @param meanProbability mean of their probabilities; NaN where there is no image
     */
    public record Bin(double from, double to, int images, int cracks, double meanProbability) {
        /** Share of images that show a crack; NaN where there is no image. */
        public double crackShare() {
            return images == 0 ? Double.NaN : cracks / (double) images;
        }
    }

    /** The bins of the expected calibration error, from 0 to 1, empty ones too. */
    public static List<Bin> of(List<ScoredImage> scored) {
        int[] images = new int[RankedImages.BINS];
        int[] cracks = new int[RankedImages.BINS];
        double[] sums = new double[RankedImages.BINS];
        for (ScoredImage image : scored) {
            int bin = RankedImages.bin(image.probability());
            images[bin]++;
            cracks[bin] += image.label() == Label.CRACK ? 1 : 0;
            sums[bin] += image.probability();
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < images.length; i++) {
            bins.add(new Bin(
                    i / (double) images.length,
                    (i + 1) / (double) images.length,
                    images[i],
                    cracks[i],
                    images[i] == 0 ? Double.NaN : sums[i] / images[i]));
        }
        return bins;
    }
}

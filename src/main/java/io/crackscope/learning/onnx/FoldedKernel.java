package io.crackscope.learning.onnx;

import io.crackscope.learning.NetworkLayer;

/** Folds what surrounds a convolution into its kernel, so that the exported network has fewer operations. */
final class FoldedKernel {
    private FoldedKernel() {}

    /**
     * Changes the kernel {@code w} and bias {@code b} of a convolution to those of the convolution followed by batch
     * normalisation: {@code y = gamma (x - mean) / sqrt(var + eps) + beta} for each output channel.
     */
    static void normalise(float[] w, float[] b, float[] gamma, float[] beta, float[] mean, float[] var) {
        int each = w.length / b.length;
        for (int o = 0; o < b.length; o++) {
            double factor = gamma[o] / Math.sqrt(var[o] + NetworkLayer.BatchNormalisation.EPSILON);
            for (int i = o * each; i < (o + 1) * each; i++) {
                w[i] = (float) (w[i] * factor);
            }
            b[o] = (float) ((b[o] - mean[o]) * factor + beta[o]);
        }
    }
}

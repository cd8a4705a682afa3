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

    /** The kernel over pixels that equals {@code w} over {@code block x block} pixels as channels. */
    static float[] overPixels(float[] w, int channels, int kernel, int block) {
        int side = kernel * block;
        int in = 3 * block * block;
        float[] result = new float[channels * 3 * side * side];
        for (int o = 0; o < channels; o++) {
            for (int i = 0; i < in; i++) {
                int k = i % 3;
                int dx = i / 3 % block;
                int dy = i / 3 / block;
                for (int y = 0; y < kernel; y++) {
                    for (int x = 0; x < kernel; x++) {
                        result[((o * 3 + k) * side + y * block + dy) * side + x * block + dx] =
                                w[((o * in + i) * kernel + y) * kernel + x];
                    }
                }
            }
        }
        return result;
    }
}

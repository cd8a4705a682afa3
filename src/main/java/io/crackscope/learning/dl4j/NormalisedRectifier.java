package io.crackscope.learning.dl4j;

import io.crackscope.learning.NetworkLayer;
import java.io.Serial;
import java.util.Arrays;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) of {@code [n, channels, height, width]} with the rectifier behind it, in two
 * passes over memory each way. DL4J 1.0.0-M2.1 makes some fifteen: statistics by separate operations, and the rectifier as
 * a layer of its own, since it ignores an activation here.
 */
final class NormalisedRectifier extends BatchNormalization {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean rectified;

    /** @param rectified whether negative results become zero */
    NormalisedRectifier(boolean rectified) {
        this.rectified = rectified;
        setEps(NetworkLayer.BatchNormalisation.EPSILON);
        setUseLogStd(false);
    }

    @Override
    public NormalisedRectifier clone() {
        return (NormalisedRectifier) super.clone();
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        return OwnLayers.placed(new Worker(conf, type, rectified), conf, listeners, index, parameters, initialise);
    }

    private static final class Worker extends org.deeplearning4j.nn.layers.normalization.BatchNormalization {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Any positive float of ordinary size times this is at least 1. */
        private static final float STEEP = 1e30f;

        private final boolean rectified;
        private double[] mean = {};
        private double[] variance = {};

        Worker(NeuralNetConfiguration conf, DataType type, boolean rectified) {
            super(conf, type);
            this.rectified = rectified;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            INDArray output =
                    workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), input.shape(), 'c');
            Planes in = Planes.of(input);
            Planes out = Planes.of(output);
            if (training) {
                measure(in);
            } else {
                mean = values(BatchNormalizationParamInitializer.GLOBAL_MEAN);
                variance = values(BatchNormalizationParamInitializer.GLOBAL_VAR);
            }
            double[] gamma = values(BatchNormalizationParamInitializer.GAMMA);
            double[] beta = values(BatchNormalizationParamInitializer.BETA);
            float floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
            Planes.forEach(in.channels(), in.area(), 1, (channel, planes) -> {
                float[] x = planes[0];
                double factor = gamma[channel] * inverseDeviation(channel);
                float a = (float) factor;
                float b = (float) (beta[channel] - mean[channel] * factor);
                for (int image = 0; image < in.images(); image++) {
                    in.read(image, channel, x);
                    for (int i = 0; i < x.length; i++) {
                        x[i] = Math.max(floor, x[i] * a + b);
                    }
                    out.write(image, channel, x);
                }
            });
            return output;
        }

        private double inverseDeviation(int channel) {
            return 1 / Math.sqrt(variance[channel] + layerConf().getEps());
        }

        private double[] values(String parameter) {
            return getParam(parameter).dup('c').data().asDouble();
        }

        /** Mean and variance of each channel over the batch. */
        private void measure(Planes in) {
            mean = new double[in.channels()];
            variance = new double[in.channels()];
            double count = (double) in.images() * in.area();
            Planes.forEach(in.channels(), in.area(), 3, (channel, planes) -> {
                float[] x = planes[0];
                float[] sums = planes[1];
                float[] squares = planes[2];
                Arrays.fill(sums, 0);
                Arrays.fill(squares, 0);
                in.read(0, channel, x);
                // sums about a value of the channel itself: no difference of large numbers
                float pivot = x[0];
                for (int image = 0; image < in.images(); image++) {
                    in.read(image, channel, x);
                    for (int i = 0; i < x.length; i++) {
                        float d = x[i] - pivot;
                        sums[i] += d;
                        squares[i] += d * d;
                    }
                }
                double offset = Planes.sum(sums) / count;
                mean[channel] = pivot + offset;
                variance[channel] = Math.max(0, Planes.sum(squares) / count - offset * offset);
            });
        }

        /**
         * With {@code h = (x - mean) / deviation} and {@code g} the gradient of {@code gamma h + beta} (that of the
         * output where the rectifier let it through): {@code d gamma = sum g h}, {@code d beta = sum g}, {@code d x =
         * gamma / deviation (g - d beta / m - h d gamma / m)}, {@code m} being the values in a channel.
         */
        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            INDArray inputGradient =
                    workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
            Planes in = Planes.of(input);
            Planes error = Planes.of(Planes.isDense(epsilon) ? epsilon : epsilon.dup('c'));
            Planes out = Planes.of(inputGradient);
            double[] gamma = values(BatchNormalizationParamInitializer.GAMMA);
            double[] beta = values(BatchNormalizationParamInitializer.BETA);
            double[] gammaGradient = new double[in.channels()];
            double[] betaGradient = new double[in.channels()];
            double count = (double) in.images() * in.area();
            // a rectifier lets through what is positive: the gate is 1 there and 0 elsewhere, without a branch
            float steepness = rectified ? STEEP : 0;
            float least = rectified ? 0 : 1;
            Planes.forEach(in.channels(), in.area(), 4, (channel, planes) -> {
                float[] x = planes[0];
                float[] g = planes[1];
                float[] sums = planes[2];
                float[] products = planes[3];
                Arrays.fill(sums, 0);
                Arrays.fill(products, 0);
                double deviation = inverseDeviation(channel);
                double factor = gamma[channel] * deviation;
                float a = (float) factor;
                float b = (float) (beta[channel] - mean[channel] * factor);
                float middle = (float) mean[channel];
                for (int image = 0; image < in.images(); image++) {
                    in.read(image, channel, x);
                    error.read(image, channel, g);
                    for (int i = 0; i < x.length; i++) {
                        float through = g[i] * Math.min(1, Math.max(least, (x[i] * a + b) * steepness));
                        sums[i] += through;
                        products[i] += through * (x[i] - middle);
                    }
                }
                betaGradient[channel] = Planes.sum(sums);
                gammaGradient[channel] = Planes.sum(products) * deviation;
                float slope = (float) (-factor * deviation * gammaGradient[channel] / count);
                float shift = (float) (-factor * betaGradient[channel] / count - slope * mean[channel]);
                for (int image = 0; image < in.images(); image++) {
                    in.read(image, channel, x);
                    error.read(image, channel, g);
                    for (int i = 0; i < x.length; i++) {
                        float through = g[i] * Math.min(1, Math.max(least, (x[i] * a + b) * steepness));
                        x[i] = through * a + x[i] * slope + shift;
                    }
                    out.write(image, channel, x);
                }
            });
            return new Pair<>(gradient(gammaGradient, betaGradient), inputGradient);
        }

        /** Running mean and variance move by a "gradient", as in DL4J's own layer; their updater subtracts it as it is. */
        private Gradient gradient(double[] gammaGradient, double[] betaGradient) {
            double[] runningMean = values(BatchNormalizationParamInitializer.GLOBAL_MEAN);
            double[] runningVariance = values(BatchNormalizationParamInitializer.GLOBAL_VAR);
            double share = 1 - layerConf().getDecay();
            Arrays.setAll(runningMean, c -> (runningMean[c] - mean[c]) * share);
            Arrays.setAll(runningVariance, c -> (runningVariance[c] - variance[c]) * share);
            Gradient gradient = new DefaultGradient();
            put(gradient, BatchNormalizationParamInitializer.GAMMA, gammaGradient);
            put(gradient, BatchNormalizationParamInitializer.BETA, betaGradient);
            put(gradient, BatchNormalizationParamInitializer.GLOBAL_MEAN, runningMean);
            put(gradient, BatchNormalizationParamInitializer.GLOBAL_VAR, runningVariance);
            return gradient;
        }

        private void put(Gradient gradient, String parameter, double[] values) {
            INDArray view = gradientViews.get(parameter);
            for (int i = 0; i < values.length; i++) {
                view.putScalar(i, values[i]);
            }
            gradient.setGradientFor(parameter, view);
        }
    }
}

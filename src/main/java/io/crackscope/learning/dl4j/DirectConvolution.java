package io.crackscope.learning.dl4j;

import java.io.Serial;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.util.ConvolutionUtils;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.api.ops.impl.layers.convolution.DeConv2DDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution without activation that calls ND4J's operations directly. DL4J 1.0.0-M2.1's own layer computes the forward
 * convolution once more in every backward pass, and the gradient of the network's input, which nobody reads.
 */
final class DirectConvolution extends ConvolutionLayer {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean first;

    private DirectConvolution(Builder builder, boolean first) {
        super(builder);
        this.first = first;
    }

    /**
     * A square convolution.
     *
     * @param same zero padding for the input's size divided by the stride, rounded up; else none
     * @param first it reads the network's input, whose gradient is not needed
     */
    static DirectConvolution of(int kernel, int stride, int channels, boolean same, boolean bias, boolean first) {
        Builder builder = new Builder(kernel, kernel)
                .stride(stride, stride)
                .nOut(channels)
                .convolutionMode(same ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                .hasBias(bias)
                .activation(org.nd4j.linalg.activations.Activation.IDENTITY);
        return new DirectConvolution(builder, first);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        return OwnLayers.placed(new Worker(conf, type, first), conf, listeners, index, parameters, initialise);
    }

    private static final class Worker extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final int NCHW = 0;
        private static final int WEIGHTS_OUT_IN = 1;

        private final boolean first;
        private transient @Nullable OpContext forward;
        private transient @Nullable OpContext backward;

        Worker(NeuralNetConfiguration conf, DataType type, boolean first) {
            super(conf, type);
            this.first = first;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            INDArray weights = getParam(ConvolutionParamInitializer.WEIGHT_KEY);
            int[] side = outputSide();
            INDArray output = workspaces.createUninitialized(
                    ArrayType.ACTIVATIONS,
                    input.dataType(),
                    new long[] {input.size(0), weights.size(0), side[0], side[1]},
                    'c');
            forward = call(forward);
            inputs(forward, input, weights, bias());
            outputs(forward, output);
            Nd4j.exec(new Conv2D(), forward);
            return output;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            INDArray weights = getParam(ConvolutionParamInitializer.WEIGHT_KEY);
            INDArray weightGradient = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
            @Nullable INDArray biasGradient = gradientViews.get(ConvolutionParamInitializer.BIAS_KEY);
            @Nullable INDArray inputGradient = null;
            if (first && tilesExactly()) {
                weightGradientOnly(weights, epsilon, weightGradient);
                if (biasGradient != null) {
                    biasGradient.assign(epsilon.sum(0, 2, 3).reshape(biasGradient.shape()));
                }
            } else {
                inputGradient =
                        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
                backward = call(backward);
                inputs(backward, input, weights, bias(), epsilon);
                outputs(backward, inputGradient, weightGradient, biasGradient);
                Nd4j.exec(new Conv2DDerivative(), backward);
            }
            Gradient gradient = new DefaultGradient();
            if (biasGradient != null) {
                gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
            }
            gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, weightGradient, 'c');
            return new Pair<>(gradient, first ? null : inputGradient);
        }

        /**
         * The weight gradient of a convolution of {@code x} with output gradient {@code d} is that of the transposed
         * convolution of {@code d} with output gradient {@code x}. ND4J's backward convolution always computes the
         * input's gradient too, which for three channels oneDNN has no fast kernel for: it takes as long as the rest of a
         * small network. The backward transposed convolution computes a forward convolution instead.
         */
        private void weightGradientOnly(INDArray weights, INDArray epsilon, INDArray weightGradient) {
            INDArray unused = Nd4j.createUninitialized(epsilon.dataType(), epsilon.shape(), 'c');
            backward = call(backward);
            inputs(backward, epsilon, weights, input);
            outputs(backward, unused, weightGradient);
            Nd4j.exec(new DeConv2DDerivative(), backward);
        }

        /** Whether the kernel's last step ends at the input's edge: the transposed convolution then has the same size. */
        private boolean tilesExactly() {
            int kernel = layerConf().getKernelSize()[0];
            int stride = layerConf().getStride()[0];
            return layerConf().getConvolutionMode() == ConvolutionMode.Truncate
                    && (input.size(2) - kernel) % stride == 0
                    && (input.size(3) - kernel) % stride == 0;
        }

        private @Nullable INDArray bias() {
            return layerConf().hasBias() ? getParam(ConvolutionParamInitializer.BIAS_KEY) : null;
        }

        private int[] outputSide() {
            boolean same = layerConf().getConvolutionMode() == ConvolutionMode.Same;
            return ConvolutionUtils.getOutputSize(
                    input,
                    layerConf().getKernelSize(),
                    layerConf().getStride(),
                    same ? null : layerConf().getPadding(),
                    layerConf().getConvolutionMode(),
                    layerConf().getDilation(),
                    layerConf().getCnn2dDataFormat());
        }

        /** Arguments never change: a graph always sees tiles of one size. */
        private OpContext call(@Nullable OpContext made) {
            if (made != null) {
                made.purge();
                return made;
            }
            int[] outputSide = outputSide();
            int[] kernel = layerConf().getKernelSize();
            int[] stride = layerConf().getStride();
            boolean same = layerConf().getConvolutionMode() == ConvolutionMode.Same;
            int[] inputSide = {(int) input.size(2), (int) input.size(3)};
            int[] padding = same
                    ? ConvolutionUtils.getSameModeTopLeftPadding(
                            outputSide, inputSide, kernel, stride, layerConf().getDilation())
                    : layerConf().getPadding();
            OpContext call = Nd4j.getExecutioner().buildContext();
            call.setIArguments(
                    kernel[0],
                    kernel[1],
                    stride[0],
                    stride[1],
                    padding[0],
                    padding[1],
                    1,
                    1,
                    same ? 1 : 0,
                    NCHW,
                    WEIGHTS_OUT_IN);
            return call;
        }

        private static void inputs(OpContext call, @Nullable INDArray... arrays) {
            int at = 0;
            for (INDArray array : arrays) {
                if (array != null) {
                    call.setInputArray(at++, array);
                }
            }
        }

        private static void outputs(OpContext call, @Nullable INDArray... arrays) {
            int at = 0;
            for (INDArray array : arrays) {
                if (array != null) {
                    call.setOutputArray(at++, array);
                }
            }
        }
    }
}

package io.crackscope.learning.dl4j;

import java.io.Serial;
import java.util.Arrays;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The largest of each 2 x 2 values, and zero if all are negative: a rectifier and the maximum pooling behind it at once. The
 * oneDNN inside ND4J 1.0.0-M2.1 pools arrays of this layout with its slow reference code, a third of the notebook
 * network's training time.
 */
final class RectifiedMaximum extends SubsamplingLayer {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean rectified;

    /** @param rectified whether negative results become zero */
    RectifiedMaximum(boolean rectified) {
        super(new Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2));
        this.rectified = rectified;
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

    private static final class Worker extends org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Marks a result that comes from none of the four values. */
        private static final int NONE = 4;

        /** Share of the gradient that goes to each winner. */
        private static final float[] LIVE = {1, 1, 1, 1, 0};

        private final float floor;
        /** Which of its four values each result of the last training step is, all planes one after the other. */
        private byte[] winners = {};

        Worker(NeuralNetConfiguration conf, DataType type, boolean rectified) {
            super(conf, type);
            floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            int width = (int) input.size(3);
            int columns = width / 2;
            int rows = (int) input.size(2) / 2;
            INDArray output = workspaces.createUninitialized(
                    ArrayType.ACTIVATIONS,
                    input.dataType(),
                    new long[] {input.size(0), input.size(1), rows, columns},
                    'c');
            Planes in = Planes.of(input);
            Planes out = Planes.of(output);
            int planes = in.images() * in.channels();
            if (winners.length < planes * out.area()) {
                winners = new byte[planes * out.area()];
            }
            byte[] won = winners;
            Planes.forEach(planes, in.area(), 2, (plane, arrays) -> {
                float[] x = arrays[0];
                float[] y = arrays[1];
                in.read(plane / in.channels(), plane % in.channels(), x);
                int at = plane * out.area();
                for (int row = 0, o = 0; row < rows; row++) {
                    for (int column = 0, i = 2 * row * width; column < columns; column++, i += 2, o++) {
                        // without branches: which value is largest cannot be predicted
                        int upper = x[i + 1] > x[i] ? 1 : 0;
                        int lower = x[i + width + 1] > x[i + width] ? 3 : 2;
                        float top = Math.max(x[i], x[i + 1]);
                        float bottom = Math.max(x[i + width], x[i + width + 1]);
                        float best = Math.max(top, bottom);
                        int winner = bottom > top ? lower : upper;
                        y[o] = Math.max(best, floor);
                        won[at + o] = (byte) (best > floor ? winner : NONE);
                    }
                }
                out.write(plane / in.channels(), plane % in.channels(), y);
            });
            return output;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            INDArray inputGradient =
                    workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
            Planes error = Planes.of(Planes.isDense(epsilon) ? epsilon : epsilon.dup('c'));
            Planes out = Planes.of(inputGradient);
            int width = (int) input.size(3);
            int columns = width / 2;
            int rows = (int) input.size(2) / 2;
            byte[] won = winners;
            Planes.forEach(out.images() * out.channels(), out.area(), 2, (plane, arrays) -> {
                float[] x = arrays[0];
                float[] g = arrays[1];
                error.read(plane / out.channels(), plane % out.channels(), g);
                Arrays.fill(x, 0);
                int at = plane * error.area();
                for (int row = 0, o = 0; row < rows; row++) {
                    for (int column = 0, i = 2 * row * width; column < columns; column++, i += 2, o++) {
                        int winner = won[at + o];
                        x[i + (winner >> 1 & 1) * width + (winner & 1)] = g[o] * LIVE[winner];
                    }
                }
                out.write(plane / out.channels(), plane % out.channels(), x);
            });
            return new Pair<>(new DefaultGradient(), inputGradient);
        }
    }
}

package io.crackscope.learning.dl4j;

import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkBlueprint.Size;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.TileTensor;
import java.util.List;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Tiles as the arrays a graph of {@link GraphFactory} is fed with. Safe from several threads. */
final class TileBatches {
    private final TileTensor tensor;
    private final int block;
    private final Size size;

    TileBatches(NetworkBlueprint blueprint) {
        tensor = new TileTensor(blueprint);
        block = blueprint.layers().getFirst() instanceof NetworkLayer.SpaceToDepth s ? s.block() : 1;
        size = GraphFactory.inputSize(blueprint);
    }

    /** One step's arrays, still outside ND4J. */
    record Batch(float[] tiles, float[] targets, int count) {}

    /** The tiles {@code pictures} gives for {@code indices}, with {@code [target, weight]} rows from {@code targets}. */
    Batch batch(int[] indices, IntFunction<Picture> pictures, IntFunction<float[]> targets) {
        float[] tiles = new float[indices.length * size.length()];
        float[] rows = new float[2 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            write(pictures.apply(indices[i]), tiles, i * size.length());
            System.arraycopy(targets.apply(indices[i]), 0, rows, 2 * i, 2);
        }
        return new Batch(tiles, rows, indices.length);
    }

    /** The features of {@code tiles} as {@code [n, channels, side, side]}. */
    INDArray features(float[] tiles, int count) {
        return Nd4j.create(tiles, new long[] {count, size.channels(), size.side(), size.side()}, 'c');
    }

    /** Pictures of the network's input size as one array. */
    INDArray features(List<Picture> pictures) {
        float[] tiles = new float[pictures.size() * size.length()];
        for (int i = 0; i < pictures.size(); i++) {
            write(pictures.get(i), tiles, i * size.length());
        }
        return features(tiles, pictures.size());
    }

    private void write(Picture picture, float[] out, int at) {
        if (block == 1) {
            tensor.planes(picture, out, at);
        } else {
            tensor.blocks(picture, block, out, at);
        }
    }

    /** {@code [target, weight]} of a label. */
    static float[] target(Label label, double smoothing, double weight) {
        return new float[] {(float) (label == Label.CRACK ? 1 - smoothing : smoothing), (float) weight};
    }
}

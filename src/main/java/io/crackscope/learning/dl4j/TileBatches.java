package io.crackscope.learning.dl4j;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkBlueprint.Size;
import io.crackscope.learning.TileTensor;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Tiles as the arrays a graph of {@link GraphFactory} is fed with. Safe from several threads. */
final class TileBatches {
    private final TileTensor tensor;
    private final Size size;
    /** Arrays to be used again, by the tiles they hold. */
    private final Map<Integer, Queue<INDArray>> free = new ConcurrentHashMap<>();

    TileBatches(NetworkBlueprint blueprint) {
        tensor = new TileTensor(blueprint);
        size = blueprint.sizes().get(NetworkBlueprint.INPUT);
    }

    /** One step: tiles {@code [n, channels, side, side]} and rows {@code [target, weight]}. */
    record Batch(INDArray tiles, float[] targets) {
        int count() {
            return targets.length / 2;
        }

        INDArray labels() {
            return Nd4j.create(targets, new long[] {count(), 2}, 'c');
        }
    }

    /**
     * The tiles {@code pictures} gives for {@code indices}, with {@code [target, weight]} rows from {@code targets}; to be
     * given back to {@link #release} after use.
     */
    Batch batch(int[] indices, IntFunction<Picture> pictures, IntFunction<float[]> targets) {
        INDArray tiles = array(indices.length);
        Planes planes = Planes.of(tiles);
        float[] tile = new float[size.length()];
        float[] rows = new float[2 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            tensor.planes(pictures.apply(indices[i]), tile, 0);
            planes.writeImage(i, tile);
            System.arraycopy(targets.apply(indices[i]), 0, rows, 2 * i, 2);
        }
        return new Batch(tiles, rows);
    }

    /** Lets the memory of a batch's tiles be used again: fresh memory for each costs more than filling it. */
    void release(Batch batch) {
        free(batch.count()).add(batch.tiles());
    }

    private Queue<INDArray> free(int count) {
        return free.computeIfAbsent(count, c -> new ConcurrentLinkedQueue<>());
    }

    private INDArray array(int count) {
        INDArray array = free(count).poll();
        return array != null
                ? array
                : Nd4j.createUninitializedDetached(
                        DataType.FLOAT, 'c', count, size.channels(), size.side(), size.side());
    }

    /** Pictures of the network's input size, without labels. */
    Batch batch(List<Picture> pictures) {
        return batch(IntStream.range(0, pictures.size()).toArray(), pictures::get, i -> new float[2]);
    }

    /** {@code [target, weight]} of an image: its own target where it has one; weights by label. */
    static float[] target(LabelledImage image, double smoothing, double[] weights) {
        double label = image.label() == Label.CRACK ? 1 - smoothing : smoothing;
        return new float[] {
            (float) image.target().orElse(label), (float) weights[image.label().ordinal()]
        };
    }
}

package io.crackscope.learning.dl4j;

import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.samples.SampleTile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Training steps on arrays that stay in memory: what the engine itself takes, without decoding and augmentation. In this
 * package because that is where the engine is reached; the only class of the benchmarks that knows DL4J.
 */
public final class ResidentTraining implements AutoCloseable {
    private final NetworkBlueprint blueprint;
    private final ComputationGraph graph;
    private final StepListener listener = new StepListener(event -> {});
    private final List<DataSet> batches = new ArrayList<>();
    private int step;

    /**
     * A network with weights drawn from {@code seed}, and {@code tiles} of its input size in batches of {@code batch}, a
     * rest left out.
     */
    public ResidentTraining(NetworkBlueprint blueprint, double rate, long seed, List<SampleTile> tiles, int batch) {
        this.blueprint = blueprint;
        graph = GraphFactory.training(blueprint, new Adam(rate), 0, seed);
        graph.setListeners(listener);
        listener.epochStarts(1, Integer.MAX_VALUE);
        TileBatches arrays = new TileBatches(blueprint);
        for (int from = 0; from + batch <= tiles.size(); from += batch) {
            TileBatches.Batch made = arrays.batch(
                    IntStream.range(from, from + batch).toArray(),
                    i -> tiles.get(i).picture(),
                    i -> TileBatches.target(tiles.get(i).label(), 0, 1));
            batches.add(new DataSet(made.tiles(), made.labels()));
        }
    }

    /** All weights as they are now, in the blueprint's order. */
    public float[] weights() {
        return GraphFactory.weights(graph, blueprint);
    }

    /** Makes {@code count} steps, batch after batch; the loss of each before its update. */
    public double[] steps(int count) {
        double[] losses = new double[count];
        for (int i = 0; i < count; i++) {
            graph.fit(batches.get(step++ % batches.size()));
            losses[i] = listener.lastLoss(graph);
        }
        return losses;
    }

    @Override
    public void close() {
        graph.close();
    }
}

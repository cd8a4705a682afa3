package io.crackscope.learning.dl4j;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.TileTensor;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Judges tiles with Deeplearning4j: the reference that faster engines are checked against. */
public final class Dl4jClassifier implements CrackClassifier {
    private static final int BATCH = 32;

    private final ModelDescription description;
    private final ComputationGraph graph;
    private final TileBatches batches;
    private boolean closed;

    /** A classifier for {@code model}. */
    public Dl4jClassifier(StoredModel model) {
        description = model.description();
        graph = GraphFactory.inference(model.network(), model.weights());
        batches = new TileBatches(model.network());
    }

    @Override
    public ModelDescription model() {
        return description;
    }

    @Override
    public double[] classify(List<Picture> tiles) {
        double[] probabilities = new double[tiles.size()];
        for (int from = 0; from < probabilities.length; from += BATCH) {
            List<Picture> fitted = new ArrayList<>();
            for (Picture tile : tiles.subList(from, Math.min(probabilities.length, from + BATCH))) {
                fitted.add(TileTensor.fitted(tile, description.inputSize()));
            }
            TileBatches.Batch batch = batches.batch(fitted);
            double[] logits = LogitLoss.logits(graph.output(false, batch.tiles())[0]);
            batches.release(batch);
            for (int i = 0; i < logits.length; i++) {
                probabilities[from + i] = description.probability(logits[i]);
            }
        }
        return probabilities;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            graph.close();
        }
    }
}

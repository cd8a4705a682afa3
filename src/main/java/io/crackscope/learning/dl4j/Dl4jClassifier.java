package io.crackscope.learning.dl4j;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.TileTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;

/** Judges tiles with Deeplearning4j: the reference that faster engines are checked against. */
public final class Dl4jClassifier implements CrackClassifier {
    private static final int BATCH = 32;

    private final ModelDescription description;
    private final ComputationGraph graph;
    private final TileBatches batches;
    private final @Nullable RegionScan regions;
    private final boolean padded;
    private boolean closed;

    /** A classifier for {@code model}. */
    public Dl4jClassifier(StoredModel model) {
        description = model.description();
        graph = GraphFactory.inference(model.network(), model.weights());
        batches = new TileBatches(model.network());
        boolean whole = model.network().fullyConvolutional() && description.window() == description.inputSize();
        padded = model.network().padded();
        regions = whole ? new RegionScan(model, graph) : null;
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
            double[] logits = LogitLoss.logits(graph.output(false, batches.features(fitted))[0]);
            for (int i = 0; i < logits.length; i++) {
                probabilities[from + i] = description.probability(logits[i]);
            }
        }
        return probabilities;
    }

    @Override
    public boolean seesBeyondWindows() {
        return regions != null && padded;
    }

    @Override
    public double[] scan(Picture region) {
        if (regions == null) {
            return CrackClassifier.super.scan(region);
        }
        int width = region.width() - (region.width() - description.window()) % description.stride();
        int height = region.height() - (region.height() - description.window()) % description.stride();
        double[] logits = regions.logits(region.region(0, 0, width, height));
        return Arrays.stream(logits).map(description::probability).toArray();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            graph.close();
        }
    }
}

package io.crackscope.learning.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The exponential average of a network's parameters over the steps of its training (Polyak and Juditsky 1992; the form of
 * Tarvainen and Valpola 2017): steadier than the last step's, and usually better on photos not seen. Running means and
 * variances are averaged too. One thread.
 */
final class WeightAverage {
    /** Early on the average looks back a tenth of the steps only: the first weights are worthless. */
    private static final int WARM_UP = 10;

    private final ComputationGraph graph;
    private final double kept;
    private final INDArray average;

    /** @param kept share in [0,1) that the average keeps at each step; 0 for no average */
    WeightAverage(ComputationGraph graph, double kept) {
        this.graph = graph;
        this.kept = kept;
        average = kept == 0 ? Nd4j.empty() : graph.params().dup();
    }

    /** Forgets the parameters that the network had before those it has now. */
    void startHere() {
        if (kept > 0) {
            average.assign(graph.params());
        }
    }

    /** Takes in the parameters after a step. */
    void step() {
        if (kept > 0) {
            int steps = graph.getConfiguration().getIterationCount();
            double share = Math.min(kept, (1.0 + steps) / (WARM_UP + steps));
            average.muli(share);
            Nd4j.getBlasWrapper().axpy(1 - share, graph.params(), average);
        }
    }

    /** Runs {@code work} while the network has the averaged parameters; training goes on with its own. */
    void whileInPlace(Runnable work) {
        if (kept == 0) {
            work.run();
            return;
        }
        INDArray own = graph.params().dup();
        graph.params().assign(average);
        try {
            work.run();
        } finally {
            graph.params().assign(own);
        }
    }

    /** The average for a checkpoint; empty where there is none. */
    float[] values() {
        return kept == 0 ? new float[0] : average.dup('c').data().asFloat();
    }

    /** Goes on from {@link #values()}. */
    void restore(float[] values) {
        if (kept > 0) {
            average.assign(Nd4j.create(values, average.shape(), 'c'));
        }
    }
}

package io.crackscope.learning.dl4j;

import org.nd4j.linalg.factory.Nd4j;

/** What {@code crackscope doctor} asks of the training engine. */
public final class Dl4jExamination {
    private Dl4jExamination() {}

    /** Loads the engine and names its versions. */
    public static String versions() {
        Package dl4j = org.deeplearning4j.nn.graph.ComputationGraph.class.getPackage();
        String version = dl4j.getImplementationVersion();
        return "DL4J " + (version == null ? "1.0.0-M2.1" : version) + ", backend "
                + Nd4j.getBackend().getClass().getSimpleName() + ", BLAS "
                + Nd4j.getExecutioner().getEnvironmentInformation().getProperty("blas.vendor");
    }

    /** Whether the oneDNN layer helpers are used. */
    public static boolean helpersAlive() {
        return OneDnn.alive();
    }
}

package io.crackscope.learning.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;

/** What {@code crackscope doctor} asks of the training engine. */
public final class Dl4jExamination {
    /** Maven writes it into the jar; the manifest names no version. */
    private static final String POM = "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";

    private Dl4jExamination() {}

    /** Loads the engine and names its versions. */
    public static String versions() {
        return "DL4J " + dl4j() + ", backend " + Nd4j.getBackend().getClass().getSimpleName() + ", BLAS "
                + Nd4j.getExecutioner().getEnvironmentInformation().getProperty("blas.vendor");
    }

    private static String dl4j() {
        try (InputStream in = ComputationGraph.class.getResourceAsStream(POM)) {
            Properties pom = new Properties();
            if (in != null) {
                pom.load(in);
            }
            return pom.getProperty("version", "of unknown version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether ND4J computes convolutions with oneDNN; without it training is about five times slower. */
    public static boolean oneDnnInUse() {
        Nd4j.getBackend();
        return Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
}

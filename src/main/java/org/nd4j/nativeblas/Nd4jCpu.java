package org.nd4j.nativeblas;

/**
 * Answers under the name that DL4J 1.0.0-M2.1 still asks for. Its {@code BaseMKLDNNHelper} looks up
 * {@code org.nd4j.nativeblas.Nd4jCpu$Environment.isUseMKLDNN} by reflection; ND4J M2 renamed the class to
 * {@code org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu$Environment} and the method to {@code isUseONEDNN}, so that
 * every oneDNN layer helper believes itself unsupported. To be deleted with the release that asks for the new name.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** The environment as the helpers look for it. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** The one environment. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Whether ND4J may use oneDNN. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                    .isUseONEDNN();
        }
    }
}

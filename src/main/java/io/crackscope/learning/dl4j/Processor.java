package io.crackscope.learning.dl4j;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Whether the processor has the instructions that ND4J's library was built for. To be asked before the library is loaded:
 * on an older processor that would end the program. Inspecting does not need them, ONNX Runtime chooses by itself.
 */
final class Processor {
    static final String TOO_OLD = "this processor has no AVX2, which training needs";
    static final String REMEDY = "Train on a computer of 2015 or newer; inspecting and reporting work on this one";

    /** The JVM's word for AVX2 in its option {@code UseAVX}. */
    private static final int AVX2 = 2;

    private Processor() {}

    static boolean isTooOld() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
            return false;
        }
        HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return Integer.parseInt(hotSpot.getVMOption("UseAVX").getValue()) < AVX2;
    }

    /** For what cannot go on; the message says what is wrong and the remedy. */
    static void check() {
        if (isTooOld()) {
            throw new UnsupportedOperationException(TOO_OLD + ". " + REMEDY);
        }
    }
}

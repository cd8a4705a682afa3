package io.crackscope.learning;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Whether this machine's processor is one on which training is slow. It works on each: oneDNN and OpenBLAS choose at run
 * time between the instructions that there are.
 */
public final class Processor {
    /** How many times as long training takes without AVX2, as decision 0019 measured it. */
    public static final double SLOWER = 1.5;

    /** The JVM's word for AVX2 in its option {@code UseAVX}. */
    private static final int AVX2 = 2;

    private Processor() {}

    /** Whether this is an x86-64 processor without AVX2, as most before 2015 are. */
    public static boolean lacksAvx2() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
            return false;
        }
        HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return Integer.parseInt(hotSpot.getVMOption("UseAVX").getValue()) < AVX2;
    }
}

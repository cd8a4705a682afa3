package io.crackscope.learning.dl4j;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads ND4J shares its sums out to. Their number decides the order in which floats are added, so that equal runs
 * need equal numbers. Left alone it is chance: ND4J sets it for the one thread that happens to load its library, from the
 * cores it reads of {@code /sys} (one, where that is missing); on every other thread OpenMP counts processors by itself.
 */
final class EngineThreads {
    private EngineThreads() {}

    /** From now on {@code threads} work for what the calling thread asks of ND4J; returns their number. */
    static int use(int threads) {
        // OpenBLAS has one number for the process. Its own threads wait by yielding the processor again and again, some
        // milliseconds after each product: on two cores that took half a core from OpenMP's, which do nearly all the
        // work.
        Nd4j.factory().blas().setMaxThreads(1);
        // OpenMP has one for each thread that calls it
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        return threads;
    }
}

package io.crackscope.work;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Short computations on all processors at once. */
public final class ParallelRange {
    private ParallelRange() {}

    /**
     * Calls {@code work} for {@code 0} to {@code count - 1}, spread over the processors, the calling thread among them;
     * returns when all are done. For milliseconds of arithmetic that nobody would cancel; anything longer is a job.
     */
    public static void forEach(int count, IntConsumer work) {
        IntStream.range(0, count).parallel().forEach(work);
    }
}

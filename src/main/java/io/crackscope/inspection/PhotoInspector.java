package io.crackscope.inspection;

import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Inspects photos with one model. Used by one thread at a time; blocks it. */
public interface PhotoInspector {
    /**
     * Inspects {@code file}; never throws for what is wrong with the file.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    InspectionOutcome inspect(Path file, Cancellation cancellation);

    /**
     * Inspects {@code files} in order and hands over each outcome as soon as it is known; returns early, without an
     * exception, when cancelled.
     *
     * @param outcomes is called on the calling thread, once for each file until the end or the cancellation
     */
    default void inspectAll(List<Path> files, Consumer<InspectionOutcome> outcomes, Cancellation cancellation) {
        for (Path file : files) {
            if (cancellation.isCancelled()) {
                return;
            }
            try {
                outcomes.accept(inspect(file, cancellation));
            } catch (java.util.concurrent.CancellationException e) {
                return;
            }
        }
    }
}

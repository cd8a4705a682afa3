package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.learning.ModelDescription;

/** Whether photos can be inspected. */
public sealed interface EngineState {
    /** Nobody needed it yet, or it is being opened. */
    record Opening() implements EngineState {}

    /** It is ready. */
    record Ready(ModelDescription model, ModelStamp stamp) implements EngineState {
        /** Whether its model gave the answer that {@code row} shows: a kept one may be another's. */
        boolean judged(PhotoRow row) {
            return row.judgedBy().filter(stamp::equals).isPresent();
        }
    }

    /** It cannot be used. */
    record Broken(Throwable failure) implements EngineState {}
}

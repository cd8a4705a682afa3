package io.crackscope.ui.training;

import io.crackscope.learning.TrainingOutcome;
import io.crackscope.text.Messages;
import io.crackscope.training.TrainingResult;
import io.crackscope.ui.common.FailureWords;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How a run ended, in words.
 *
 * @param kind what to think of it
 * @param title a few words
 * @param text what happened, and what to do; may be empty
 */
record RunEnd(Kind kind, String title, String text) {
    /** Nothing ended. */
    static final RunEnd NONE = new RunEnd(Kind.NONE, "", "");

    /** What to think of an end. */
    enum Kind {
        NONE,
        FINISHED,
        STOPPED,
        FAILED
    }

    static RunEnd of(TrainingResult result, Path model, Messages messages) {
        return switch (result) {
            case TrainingResult.NothingFound nothing ->
                new RunEnd(Kind.FAILED, messages.get("ui.train.end.nothing"), messages.get("ui.train.data.nothing"));
            case TrainingResult.NotSplit not ->
                new RunEnd(Kind.FAILED, messages.get("ui.train.end.nothing"), FailureWords.of(not.why(), messages));
            case TrainingResult.Ended ended -> of(ended.outcome(), model, messages);
        };
    }

    private static RunEnd of(TrainingOutcome outcome, Path model, Messages messages) {
        return switch (outcome) {
            case TrainingOutcome.Finished finished ->
                new RunEnd(
                        Kind.FINISHED,
                        messages.get("ui.train.end.finished"),
                        messages.get("ui.train.end." + finished.reason().name().toLowerCase(Locale.ROOT)) + " "
                                + messages.get("ui.train.end.kept", finished.bestEpoch(), model.getFileName()));
            case TrainingOutcome.Cancelled cancelled ->
                new RunEnd(
                        Kind.STOPPED,
                        messages.get("ui.train.end.stopped"),
                        cancelled.bestEpoch() > 0
                                ? messages.get("ui.train.end.kept", cancelled.bestEpoch(), model.getFileName())
                                : messages.get("ui.train.end.nothing_kept"));
            case TrainingOutcome.Failed failed -> {
                String key = failed.problem().name().toLowerCase(Locale.ROOT);
                String kept = failed.bestEpoch() > 0
                        ? " " + messages.get("ui.train.end.kept", failed.bestEpoch(), model.getFileName())
                        : "";
                yield new RunEnd(
                        Kind.FAILED,
                        messages.get("ui.train.problem." + key),
                        messages.get("ui.train.remedy." + key, failed.reason()) + kept);
            }
        };
    }

    /** An end that nobody expected: a file that cannot be written, memory used up while reading. */
    static RunEnd of(Throwable failure, Messages messages) {
        String text = FailureWords.told(failure, messages);
        return failure instanceof OutOfMemoryError
                ? new RunEnd(
                        Kind.FAILED,
                        messages.get("ui.train.problem.out_of_memory"),
                        messages.get("ui.train.remedy.out_of_memory"))
                : new RunEnd(Kind.FAILED, messages.get("ui.train.end.failed"), text);
    }
}

package io.crackscope.training;

import io.crackscope.domain.KnownFailure;
import io.crackscope.learning.TrainingOutcome.Problem;

/** The judge of a fold of a cross-validation cannot be trained. The message says why and what to do. */
public final class FoldException extends KnownFailure {
    private static final long serialVersionUID = 1L;

    /** The text for people is that of {@code problem}; {@code reason} is its detail, in English or a folder. */
    public FoldException(Problem problem, String reason) {
        super("folds.problem.", problem, english(problem), reason);
    }

    private static String english(Problem problem) {
        return switch (problem) {
            case ONE_CLASS -> "a small model cannot learn: %s. Label images of both classes, then start again";
            case LOSS_NOT_FINITE -> "a small model did not learn: %s. Leave out damaged images, then start again";
            case IMAGE_LOST -> "%s. Reconnect its disk, or read the folders again, then start again";
            case OUT_OF_MEMORY -> "a small model cannot be trained: %s. Close other programs, then start again";
            case DISK_FULL -> "there is no room left in %s for a small model. Free some space, then start again";
        };
    }
}

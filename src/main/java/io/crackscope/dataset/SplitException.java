package io.crackscope.dataset;

import io.crackscope.domain.KnownFailure;

/** Images cannot be split as asked for. The message says why and what to do. */
public final class SplitException extends KnownFailure {
    private static final long serialVersionUID = 1L;

    /** What can be wrong. */
    public enum Problem {
        /** {0} groups are too few. */
        TOO_FEW_GROUPS("%s groups are too few to split into training, validation and test by whole groups."
                + " Give images of more photos, or split at random."),
        /** {0} images are too few. */
        TOO_FEW_IMAGES("%s images are too few to split into training, validation and test. Give more."),
        /** The pattern {0} is found nowhere. */
        PATTERN_UNUSED("the pattern %s is found in no path"),
        /** {0} is only to train, and is the same as {1}, which judges. */
        TRAINS_AND_JUDGES("%s is to train only, but it is the same image as %s, which validates or tests."
                + " Take one of the two away.");

        private final String english;

        Problem(String english) {
            this.english = english;
        }
    }

    SplitException(Problem problem, Object first, Object... others) {
        super("split.problem.", problem, problem.english, first, others);
    }
}

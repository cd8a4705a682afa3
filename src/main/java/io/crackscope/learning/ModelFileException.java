package io.crackscope.learning;

import io.crackscope.domain.KnownFailure;
import java.nio.file.Path;

/** A model file or checkpoint cannot be read or written. The message names the file, what is wrong and the remedy. */
public final class ModelFileException extends KnownFailure {
    private static final long serialVersionUID = 1L;

    /** What can be wrong; in the text for people {0} is the file. */
    public enum Problem {
        /** There is no such file. */
        MISSING("there is no such model file", "Check the path, or train a model with: crackscope train"),
        /** It cannot be read; {1} is why. */
        UNREADABLE("cannot be read (%s)", "Check that you may read it"),
        /** It is some other file, or so damaged that it cannot be told. */
        NOT_A_MODEL("is not a CrackScope model, or is damaged", Problem.RESTORE),
        /** A newer program wrote it. */
        NEWER("was made by a newer CrackScope", "Update CrackScope, or choose another model"),
        /** It is a model, and its content is damaged: {1}, in English. */
        DAMAGED("is damaged: %s", Problem.RESTORE),

        /** The folder that it goes into is not there. */
        NO_FOLDER("its folder does not exist", "Create the folder first"),
        /** It cannot be written; {1} is why. */
        NOT_WRITTEN("cannot be written (%s)", "Check the folder's rights and free space"),
        /** The program ended, or the work was stopped, while it was written. */
        INTERRUPTED("writing was interrupted", "Try again"),

        /** It is no checkpoint. */
        NOT_A_CHECKPOINT("is not a checkpoint of this program", Problem.AFRESH),
        /** It is a checkpoint and cannot be read; {1} is why. */
        CHECKPOINT_UNREADABLE("the checkpoint cannot be read (%s)", Problem.AFRESH),
        /** It is a checkpoint, and its content is damaged. */
        CHECKPOINT_DAMAGED("the checkpoint is damaged", Problem.AFRESH),
        /** It is the checkpoint of another run. */
        OTHER_RUN(
                "belongs to a run with other settings or other images",
                "Give the same settings, data and start as before, or delete it to start afresh"),

        /** The run {1} started from this model, called {2}, with weights of the digest {3}, and it is gone. */
        START_GONE("the run %s started from this model, which is gone", Problem.BACK),
        /** The run {1} started from this model, called {2}, with weights of the digest {3}, and these are others now. */
        START_CHANGED("the run %s started from other weights than this model has now", Problem.BACK),
        /** It is to start from {1}, whose preset {2} has {3} weights; that of the plan, {4}, has {5}. */
        START_DIFFERS(
                "cannot start from %s: that is a %s of %s weights, the plan is for a %s of %s",
                "Choose the preset of the model to start from, or start afresh"),

        /** The ONNX Runtime cannot read it as ONNX; {1} is why, in English. */
        ONNX_REFUSED("ONNX Runtime refuses its network (%s)", "Nothing was written"),
        /** As ONNX it judges otherwise, by up to {1}. */
        ONNX_DIFFERS(
                "as ONNX it gives other probabilities, by up to %s", "Nothing was written; inspect with --engine dl4j");

        private static final String RESTORE = "Choose another model, or restore this one from a copy";
        private static final String AFRESH = "Delete it to start the run afresh, or train without --resume";
        private static final String BACK =
                "Put %s (SHA-256 of its weights %s) back there and resume, or train anew from another model";

        private final String english;

        Problem(String problem, String remedy) {
            english = "%s: " + problem + ". " + remedy;
        }
    }

    /** {@code details} are what the text tells beside the file, in order; one that was thrown is the cause too. */
    public ModelFileException(Path file, Problem problem, Object... details) {
        super("model.problem.", problem, problem.english, file, details);
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.Finding;

/** How far a check of a data set is. */
public sealed interface CheckState {
    /** It begins when all images are measured. */
    record Waiting() implements CheckState {}

    /** It begins when a person asks for it: it takes the model. */
    record Offered() implements CheckState {}

    /** It needs images in more than one part. */
    record NeedsParts() implements CheckState {}

    /** It runs. */
    record Running() implements CheckState {}

    /** It was cancelled. */
    record Cancelled() implements CheckState {}

    /** It is done. */
    record Found(Finding finding) implements CheckState {}

    /** It broke. */
    record Failed(Throwable failure) implements CheckState {}
}

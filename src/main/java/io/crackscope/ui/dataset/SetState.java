package io.crackscope.ui.dataset;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.ImageSet;
import io.crackscope.imaging.PhotoFiles.RefusedPath;

/** What there is to see of the data set that was chosen. */
public sealed interface SetState {
    /** None is chosen. */
    record None() implements SetState {}

    /** Its folders are being read. */
    record Listing(DataSource source) implements SetState {}

    /** It is open. */
    record Open(ImageSet set) implements SetState {}

    /** It cannot be opened. */
    record Failed(DataSource source, Throwable failure) implements SetState {}

    /** There is nothing to list, because {@code path} cannot be read. */
    record Refused(DataSource source, RefusedPath path) implements SetState {}
}

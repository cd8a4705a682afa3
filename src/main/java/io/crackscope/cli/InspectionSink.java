package io.crackscope.cli;

import io.crackscope.inspection.InspectionOutcome;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes the outcomes of an inspection, photo by photo, so that ten thousand photos need no more memory than one. */
interface InspectionSink {
    /** Takes one outcome; {@code overlay} is the picture that was drawn of it, if one was asked for. */
    void photo(InspectionOutcome outcome, @Nullable Path overlay) throws IOException;

    /** No more photos will come; {@code complete} if all were given, else the inspection was cut short. */
    void finish(boolean complete) throws IOException;
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Refusal;
import io.crackscope.inspection.InspectionOutcome;
import java.nio.file.Path;

/** How far the inspection of one listed photo is. */
public sealed interface PhotoState {
    /** Its turn will come. */
    record Waiting() implements PhotoState {}

    /** It is being inspected. */
    record Inspecting() implements PhotoState {}

    /** It has a verdict. */
    record Inspected(InspectionOutcome.Inspected outcome) implements PhotoState {}

    /** Its file cannot be used. */
    record Refused(Refusal refusal) implements PhotoState {}

    /** Inspection stopped before its turn, by the user or because the model cannot be used; it can be taken up again. */
    record Unfinished() implements PhotoState {}

    /** The engine broke on this photo; it can be tried again. */
    record Failed(Throwable failure) implements PhotoState {}

    /** The same of a photo whose file was found at another place: what was in work or in vain there waits here. */
    default PhotoState at(Path file) {
        return switch (this) {
            case Inspected(var outcome) -> new Inspected(outcome.at(file));
            case Refused r -> new Waiting();
            case Inspecting i -> new Waiting();
            default -> this;
        };
    }
}

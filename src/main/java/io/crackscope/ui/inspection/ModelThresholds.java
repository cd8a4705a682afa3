package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.VerdictThresholds;
import java.util.Optional;

/**
 * The thresholds that the viewer draws the selected photo's answer by: those of the model that gave it, which need not be
 * the one in use.
 */
record ModelThresholds(InspectionViewModel model) {
    private static final double UNKNOWN_TILE = 0.5;

    /** Probability from which a tile speaks by itself; no answer keeps it, so that of another model is a guess. */
    double tile() {
        return model.engineProperty().get() instanceof EngineState.Ready ready
                        && row().filter(ready::judged).isPresent()
                ? ready.model().tileThreshold()
                : UNKNOWN_TILE;
    }

    /** Probability from which evidence makes a crack. */
    double crackFrom() {
        return row().flatMap(PhotoRow::thresholds)
                .map(VerdictThresholds::crackFrom)
                .orElse(0.0);
    }

    /** The text for what evidence is called: a crack only where it makes one by itself. */
    String kind(Evidence evidence) {
        return evidence.probability() >= crackFrom() ? "ui.viewer.crack_place" : "ui.viewer.uncertain_place";
    }

    private Optional<PhotoRow> row() {
        return Optional.ofNullable(model.selectedProperty().get());
    }
}

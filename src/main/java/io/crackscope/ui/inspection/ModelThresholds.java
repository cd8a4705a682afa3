package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;

/** The thresholds of the model in use, as far as the viewer draws by them; sensible ones before a model is open. */
record ModelThresholds(InspectionViewModel model) {
    private static final double UNKNOWN_TILE = 0.5;

    /** Probability from which a tile speaks by itself. */
    double tile() {
        return model.engineProperty().get() instanceof EngineState.Ready(var description)
                ? description.tileThreshold()
                : UNKNOWN_TILE;
    }

    /** Probability from which evidence makes a crack. */
    double crackFrom() {
        return model.engineProperty().get() instanceof EngineState.Ready(var description)
                ? description.thresholds().crackFrom()
                : 0;
    }

    /** The text for what evidence is called: a crack only where it makes one by itself. */
    String kind(Evidence evidence) {
        return evidence.probability() >= crackFrom() ? "ui.viewer.crack_place" : "ui.viewer.uncertain_place";
    }
}

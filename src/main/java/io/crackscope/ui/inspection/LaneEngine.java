package io.crackscope.ui.inspection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the engine once, when it is first needed, and again only after that failed. Inspection lane only. */
final class LaneEngine {
    private static final Logger LOG = LoggerFactory.getLogger(LaneEngine.class);

    private final EngineSource source;
    private @Nullable InspectionEngine opened;

    LaneEngine(EngineSource source) {
        this.source = source;
    }

    InspectionEngine open() throws Exception {
        if (opened == null) {
            opened = source.open();
        }
        return opened;
    }

    /** What a person can do something with; the rest goes to the log. */
    static String inWords(Throwable failure) {
        LOG.error("inspection failed", failure);
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}

package io.crackscope.ui.inspection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the engine once, when it is first needed, and again only after that failed or when another one is to be used.
 * Inspection lane only, but for {@link #use}.
 */
final class LaneEngine {
    private static final Logger LOG = LoggerFactory.getLogger(LaneEngine.class);

    private volatile EngineSource source;
    private @Nullable EngineSource openedFrom;
    private @Nullable InspectionEngine opened;

    LaneEngine(EngineSource source) {
        this.source = source;
    }

    /** Lets {@code other} be opened when the engine is needed next; from any thread. */
    void use(EngineSource other) {
        source = other;
    }

    InspectionEngine open() throws Exception {
        EngineSource wanted = source;
        InspectionEngine before = opened;
        if (before == null || wanted != openedFrom) {
            opened = wanted.open();
            openedFrom = wanted;
            if (before != null) {
                before.release().run();
            }
        }
        return opened;
    }

    /** {@code failure}, which goes into the log whole before the person is told of it. */
    static Throwable logged(Throwable failure) {
        LOG.error("inspection failed", failure);
        return failure;
    }
}

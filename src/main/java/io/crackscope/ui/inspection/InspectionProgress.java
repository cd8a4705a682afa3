package io.crackscope.ui.inspection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far the running inspection is.
 *
 * @param phase what is going on
 * @param done photos judged or refused since the inspection began
 * @param total {@code done} and those that still wait
 * @param photosPerSecond since the first photo began; 0 until one is done
 * @param left how long it still takes at that rate; null until two are done
 */
public record InspectionProgress(
        Phase phase,
        int done,
        int total,
        double photosPerSecond,
        @Nullable Duration left) {
    /** Nothing runs. */
    public static final InspectionProgress IDLE = new InspectionProgress(Phase.IDLE, 0, 0, 0, null);

    /** What is going on. */
    public enum Phase {
        IDLE,
        /** Folders are being searched for photos. */
        SEARCHING,
        /** The model is being opened while photos wait. */
        OPENING,
        INSPECTING,
        /** To be paused; the photo in work is finished. */
        PAUSING,
        /** Photos wait until somebody goes on. */
        PAUSED,
        /** Cancelled; the photo in work is let go at its next safe point. */
        STOPPING
    }

    /** Whether the inspection is halted, or will be after the photo in work. */
    public boolean isPaused() {
        return phase == Phase.PAUSING || phase == Phase.PAUSED;
    }

    /** Whether there is something to cancel. */
    public boolean isRunning() {
        return phase != Phase.IDLE;
    }

    /** Share done in [0,1]; negative when unknown. */
    public double share() {
        return switch (phase) {
            case INSPECTING, PAUSING, PAUSED, STOPPING -> (double) done / Math.max(1, total);
            case IDLE, SEARCHING, OPENING -> -1;
        };
    }
}

package io.crackscope.ui.common;

import io.crackscope.text.Messages;
import java.time.Duration;

/** How long work still takes, as people read it. */
public final class TimeLeft {
    private TimeLeft() {}

    /** Rounded as coarsely as such a guess deserves. */
    public static String of(Messages messages, Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        if (seconds < 10) {
            return messages.get("time.seconds", seconds);
        }
        if (seconds < 60) {
            return messages.get("time.seconds", (seconds + 4) / 5 * 5);
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 90 ? messages.get("time.minutes", minutes) : messages.get("time.hours", (minutes + 30) / 60);
    }
}

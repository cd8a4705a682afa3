package io.crackscope.ui.common;

import io.crackscope.text.Messages;
import java.time.Duration;

/** Numbers as people read them, always with their unit. The space before a unit does not break. */
public final class Figures {
    private static final char NO_BREAK_SPACE = '\u00A0';

    private Figures() {}

    /**
     * A probability in [0,1] as a whole percentage; never 0 or 100 unless it is exactly that: a model that says 99.7 %
     * does not know.
     */
    public static String percent(double probability) {
        long rounded = Math.round(100 * probability);
        String number;
        if (rounded >= 100 && probability < 1) {
            number = ">99";
        } else if (rounded <= 0 && probability > 0) {
            number = "<1";
        } else {
            number = Long.toString(rounded);
        }
        return number + NO_BREAK_SPACE + "%";
    }

    /** How long it still takes, rounded as coarsely as such a guess deserves. */
    public static String timeLeft(Messages messages, Duration left) {
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

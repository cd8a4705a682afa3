package io.crackscope.project;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who makes the changes, and when that is. Safe for threads. */
final class Author {
    private final Clock clock;
    private volatile String name;

    Author(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    /** Now, to the millisecond. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

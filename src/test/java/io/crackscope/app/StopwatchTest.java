package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whether the time of a start begins with the process. */
class StopwatchTest {
    /** The system tells the two times to a hundredth of a second each. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_process_is_as_old_as_it_is_to_the_hundredth_of_a_second() throws IOException {
        long before = System.nanoTime();
        Process process = new ProcessBuilder("cat").start();
        long after = System.nanoTime();
        try {
            long asked = System.nanoTime();
            Duration age = Stopwatch.age(process.toHandle());
            long answered = System.nanoTime();

            assertThat(age)
                    .isBetween(
                            Duration.ofNanos(asked - after).minus(ROUNDING),
                            Duration.ofNanos(answered - before).plus(ROUNDING));
        } finally {
            process.destroyForcibly();
        }
    }
}

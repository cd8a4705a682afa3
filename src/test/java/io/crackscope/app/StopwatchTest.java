package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether the time of a start begins with the process. */
class StopwatchTest {
    /** The system tells the two times to a hundredth of a second each. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    @Test
    void a_process_is_as_old_as_it_is_to_the_hundredth_of_a_second() throws IOException {
        // waits for what nobody writes, on every system
        ProcessBuilder waiting = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName());
        long before = System.nanoTime();
        Process process = waiting.start();
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

    /** A process that lives until it is ended. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws IOException {
            System.in.read();
        }
    }
}

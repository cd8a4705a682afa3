package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class InterruptionTest {
    /** Works until cancelled, keeps its result, and ends as the program does. */
    public static final class Worker {
        public static void main(String[] arguments) throws IOException {
            Cancellation cancellation = new Cancellation();
            try (Interruption _ = Interruption.cancelling(cancellation)) {
                System.out.println("working");
                while (!cancellation.isCancelled()) {
                    Thread.onSpinWait();
                }
                System.out.println("kept");
            }
            System.exit(0);
        }
    }

    @Test
    @Timeout(60)
    void ctrl_c_lets_the_work_keep_its_result_and_then_ends_the_program_with_130() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/kill")) || Files.exists(Path.of("/usr/bin/kill")), "needs kill");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("working");
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(output.readLine()).isEqualTo("kept");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void closed_in_time_it_cancels_nothing() {
        Cancellation cancellation = new Cancellation();

        Interruption.cancelling(cancellation).close();

        assertThat(cancellation.isCancelled()).isFalse();
    }
}

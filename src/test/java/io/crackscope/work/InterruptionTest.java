package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterruptionTest {
    /** Works until cancelled, keeps its result, and ends as the program does. */
    public static final class Worker {
        public static void main(String[] arguments) throws IOException {
            Cancellation cancellation = new Cancellation();
            Interruption interruption = Interruption.cancelling(cancellation);
            System.out.println("working");
            while (!cancellation.isCancelled()) {
                Thread.onSpinWait();
            }
            System.out.println("kept");
            interruption.close();
            System.exit(0);
        }
    }

    /** The signals of Ctrl-C and of a system that shuts down, with the exit code each gives a JVM. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_signal_lets_the_work_keep_its_result_and_then_ends_the_program(String signal, int exitCode)
            throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/kill")) || Files.exists(Path.of("/usr/bin/kill")), "needs kill");
        assumeFalse(signal.equals("INT") && isCtrlCIgnored(), "started in the background, where Ctrl-C is ignored");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("working");
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(output.readLine()).isEqualTo("kept");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(exitCode);
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

    /** A shell starts background jobs with SIGINT ignored, and children inherit that. */
    private static boolean isCtrlCIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Long.parseUnsignedLong(line.split("\\s+")[1], 16) & 2) != 0);
    }
}

package io.crackscope.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a real X display (Xvfb). Skipped, and said so, where Xvfb or xwininfo is missing. */
class PackagedWindowIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");
    private static final Path XWININFO = Path.of("/usr/bin/xwininfo");

    @TempDir
    Path scratch;

    private Process display;
    private String name;

    @BeforeEach
    void openDisplay() throws IOException {
        assumeTrue(Files.isExecutable(XVFB) && Files.isExecutable(XWININFO), "needs xvfb and x11-utils");
        display = new ProcessBuilder(
                        XVFB.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x800x24",
                        "-nolisten",
                        "tcp",
                        "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader numbers = display.inputReader(StandardCharsets.US_ASCII);
        name = ":" + numbers.readLine();
    }

    @AfterEach
    void closeDisplay() throws InterruptedException {
        if (display != null) {
            display.destroy();
            assertThat(display.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void the_window_opens_and_nothing_is_unpacked_at_home() throws Exception {
        PackagedProgram program = new PackagedProgram(scratch).with("DISPLAY", name);
        Process process = program.start();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            String windows = windows();
            while (process.isAlive() && !windows.contains("CrackScope") && System.nanoTime() < deadline) {
                windows = windows();
            }
            assertThat(windows)
                    .as("exit code: " + (process.isAlive() ? "running" : process.exitValue()))
                    .contains("CrackScope");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(program.finished(process).stderr()).doesNotContain("Exception", "WARNING");
        assertThat(program.filesAtHome()).noneMatch(file -> file.toString().contains(".so"));
    }

    private String windows() throws IOException {
        Process tree = new ProcessBuilder(XWININFO.toString(), "-display", name, "-root", "-tree")
                .redirectErrorStream(true)
                .start();
        return new String(tree.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

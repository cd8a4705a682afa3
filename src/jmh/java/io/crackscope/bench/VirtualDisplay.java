package io.crackscope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An X display of its own (Xvfb). */
final class VirtualDisplay implements AutoCloseable {
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");
    private static final Path XWININFO = Path.of("/usr/bin/xwininfo");

    private final Process process;
    private final String name;

    VirtualDisplay() throws IOException {
        process = new ProcessBuilder(
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
        name = ":" + process.inputReader(StandardCharsets.US_ASCII).readLine();
    }

    static boolean possible() {
        return Files.isExecutable(XVFB) && Files.isExecutable(XWININFO);
    }

    /** For the variable {@code DISPLAY}. */
    String name() {
        return name;
    }

    /** Whether a window is there whose title or class has {@code word}. */
    boolean shows(String word) throws IOException {
        Process tree = new ProcessBuilder(XWININFO.toString(), "-display", name, "-root", "-tree")
                .redirectErrorStream(true)
                .start();
        return new String(tree.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains(word);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

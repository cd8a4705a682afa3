package io.crackscope.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this program uses. */
public final class ProcessMemory {
    private static final Path PAGES = Path.of("/proc/self/statm");
    private static final long PAGE_BYTES = 4096;

    private ProcessMemory() {}

    /** Bytes of main memory in use, native memory included where the system tells it (Linux); else the Java heap's. */
    public static long bytes() {
        try {
            String[] counts = Files.readString(PAGES).split(" ");
            return Long.parseLong(counts[1]) * PAGE_BYTES;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}

package io.crackscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What Linux says a process holds; elsewhere nothing is known. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** Bytes in memory now. */
    static OptionalLong now(long process) {
        return field(process, "VmRSS:");
    }

    /** Most bytes in memory since its start. */
    static OptionalLong peak(long process) {
        return field(process, "VmHWM:");
    }

    private static OptionalLong field(long process, String name) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
                if (line.startsWith(name)) {
                    return OptionalLong.of(1024 * Long.parseLong(line.replaceAll("\\D", "")));
                }
            }
        } catch (IOException e) {
            // gone, or not Linux
        }
        return OptionalLong.empty();
    }
}

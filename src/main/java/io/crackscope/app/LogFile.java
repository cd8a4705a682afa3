package io.crackscope.app;

import java.nio.file.Path;

/** Where the program writes its log. */
final class LogFile {
    private LogFile() {}

    static Path path() {
        return Path.of(System.getProperty("java.io.tmpdir"), "crackscope-" + System.getProperty("user.name") + ".log");
    }
}

package io.crackscope.app;

import java.nio.file.Path;

/** Where the program writes its log; src/main/resources/logback.xml writes to the same place. */
final class LogFile {
    private LogFile() {}

    static Path path() {
        return Path.of(System.getProperty("java.io.tmpdir"), "crackscope-" + System.getProperty("user.name") + ".log");
    }
}

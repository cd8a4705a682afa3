package io.crackscope.ui.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes folders whole or not at all, and never into one that is there: what a person has in it stays. */
final class NewFolder {
    private NewFolder() {}

    /** Fills a folder. */
    @FunctionalInterface
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** {@code name} in {@code parent}, or with the first number behind it that no file has yet. */
    static Path free(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = parent.resolve(name + "-" + number);
        }
        return folder;
    }

    /**
     * Makes {@code target} of what {@code filling} puts into it.
     *
     * @throws IOException if it is there already, or as the file system reports it; nothing is then left
     */
    static void make(Path target, Filling filling) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path part = Files.createTempDirectory(absolute.getParent(), "." + absolute.getFileName());
        try {
            filling.fill(part);
            if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                // a temporary folder is private to its owner; a result has the rights folders usually have here
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.move(part, absolute);
        } finally {
            delete(part);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

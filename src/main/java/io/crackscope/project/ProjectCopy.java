package io.crackscope.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private copy of a project with the log beside it, to be looked at where the file itself must not change. */
final class ProjectCopy implements AutoCloseable {
    private final Path folder;
    private final Path file;

    private ProjectCopy(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Copies {@code project}, which nobody may write meanwhile. */
    static ProjectCopy of(Path project) throws IOException {
        Path folder = Files.createTempDirectory("crackscope-project");
        ProjectCopy copy = new ProjectCopy(folder, folder.resolve("copy" + InspectionProject.EXTENSION));
        try {
            Files.copy(project, copy.file);
            if (Files.exists(log(project))) {
                Files.copy(log(project), log(copy.file));
            }
            for (Path part : List.of(copy.file, log(copy.file))) {
                // of a write-protected project the copy would be so too
                part.toFile().setWritable(true);
            }
            return copy;
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    /** Where SQLite keeps what is saved and not yet in the file. */
    static Path log(Path project) {
        return project.resolveSibling(project.getFileName() + "-wal");
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try (Stream<Path> parts = Files.walk(folder)) {
            for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

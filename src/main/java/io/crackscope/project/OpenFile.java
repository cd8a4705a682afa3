package io.crackscope.project;

import io.crackscope.project.ProjectException.Problem;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A project's file, open, with the lock that keeps others away.
 *
 * @param store reads and writes it
 * @param lock ends after the store
 */
record OpenFile(Store store, ProjectLock lock) implements AutoCloseable {
    /** Opens the project in {@code file}. */
    static OpenFile existing(Path file) {
        ProjectFile form = new ProjectFile(Schema.present());
        form.recognise(file);
        Path place = real(file);
        return locked(place, () -> new Store(place, form.open(place)));
    }

    /** Makes a project in {@code file}, with what {@code first} puts into it, and opens it. */
    static OpenFile made(Path file, Store.Work<?> first) {
        ProjectFile form = new ProjectFile(Schema.present());
        Path place = file.toAbsolutePath().normalize();
        return locked(place, () -> {
            form.create(place, first);
            return new Store(place, form.open(place));
        });
    }

    private interface Opening {
        Store open();
    }

    private static OpenFile locked(Path place, Opening opening) {
        ProjectLock lock = ProjectLock.of(place);
        try {
            return new OpenFile(opening.open(), lock);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Through links, so that there is one lock however the file is named. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new ProjectException(file, Problem.MISSING, e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            store.close();
        }
    }
}

package io.crackscope.project;

import io.crackscope.project.ProjectException.Problem;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A project's file, open.
 *
 * @param store reads and writes it
 * @param release ends, after the store, what keeps others away or what was copied
 */
record OpenFile(Store store, Runnable release) implements AutoCloseable {
    /** Opens the project in {@code file}. */
    static OpenFile existing(Path file) {
        ProjectFile form = new ProjectFile(Schema.present());
        form.recognise(file);
        Path place = real(file);
        return locked(place, () -> new Store(place, form.open(place)));
    }

    /** As {@link #existing}, and one that cannot be written as it is now, from a private copy that refuses changes. */
    static OpenFile existingOrViewed(Path file) {
        try {
            return existing(file);
        } catch (ProjectException e) {
            if (e.problem() != Problem.READ_ONLY) {
                throw e;
            }
            return viewed(file);
        }
    }

    private static OpenFile viewed(Path file) {
        ProjectFile form = new ProjectFile(Schema.present());
        form.recognise(file);
        Path place = real(file);
        try {
            ProjectCopy copy = ProjectCopy.of(place);
            try {
                return new OpenFile(Store.readOnly(place, form.open(copy.file())), copy::close);
            } catch (ProjectException e) {
                copy.close();
                throw new ProjectException(place, e.problem(), e);
            }
        } catch (IOException e) {
            throw new ProjectException(place, Problem.NOT_SAVED, e);
        }
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
            return new OpenFile(opening.open(), lock::close);
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
        try {
            store.close();
        } finally {
            release.run();
        }
    }
}

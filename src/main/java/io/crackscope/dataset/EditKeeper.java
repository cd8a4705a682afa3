package io.crackscope.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a person does to a data set, in order, in its file, which is made at the first change and not before. What was
 * done waits here until {@link #keep} has written it; so a full disk costs nothing that was done. Safe from any thread.
 */
public final class EditKeeper implements AutoCloseable {
    private final SetFiles files;
    private final DataSource source;
    private final Deque<Work> waiting = new ArrayDeque<>();
    private @Nullable SetFile file;

    private interface Work {
        void on(SetFile file);
    }

    public EditKeeper(SetFiles files, DataSource source) {
        this.files = files;
        this.source = source;
    }

    /**
     * Does to {@code set}, fresh from its listing, what was kept in earlier runs.
     *
     * @return how many images of the file are no longer listed; empty where nothing was ever changed
     * @throws DatasetException if the file cannot be used
     */
    public Optional<Integer> restore(ImageSet set) {
        Optional<java.nio.file.Path> existing = files.existing(source);
        if (existing.isEmpty()) {
            return Optional.empty();
        }
        try (SetFile kept = SetFile.open(existing.get())) {
            return Optional.of(kept.restore(set));
        }
    }

    /** Where the changes are kept. */
    public SetFiles.Place place() {
        return files.of(source);
    }

    /** Notes a step that was done. */
    public void done(ImageSet set, EditStep step) {
        List<String> paths =
                IntStream.of(step.images()).mapToObj(set.table()::path).toList();
        Optional<EditStep> last = set.preceding(step);
        add(to -> to.append(step, last, paths));
    }

    /** Notes that a step was undone, or done again. */
    public void undone(EditStep step, boolean undone) {
        add(to -> to.undone(step, undone));
    }

    private void add(Work work) {
        synchronized (waiting) {
            waiting.add(work);
        }
    }

    /** Whether something waits to be written. */
    public boolean isBehind() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }

    /**
     * Writes what waits; blocks.
     *
     * @throws DatasetException if something cannot be written; it and what follows go on waiting
     */
    public synchronized void keep() {
        while (true) {
            Work next;
            synchronized (waiting) {
                next = waiting.peek();
            }
            if (next == null) {
                return;
            }
            if (file == null) {
                file = files.open(source);
            }
            next.on(file);
            synchronized (waiting) {
                waiting.remove();
            }
        }
    }

    /** Writes what waits and closes the file. */
    @Override
    public synchronized void close() {
        try {
            keep();
        } finally {
            if (file != null) {
                file.close();
                file = null;
            }
        }
    }
}

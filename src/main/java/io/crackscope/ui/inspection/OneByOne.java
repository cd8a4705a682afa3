package io.crackscope.ui.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Begins tasks one after another, each when the one before says that it has ended. One thread. */
final class OneByOne {
    private final Deque<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Adds a task behind all others. It is handed what it must run, once, when it has ended. */
    void add(Consumer<Runnable> task) {
        waiting.addLast(task);
        next();
    }

    /** Adds a task in front of all that have not begun. */
    void addFirst(Consumer<Runnable> task) {
        waiting.addFirst(task);
        next();
    }

    private void next() {
        while (!busy && !waiting.isEmpty()) {
            busy = true;
            waiting.removeFirst().accept(this::ended);
        }
    }

    private void ended() {
        busy = false;
        next();
    }
}

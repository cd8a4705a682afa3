package io.crackscope.cli;

import io.crackscope.cli.Services.InterruptionSource;
import io.crackscope.cli.Services.Watch;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds watches until a command has said its last word: after Ctrl-C the program ends the moment its watch does, and what a
 * command prints then is lost.
 */
final class HeldWatches implements InterruptionSource, AutoCloseable {
    private final InterruptionSource source;
    private final Deque<Watch> held = new ArrayDeque<>();

    HeldWatches(InterruptionSource source) {
        this.source = source;
    }

    @Override
    public Watch watch() {
        Watch watch = source.watch();
        held.push(watch);
        return new Watch(watch.cancellation(), () -> {});
    }

    @Override
    public void close() {
        held.forEach(Watch::close);
    }
}

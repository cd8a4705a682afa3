package io.crackscope.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers why it could not be written: a {@link PrintStream} alone knows only that it could not,
 * and a reader who has read enough ({@code | head}) is no failure. Safe from any thread.
 */
public final class StandardOutput extends PrintStream {
    private final Target target;

    public StandardOutput(OutputStream target, Charset charset) {
        this(new Target(target), charset);
    }

    private StandardOutput(Target target, Charset charset) {
        super(target, false, charset);
        this.target = target;
    }

    /** Whether what is printed reaches nobody any more. */
    boolean isLost() {
        return target.failure != null;
    }

    /** What kept the output from being written; empty where nothing did, or where its reader went away. */
    Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(target.failure).filter(failure -> !isReaderGone(failure));
    }

    /** The JVM knows no other sign than the system's words, "Broken pipe" on Unix, "The pipe is being closed" on Windows. */
    private static boolean isReaderGone(IOException failure) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }

    private static final class Target extends FilterOutputStream {
        private volatile @Nullable IOException failure;

        Target(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int b) throws IOException {
            remembering(() -> out.write(b));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            remembering(() -> out.write(bytes, from, length));
        }

        @Override
        public void flush() throws IOException {
            remembering(out::flush);
        }

        private void remembering(Step step) throws IOException {
            try {
                step.run();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}

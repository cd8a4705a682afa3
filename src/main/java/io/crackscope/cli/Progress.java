package io.crackscope.cli;

import io.crackscope.work.ProgressListener;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how far a job is, how fast it goes and how long it still takes, on a terminal only. */
final class Progress implements ProgressListener, AutoCloseable {
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final @Nullable Console console;
    private final String what;
    private final long start = System.nanoTime();
    private long drawn;

    /** Shows nothing when {@code quiet} or where no person reads. */
    Progress(Console console, String what, boolean quiet) {
        this.console = quiet || !console.showsStatus() ? null : console;
        this.what = what;
    }

    @Override
    public synchronized void progress(long done, long total) {
        long now = System.nanoTime();
        if (console == null || done > 0 && done < total && now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        double seconds = Math.max(1e-3, (now - start) / 1e9);
        StringBuilder text = new StringBuilder(console.text("cli.progress", what, done, total));
        if (done > 0) {
            double rate = done / seconds;
            text.append("  ").append(console.text("cli.progress.rate", rate(rate)));
            if (done < total) {
                text.append("  ").append(console.text("cli.progress.left", clock((total - done) / rate)));
            }
        }
        console.status(text.toString());
    }

    @Override
    public void close() {
        if (console != null) {
            console.status("");
        }
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}

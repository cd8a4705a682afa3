package io.crackscope.cli;

import io.crackscope.learning.EpochScore;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import java.time.Duration;
import java.util.Locale;

/** Shows a training run: a line an epoch, and between them how far the epoch is, on a terminal only. */
final class TrainingTable implements TrainingObserver {
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();

    private final Console console;
    private final boolean quiet;
    private final int batch;
    private long drawn;
    private int skipped;

    TrainingTable(Console console, boolean quiet, int batch) {
        this.console = console;
        this.quiet = quiet;
        this.batch = batch;
    }

    /** Images that could not be read and were left out. */
    int skipped() {
        return skipped;
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> started(started);
            case TrainingEvent.Skipped skip -> {
                skipped++;
                console.refused(skip.file(), skip.reason());
            }
            case TrainingEvent.Reading reading -> reading(reading);
            case TrainingEvent.Step step -> step(step);
            case TrainingEvent.Worst worst -> {}
            case TrainingEvent.EpochDone done -> epoch(done.score(), done.best());
        }
    }

    private void reading(TrainingEvent.Reading reading) {
        if (!quiet && console.showsStatus()) {
            console.status(console.text("cli.train.reading", reading.done(), reading.total()));
        }
    }

    private void started(TrainingEvent.Started started) {
        if (quiet) {
            return;
        }
        console.line(console.text("cli.train.parameters", started.parameters()));
        if (started.fromEpoch() > 0) {
            console.line(console.text("cli.train.resumed", started.fromEpoch()));
        }
        console.line("");
        console.line(String.format(
                "%7s  %12s  %12s  %12s  %12s  %9s  %9s",
                console.text("cli.train.table.epoch"),
                console.text("cli.train.table.train_loss"),
                console.text("cli.train.table.train_accuracy"),
                console.text("cli.train.table.validation_loss"),
                console.text("cli.train.table.validation_accuracy"),
                console.text("cli.train.table.time"),
                console.text("cli.train.table.rate")));
    }

    private void step(TrainingEvent.Step step) {
        long now = System.nanoTime();
        if (quiet || !console.showsStatus() || now - drawn < REDRAW_NANOS && step.step() < step.steps()) {
            return;
        }
        drawn = now;
        double left = step.imagesPerSecond() > 0
                ? (step.steps() - step.step()) * (double) batch / step.imagesPerSecond()
                : Double.NaN;
        console.status(console.text(
                        "cli.train.step",
                        step.epoch(),
                        step.step(),
                        step.steps(),
                        Figure.decimal(step.loss()),
                        Progress.rate(step.imagesPerSecond()))
                + (Double.isNaN(left) ? "" : "  " + console.text("cli.progress.left", Progress.clock(left))));
    }

    private void epoch(EpochScore score, boolean best) {
        console.status("");
        if (quiet) {
            return;
        }
        console.line(String.format(
                        Locale.ROOT,
                        "%7d  %12s  %12s  %12s  %12s  %9s  %9s  %s",
                        score.epoch(),
                        Figure.decimal(score.trainLoss()),
                        Figure.percent(score.trainAccuracy()),
                        Figure.decimal(score.validationLoss()),
                        Figure.percent(score.validationAccuracy()),
                        Progress.clock(score.seconds()),
                        Progress.rate(score.imagesPerSecond()),
                        best ? console.text("cli.train.table.best") : "")
                .stripTrailing());
    }
}

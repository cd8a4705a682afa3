package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.DatasetException;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.reporting.SplitWords;
import io.crackscope.training.StartLeaks;
import io.crackscope.training.TrainingOrder;
import io.crackscope.training.TrainingStages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Says on the terminal what a training run comes to, stage by stage. */
final class TrainingTalk implements TrainingStages {
    private final Services services;
    private final Console console;
    private final TrainingOrder order;
    private final TrainingRun.Output output;
    private final boolean quiet;
    private final Cancellation cancellation;
    private final TrainingTable table;
    private int refused;

    TrainingTalk(
            Services services,
            Console console,
            TrainingOrder order,
            TrainingRun.Output output,
            Cancellation cancellation) {
        this.services = services;
        this.console = console;
        this.order = order;
        this.output = output;
        this.quiet = output.quiet();
        this.cancellation = cancellation;
        this.table = new TrainingTable(console, output.quiet(), order.plan().batch());
    }

    /** Files that are no usable image and were left out of the data. */
    int refused() {
        return refused;
    }

    /** Images that could not be read in training and were left out. */
    int skipped() {
        return table.skipped();
    }

    @Override
    public <R> R during(Stage stage, Function<ProgressListener, R> work) {
        String doing = console.text(
                switch (stage) {
                    case SCAN, SPLIT -> "cli.data.doing";
                    case LEAKS -> "cli.leak.doing";
                    case TEST -> "cli.train.testing";
                });
        R result;
        try (Progress progress = new Progress(console, doing, quiet)) {
            result = work.apply(progress);
        }
        if (stage == Stage.TEST && cancellation.isCancelled()) {
            console.note(console.text("cli.train.test_cancelled"));
        }
        return result;
    }

    @Override
    public void found(Dataset dataset) {
        refused += dataset.refused().size();
        new LabelledData(services, console).say(dataset, quiet, cancellation);
    }

    @Override
    public void foundTrainOnly(Dataset dataset) {
        found(dataset);
    }

    @Override
    public void split(Split split) {
        if (output.split() != null) {
            try {
                SplitFile.write(split, output.split());
            } catch (DatasetException e) {
                throw new NotWritten(e);
            }
        }
        if (!quiet) {
            console.line(console.text(
                    "cli.train.parts",
                    new SplitWords(console.messages()).of(split.kind()),
                    split.train().size(),
                    split.validation().size(),
                    split.test().size()));
        }
    }

    /** Says what the test part has in common with what is learnt from. Nothing is refused: the person decides. */
    @Override
    public void leaks(Split split, SplitLeaks leaks) {
        new LeakWarning(console).of(split.kind(), leaks).forEach(console::note);
    }

    @Override
    public void startLeaks(StartLeaks leaks) {
        if (leaks.known().isEmpty()) {
            console.note(console.text("cli.leak.start.unknown", leaks.model()));
        } else if (leaks.known().getAsInt() > 0) {
            console.note(console.text("cli.leak.start.same", leaks.known().getAsInt(), leaks.tests(), leaks.model()));
        }
    }

    @Override
    public void on(TrainingEvent event) {
        table.on(event);
    }

    @Override
    public void ended(TrainingOutcome outcome) {
        console.status("");
        int best = TrainingJson.bestEpoch(outcome);
        String model = order.modelFile().toString();
        switch (outcome) {
            case TrainingOutcome.Finished finished -> {
                if (!quiet) {
                    console.line("");
                    console.line(console.text(
                            "cli.train.stop." + finished.reason().name().toLowerCase(Locale.ROOT)));
                    console.line(console.text("cli.train.written", best, model));
                }
            }
            case TrainingOutcome.Cancelled cancelled ->
                console.note(
                        best > 0
                                ? console.text("cli.train.cancelled", best, model)
                                : console.text("cli.train.cancelled_early"));
            case TrainingOutcome.Failed failed -> {
                console.note(Console.plain(failed.reason() + ". " + failed.remedy()));
                if (best > 0) {
                    console.note(console.text("cli.train.kept", best, model));
                }
            }
        }
    }

    @Override
    public void tested(Scorecard score, List<ImageScoring.Refused> refused) {
        refused.forEach(no -> console.refused(no.file(), no.refusal()));
        if (!quiet) {
            console.line("");
            console.line(console.text("cli.train.test_score"));
            new ScoreTable(console).lines(score, refused.size()).forEach(console::line);
        }
    }
}

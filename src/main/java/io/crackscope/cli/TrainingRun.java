package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.cli.Services.Watch;
import io.crackscope.learning.Processor;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.training.RunHistory;
import io.crackscope.training.TrainingOrder;
import io.crackscope.training.TrainingResult;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.training.TrainingWorkflow.Ends;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Runs an order to train, says what comes of it and ends with an exit code. */
final class TrainingRun {
    private final Services services;
    private final Console console;
    private final Failures failures;

    TrainingRun(Services services, Console console, Failures failures) {
        this.services = services;
        this.console = console;
        this.failures = failures;
    }

    /**
     * What is said and kept.
     *
     * @param json where the run goes as JSON; null for nowhere
     * @param split where the split is kept; null for nowhere
     * @param quiet say only what goes wrong
     * @param history keep the run in the history
     */
    record Output(@Nullable Path json, @Nullable Path split, boolean quiet, boolean history) {}

    /** Runs on the calling thread until done or cancelled; returns the exit code. */
    int run(TrainingOrder order, Output output) {
        if (Processor.lacksAvx2() && !output.quiet()) {
            console.note(console.text("cli.train.old_processor", Processor.SLOWER));
        }
        try (Watch watch = services.surroundings().interruptions().watch()) {
            Cancellation cancellation = watch.cancellation();
            TrainingTalk talk = new TrainingTalk(services, console, order, output, cancellation);
            TrainingResult result;
            try {
                result = workflow(output.history()).run(order, talk, Ends.by(cancellation));
            } catch (CancellationException early) {
                return failures.report(early, false);
            }
            return switch (result) {
                case TrainingResult.NothingFound nothing -> ExitCodes.NOTHING_USABLE;
                case TrainingResult.NotSplit not -> {
                    console.note(Console.plain(String.valueOf(not.why().getMessage())));
                    yield ExitCodes.NOTHING_USABLE;
                }
                case TrainingResult.Ended ended -> end(order, output, talk, ended, cancellation);
            };
        }
    }

    private TrainingWorkflow workflow(boolean keeps) {
        Services.Models models = services.models();
        Optional<RunHistory> history = keeps ? Optional.of(models.runs()) : Optional.empty();
        return new TrainingWorkflow(
                new TrainingWorkflow.DataSource(
                        services.data()::scan, models.memory().looks()),
                new TrainingWorkflow.Engine(
                        models.trainer(), models.loader(), services.photos(), models.cards()::keepTestScore),
                history);
    }

    private int end(
            TrainingOrder order,
            Output output,
            TrainingTalk talk,
            TrainingResult.Ended ended,
            Cancellation cancellation) {
        boolean written = writeJson(order, output, ended);
        int refused = talk.refused()
                + talk.skipped()
                + ended.test().map(TrainingResult.Tested::refused).orElse(0);
        if (cancellation.isCancelled() || ended.outcome() instanceof TrainingOutcome.Cancelled) {
            return ExitCodes.CANCELLED;
        } else if (ended.outcome() instanceof TrainingOutcome.Failed failed) {
            return failed.problem() == TrainingOutcome.Problem.DISK_FULL
                    ? ExitCodes.NOT_WRITTEN
                    : ExitCodes.NOTHING_USABLE;
        } else if (!written) {
            return ExitCodes.NOT_WRITTEN;
        }
        return refused > 0 ? ExitCodes.SOME_REFUSED : ExitCodes.DONE;
    }

    private boolean writeJson(TrainingOrder order, Output output, TrainingResult.Ended ended) {
        if (output.json() == null) {
            return true;
        }
        try (JsonTarget target = JsonTarget.open(output.json(), console)) {
            target.json().writeStartObject();
            new TrainingJson(target.json()).run(order.plan(), ended.split(), ended.leaks(), ended.outcome());
            if (ended.test().isEmpty()) {
                target.json().writeNullField("test");
            } else {
                target.json().writeObjectFieldStart("test");
                ScoreJson.fields(
                        target.json(),
                        ended.test().get().score(),
                        ended.test().get().refused());
                target.json().writeEndObject();
            }
            target.json().writeEndObject();
            target.commit();
            return true;
        } catch (IOException e) {
            failures.report(new NotWritten(output.json(), e), false);
            return false;
        }
    }
}

package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.cli.Services.Watch;
import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.DatasetException;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.Scores;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.learning.Trainer.Start;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Scans, splits, trains, tests and reports. */
final class TrainingRun {
    private static final List<String> LIMITS = List.of(
            "Proposes only; a person confirms. No crack found is no promise that the concrete is sound.",
            "Learnt on the kinds of concrete, light and distance of its data; elsewhere its score is unknown.",
            "Not tested on anything but the held-out part of its data: not on wet, painted or coated concrete, other"
                + " materials, night or flash light, or video frames unless its data hold them; not on crack widths.");

    private final Services services;
    private final Console console;
    private final Failures failures;

    TrainingRun(Services services, Console console, Failures failures) {
        this.services = services;
        this.console = console;
        this.failures = failures;
    }

    /**
     * What to train with.
     *
     * @param trainOnly images that only train, however the others are split
     * @param from the model to start from; null for random weights
     */
    record Data(
            List<Path> folders,
            List<Path> trainOnly,
            @Nullable Path from) {}

    record Order(
            TrainingPlan plan,
            Data data,
            Path out,
            String name,
            List<String> sources,
            List<String> attribution,
            boolean resume,
            @Nullable Path json,
            boolean quiet) {}

    private record Tested(Scorecard score, int refused) {}

    /** Runs on the calling thread until done or cancelled; returns the exit code. */
    int run(Order order, SplitOptions splitting) {
        try (Watch watch = services.surroundings().interruptions().watch()) {
            Cancellation cancellation = watch.cancellation();
            Dataset found =
                    new LabelledData(services, console).scan(order.data().folders(), order.quiet(), cancellation);
            if (cancellation.isCancelled()) {
                return failures.report(new CancellationException(), false);
            } else if (found.images().isEmpty()) {
                return ExitCodes.NOTHING_USABLE;
            }
            List<LabelledImage> trainOnly = trainOnly(order, cancellation);
            Optional<StoredModel> from = start(order);
            Split split;
            try {
                split = split(order, splitting, found.images(), trainOnly, cancellation);
            } catch (IllegalArgumentException tooFew) {
                console.note(Console.plain(String.valueOf(tooFew.getMessage())));
                return ExitCodes.NOTHING_USABLE;
            }
            SplitLeaks leaks = leaks(order, split, cancellation);
            from.ifPresent(model -> startLeaks(model, split));
            TrainingTable table =
                    new TrainingTable(console, order.quiet(), order.plan().batch());
            CardFacts facts = new CardFacts(
                    order.name(), sources(order, found.images(), trainOnly, from), order.attribution(), LIMITS);
            TrainingOutcome outcome = services.models()
                    .trainer()
                    .train(
                            order.plan(),
                            split,
                            facts,
                            order.out(),
                            new Start(from, order.resume()),
                            table,
                            cancellation);
            console.status("");
            say(order, outcome);
            Tested tested =
                    outcome instanceof TrainingOutcome.Finished && !split.test().isEmpty()
                            ? test(order, split, cancellation)
                            : null;
            boolean written = writeJson(order, split, leaks, outcome, tested);
            int refused = found.refused().size() + table.skipped() + (tested == null ? 0 : tested.refused());
            return exitCode(outcome, cancellation, written, refused);
        }
    }

    private List<LabelledImage> trainOnly(Order order, Cancellation cancellation) {
        List<Path> folders = order.data().trainOnly();
        LabelledData data = new LabelledData(services, console);
        return folders.isEmpty()
                ? List.of()
                : data.scan(folders, order.quiet(), cancellation).images();
    }

    private Optional<StoredModel> start(Order order) {
        return Optional.ofNullable(order.data().from()).map(ModelFile::read);
    }

    /** Says how much of the test part the model to start from has learnt already. */
    private void startLeaks(StoredModel start, Split split) {
        String name = start.description().card().name();
        if (start.seen().isEmpty()) {
            console.note(console.text("cli.leak.start.unknown", name));
            return;
        }
        SeenImages seen = start.seen().get();
        long known = split.test().stream().filter(seen::holds).count();
        if (known > 0) {
            console.note(console.text("cli.leak.start.same", known, split.test().size(), name));
        }
    }

    private Split split(
            Order order,
            SplitOptions splitting,
            List<LabelledImage> images,
            List<LabelledImage> trainOnly,
            Cancellation cancellation) {
        Split split;
        if (splitting.isFile()) {
            try (Progress progress = new Progress(console, console.text("cli.data.doing"), order.quiet())) {
                split = splitting.read(progress, cancellation);
            }
        } else {
            split = splitting.split(images, order.plan().seed());
        }
        split = split.alsoTraining(trainOnly);
        if (splitting.splitOut() != null) {
            try {
                SplitFile.write(split, splitting.splitOut());
            } catch (DatasetException e) {
                throw new NotWritten(e);
            }
        }
        if (!order.quiet()) {
            console.line(console.text(
                    "cli.train.parts",
                    split.kind(),
                    split.train().size(),
                    split.validation().size(),
                    split.test().size()));
        }
        return split;
    }

    private SplitLeaks leaks(Order order, Split split, Cancellation cancellation) {
        SplitLeaks leaks;
        try (Progress progress = new Progress(console, console.text("cli.leak.doing"), order.quiet())) {
            leaks = SplitLeaks.of(split, services.models().memory().looks(), progress, cancellation);
        }
        new LeakWarning(console).of(split.kind(), leaks).forEach(console::note);
        return leaks;
    }

    private static List<String> sources(
            Order order, List<LabelledImage> images, List<LabelledImage> trainOnly, Optional<StoredModel> from) {
        List<String> lines = new ArrayList<>();
        order.data().folders().forEach(folder -> lines.add(source(folder, images)));
        order.data().trainOnly().forEach(folder -> lines.add(source(folder, trainOnly) + ", for training only"));
        from.ifPresent(model -> lines.add(
                "Started from the weights of " + model.description().card().name() + " ("
                        + model.description().card().created() + ")"));
        lines.addAll(order.sources());
        return lines;
    }

    private static String source(Path folder, List<LabelledImage> images) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<LabelledImage> inside = images.stream()
                .filter(image -> image.file().toAbsolutePath().normalize().startsWith(absolute))
                .toList();
        // the folder's name only: the card travels, and a path tells who trained where
        return absolute.getFileName() + ": " + inside.size() + " images, " + LabelledData.count(inside, Label.CRACK)
                + " with a crack";
    }

    private void say(Order order, TrainingOutcome outcome) {
        int best = TrainingJson.bestEpoch(outcome);
        switch (outcome) {
            case TrainingOutcome.Finished finished -> {
                if (!order.quiet()) {
                    console.line("");
                    console.line(console.text(
                            "cli.train.stop." + finished.reason().name().toLowerCase(java.util.Locale.ROOT)));
                    console.line(
                            console.text("cli.train.written", best, order.out().toString()));
                }
            }
            case TrainingOutcome.Cancelled cancelled ->
                console.note(
                        best > 0
                                ? console.text(
                                        "cli.train.cancelled", best, order.out().toString())
                                : console.text("cli.train.cancelled_early"));
            case TrainingOutcome.Failed failed -> {
                console.note(Console.plain(failed.reason() + ". " + failed.remedy()));
                if (best > 0) {
                    console.note(
                            console.text("cli.train.kept", best, order.out().toString()));
                }
            }
        }
    }

    /** Scores the written model on the test part; null where that was cancelled: half a test is no score. */
    private @Nullable Tested test(Order order, Split split, Cancellation cancellation) {
        ImageScoring.Result result;
        double threshold;
        try (CrackClassifier classifier = services.models().loader().load(order.out(), InferenceEngine.ONNX);
                Progress progress = new Progress(console, console.text("cli.train.testing"), order.quiet())) {
            threshold = classifier.model().tileThreshold();
            result = new ImageScoring(services.photos()).score(classifier, split.test(), progress, cancellation);
        }
        if (cancellation.isCancelled()) {
            console.note(console.text("cli.train.test_cancelled"));
            return null;
        }
        result.refused().forEach(no -> console.refused(no.file(), no.refusal()));
        Scorecard score =
                Scores.of(result.scored(), threshold, split.kind(), order.plan().seed());
        services.models().cards().keepTestScore(order.out(), score);
        if (!order.quiet()) {
            console.line("");
            console.line(console.text("cli.train.test_score"));
            new ScoreTable(console).lines(score, result.refused().size()).forEach(console::line);
        }
        return new Tested(score, result.refused().size());
    }

    private boolean writeJson(
            Order order, Split split, SplitLeaks leaks, TrainingOutcome outcome, @Nullable Tested tested) {
        if (order.json() == null) {
            return true;
        }
        try (JsonTarget target = JsonTarget.open(order.json(), console)) {
            target.json().writeStartObject();
            new TrainingJson(target.json()).run(order.plan(), split, leaks, outcome);
            if (tested == null) {
                target.json().writeNullField("test");
            } else {
                target.json().writeObjectFieldStart("test");
                ScoreJson.fields(target.json(), tested.score(), tested.refused());
                target.json().writeEndObject();
            }
            target.json().writeEndObject();
            target.commit();
            return true;
        } catch (IOException e) {
            failures.report(new NotWritten(order.json(), e), false);
            return false;
        }
    }

    private static int exitCode(TrainingOutcome outcome, Cancellation cancellation, boolean written, int refused) {
        if (cancellation.isCancelled() || outcome instanceof TrainingOutcome.Cancelled) {
            return ExitCodes.CANCELLED;
        } else if (outcome instanceof TrainingOutcome.Failed) {
            return ExitCodes.NOTHING_USABLE;
        } else if (!written) {
            return ExitCodes.NOT_WRITTEN;
        }
        return refused > 0 ? ExitCodes.SOME_REFUSED : ExitCodes.DONE;
    }
}

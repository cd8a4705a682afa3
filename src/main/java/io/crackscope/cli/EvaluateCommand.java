package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.cli.Services.Watch;
import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Scores;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.reporting.CsvRows;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crackscope evaluate}: scores of a model on labelled images. */
@Command(name = "evaluate", description = "${bundle:cli.evaluate.help}")
final class EvaluateCommand extends StandardCommand {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            arity = "1..*",
            required = true,
            description = "${bundle:cli.option.data}")
    private List<Path> data = List.of();

    @Option(names = "--model", paramLabel = "FILE", description = "${bundle:cli.option.model}")
    private @Nullable Path model;

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--test-of", paramLabel = "SPLIT", description = "${bundle:cli.evaluate.test_of}")
    private @Nullable Path testOf;

    @Option(names = "--threshold", paramLabel = "P", description = "${bundle:cli.evaluate.threshold}")
    private @Nullable Double threshold;

    @Option(names = "--json", paramLabel = "FILE|-", description = "${bundle:cli.evaluate.json}")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "${bundle:cli.evaluate.csv}")
    private @Nullable Path csv;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "${bundle:cli.evaluate.seed} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    /** Unless a kept split is named, nobody chose these images by a split of ours. */
    private String splitName = "as given";

    EvaluateCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw wrong(console.text("cli.usage.range", "--threshold", 0, 1));
        }
        if (JsonTarget.isStandardOutput(json)) {
            console.reserveOutput();
        }
        OutputFile.probe(json);
        OutputFile.probe(csv);
        try (Watch watch = services.surroundings().interruptions().watch()) {
            Cancellation cancellation = watch.cancellation();
            Dataset found = heldOut(new LabelledData(services, console).scan(data, quiet, cancellation), cancellation);
            if (found.images().isEmpty()) {
                return cancellation.isCancelled()
                        ? failures.report(new java.util.concurrent.CancellationException(), verbose())
                        : ExitCodes.NOTHING_USABLE;
            }
            Path modelFile = model == null ? services.models().shipped() : model;
            try (CrackClassifier classifier = services.models().loader().load(modelFile, engine.chosen())) {
                ImageScoring.Result result = score(classifier, found, cancellation);
                return report(classifier.model(), modelFile, found, result, cancellation.isCancelled());
            }
        }
    }

    /** What of {@code found} the kept split holds out for the test; all where none is named. */
    private Dataset heldOut(Dataset found, Cancellation cancellation) {
        if (testOf == null) {
            return found;
        }
        Split split = SplitFile.read(testOf, ProgressListener.NONE, cancellation);
        Set<String> test = split.test().stream().map(LabelledImage::sha256).collect(Collectors.toSet());
        List<LabelledImage> kept = found.images().stream()
                .filter(image -> test.contains(image.sha256()))
                .toList();
        if (kept.isEmpty()) {
            console.note(console.text("cli.evaluate.none_held_out", testOf.toString()));
        }
        splitName = split.kind();
        return new Dataset(kept, found.duplicates(), found.conflicts(), found.refused(), found.unlabelled());
    }

    private ImageScoring.Result score(CrackClassifier classifier, Dataset found, Cancellation cancellation) {
        try (Progress progress = new Progress(console, console.text("cli.evaluate.doing"), quiet)) {
            return new ImageScoring(services.photos()).score(classifier, found.images(), progress, cancellation);
        }
    }

    private int report(
            ModelDescription description,
            Path modelFile,
            Dataset found,
            ImageScoring.Result result,
            boolean cancelled) {
        result.refused().forEach(no -> console.refused(no.file(), no.refusal()));
        int refused = found.refused().size() + result.refused().size();
        double from = threshold == null ? description.tileThreshold() : threshold;
        Scorecard score = Scores.of(result.scored(), from, splitName, seed);
        boolean complete = writeJson(description, modelFile, score, refused, found, cancelled);
        complete &= writeCsv(result.scored());
        if (!quiet || !complete) {
            console.line("");
            console.line(console.text("cli.evaluate.model", description.card().name(), modelFile.toString()));
            new ScoreTable(console).lines(score, refused).forEach(console::line);
        }
        if (cancelled) {
            console.note(console.text(
                    "cli.evaluate.cancelled",
                    result.scored().size(),
                    found.images().size()));
            return ExitCodes.CANCELLED;
        } else if (result.scored().isEmpty()) {
            console.note(console.text("cli.data.nothing"));
            return ExitCodes.NOTHING_USABLE;
        } else if (!complete) {
            return ExitCodes.NOT_WRITTEN;
        }
        return refused > 0 ? ExitCodes.SOME_REFUSED : ExitCodes.DONE;
    }

    private boolean writeJson(
            ModelDescription description,
            Path modelFile,
            Scorecard score,
            int refused,
            Dataset found,
            boolean cancelled) {
        if (json == null) {
            return true;
        }
        try (JsonTarget target = JsonTarget.open(json, console)) {
            target.json().writeStartObject();
            target.json().writeObjectFieldStart("model");
            target.json().writeStringField("name", description.card().name());
            target.json().writeStringField("file", modelFile.toString());
            target.json().writeStringField("engine", engine.chosen().word());
            target.json().writeEndObject();
            ScoreJson.fields(target.json(), score, refused);
            target.json().writeNumberField("duplicates", found.duplicates().size());
            target.json().writeBooleanField("complete", !cancelled);
            target.json().writeEndObject();
            target.commit();
            return true;
        } catch (IOException e) {
            failures.report(new NotWritten(json, e), verbose());
            return false;
        }
    }

    private boolean writeCsv(List<ScoredImage> images) {
        if (csv == null) {
            return true;
        }
        try (OutputFile file = OutputFile.open(csv)) {
            CsvRows rows = new CsvRows(file.stream());
            rows.row("image", "label", "probability", "group");
            for (ScoredImage image : images) {
                rows.row(image.image(), image.label().word(), image.probability(), image.group());
            }
            file.commit();
            return true;
        } catch (IOException e) {
            failures.report(new NotWritten(csv, e), verbose());
            return false;
        }
    }
}

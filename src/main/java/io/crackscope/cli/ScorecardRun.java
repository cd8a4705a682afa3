package io.crackscope.cli;

import io.crackscope.cli.Services.Watch;
import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Label;
import io.crackscope.evaluation.Comparison;
import io.crackscope.evaluation.Comparison.DataFacts;
import io.crackscope.evaluation.Comparison.Result;
import io.crackscope.evaluation.Comparison.Subject;
import io.crackscope.evaluation.Familiarity;
import io.crackscope.evaluation.HeldOut;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.LabelDoubts;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Trial;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.SeenImages;
import io.crackscope.reporting.Thumbnail;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scans, compares with what models remember, judges and reports. */
final class ScorecardRun {
    private final Services services;
    private final Console console;
    private final Failures failures;

    ScorecardRun(Services services, Console console, Failures failures) {
        this.services = services;
        this.console = console;
        this.failures = failures;
    }

    /** What to score. */
    record Order(
            Map<String, Path> models,
            Map<String, List<Path>> data,
            InferenceEngine engine,
            @Nullable Path testOf,
            long seed,
            boolean quiet) {}

    /** A data set as it was found, what of it is scored, and what of that turned out to be unreadable. */
    private record Found(DataFacts facts, List<LabelledImage> all, List<LabelledImage> images, Set<Path> unreadable) {}

    /** Runs on the calling thread until done or cancelled; returns the exit code. */
    int run(Order order, ScorecardOutputs outputs) {
        try (Watch watch = services.surroundings().interruptions().watch()) {
            Cancellation cancellation = watch.cancellation();
            Map<String, Optional<SeenImages>> memories = new LinkedHashMap<>();
            // first, so that a model that cannot be read is named before minutes of scanning
            order.models()
                    .forEach((name, file) ->
                            memories.put(name, services.models().memory().of().apply(file)));
            @Nullable
            Split split =
                    order.testOf() == null ? null : SplitFile.read(order.testOf(), ProgressListener.NONE, cancellation);
            List<Found> data = new ArrayList<>();
            for (Map.Entry<String, List<Path>> named : order.data().entrySet()) {
                data.add(find(order, named.getKey(), named.getValue(), split, cancellation));
            }
            if (data.stream().allMatch(found -> found.images().isEmpty())) {
                return ExitCodes.NOTHING_USABLE;
            }
            List<Subject> subjects = new ArrayList<>();
            List<Result> results = new ArrayList<>();
            order.models().forEach((name, file) -> {
                try (CrackClassifier classifier = services.models().loader().load(file, order.engine())) {
                    Optional<SeenImages> memory = memories.getOrDefault(name, Optional.empty());
                    subjects.add(subject(name, file, classifier.model(), memory));
                    for (Found found : data) {
                        Familiarity known = known(order, memory, found, split, cancellation);
                        results.add(judge(order, name, classifier, found, known, cancellation));
                    }
                }
            });
            List<String> names = List.copyOf(order.data().keySet());
            results.sort(Comparator.comparingInt(result -> names.indexOf(result.data())));
            Comparison comparison = new Comparison(
                    LocalDate.now().toString(),
                    "CrackScope " + services.surroundings().version(),
                    subjects,
                    data.stream()
                            .map(found ->
                                    found.facts().refusing(found.unreadable().size()))
                            .toList(),
                    results,
                    !cancellation.isCancelled());
            boolean written = outputs.write(comparison, this::thumbnail, order.quiet());
            return exitCode(comparison, written);
        } catch (CancellationException e) {
            return failures.report(e, false);
        }
    }

    private static int exitCode(Comparison comparison, boolean written) {
        if (!comparison.complete()) {
            return ExitCodes.CANCELLED;
        } else if (comparison.results().stream()
                .allMatch(result -> result.trials().isEmpty())) {
            return ExitCodes.NOTHING_USABLE;
        } else if (!written) {
            return ExitCodes.NOT_WRITTEN;
        }
        return comparison.data().stream().anyMatch(data -> data.refused() > 0)
                ? ExitCodes.SOME_REFUSED
                : ExitCodes.DONE;
    }

    private Found find(Order order, String name, List<Path> folders, @Nullable Split split, Cancellation cancellation) {
        if (!order.quiet()) {
            console.line(console.text("cli.scorecard.data_set", name));
        }
        Dataset found = new LabelledData(services, console).scan(folders, order.quiet(), cancellation);
        List<LabelledImage> images = found.images();
        if (split != null) {
            Set<String> test = split.test().stream().map(LabelledImage::sha256).collect(Collectors.toSet());
            images = images.stream()
                    .filter(image -> test.contains(image.sha256()))
                    .toList();
            if (images.isEmpty()) {
                console.note(console.text("cli.evaluate.none_held_out", String.valueOf(order.testOf())));
            }
        }
        int contradictions;
        try (Progress progress = new Progress(console, console.text("cli.scorecard.comparing"), order.quiet())) {
            contradictions = LabelDoubts.nearBothWays(images, looks(), progress, cancellation);
        }
        DataFacts facts = new DataFacts(
                name,
                images.size(),
                (int) LabelledData.count(images, Label.CRACK),
                (int) images.stream().map(LabelledImage::group).distinct().count(),
                found.duplicates().size(),
                found.conflicts().stream()
                        .mapToInt(conflict -> conflict.files().size())
                        .sum(),
                contradictions,
                found.refused().size());
        return new Found(facts, found.images(), images, new HashSet<>());
    }

    private ImageLooks looks() {
        return services.models().memory().looks();
    }

    private static Subject subject(String name, Path file, ModelDescription model, Optional<SeenImages> memory) {
        return new Subject(
                name,
                String.valueOf(file.getFileName()),
                model.card(),
                model.tileThreshold(),
                model.temperature(),
                memory.map(seen -> new Comparison.Memory(seen.trainImages(), seen.validationImages(), seen.groups())));
    }

    private Familiarity known(
            Order order, Optional<SeenImages> memory, Found found, @Nullable Split split, Cancellation cancellation) {
        if (memory.isEmpty() && split != null) {
            // the person says that this is the model's split
            return Familiarity.all(split.kind().equals("random") ? HeldOut.RANDOM : HeldOut.GROUPED, found.images());
        }
        try (Progress progress = new Progress(console, console.text("cli.scorecard.comparing"), order.quiet())) {
            Set<String> wanted =
                    found.images().stream().map(LabelledImage::sha256).collect(Collectors.toSet());
            return Familiarity.of(
                    memory, found.all(), image -> wanted.contains(image.sha256()), looks(), progress, cancellation);
        }
    }

    private Result judge(
            Order order,
            String name,
            CrackClassifier classifier,
            Found found,
            Familiarity known,
            Cancellation cancellation) {
        ImageScoring.Result judged;
        String doing = console.text("cli.scorecard.doing", name, found.facts().name());
        try (Progress progress = new Progress(console, doing, order.quiet())) {
            judged = new ImageScoring(services.photos()).score(classifier, found.images(), progress, cancellation);
        }
        for (ImageScoring.Refused no : judged.refused()) {
            // named once, however many models cannot read it
            if (found.unreadable().add(no.file())) {
                console.refused(no.file(), no.refusal());
            }
        }
        Map<String, ScoredImage> byFile = new HashMap<>();
        judged.scored().forEach(image -> byFile.put(image.image(), image));
        List<Trial> trials = new ArrayList<>();
        known.images().forEach((kind, images) -> {
            List<ScoredImage> scored = images.stream()
                    .map(image -> byFile.get(image.file().toString()))
                    .filter(java.util.Objects::nonNull)
                    .toList();
            if (!scored.isEmpty()) {
                trials.add(Trial.of(kind, scored, classifier.model().tileThreshold(), order.seed()));
            }
        });
        return new Result(name, found.facts().name(), known, trials);
    }

    private Optional<Thumbnail> thumbnail(ScoredImage image) {
        return services.photos().read(Path.of(image.image()), 1 << 20) instanceof PhotoReading.Decoded decoded
                ? Optional.of(Thumbnail.of(decoded.picture()))
                : Optional.empty();
    }
}

package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.domain.ModelStamp;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelFileException;
import io.crackscope.project.InspectionProject;
import io.crackscope.reporting.AnnotatedPhotos;
import io.crackscope.reporting.FindingPictures;
import io.crackscope.reporting.InspectionReport;
import io.crackscope.reporting.ModelUse;
import io.crackscope.reporting.PdfInspection;
import io.crackscope.reporting.ProjectContent;
import io.crackscope.reporting.ReportCsv;
import io.crackscope.reporting.ReportJson;
import io.crackscope.reporting.ReportPlaces;
import io.crackscope.reporting.ReviewCharts;
import io.crackscope.text.Messages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the report of a project to where it was asked for. One that cannot be written is reported; the others are. */
final class ReportOutputs {
    private final Services services;
    private final Console console;
    private final Failures failures;
    private final Cancellation cancellation;
    private boolean complete = true;

    /** Where it goes; null is nowhere. */
    record Targets(
            @Nullable Path pdf,
            @Nullable Path json,
            @Nullable Path csv,
            @Nullable Path geoJson,
            @Nullable Path kml,
            @Nullable Path annotated,
            @Nullable Path charts) {
        boolean isEmpty() {
            return Stream.of(pdf, json, csv, geoJson, kml, annotated, charts).allMatch(target -> target == null);
        }
    }

    ReportOutputs(Services services, Console console, Failures failures, Cancellation cancellation) {
        this.services = services;
        this.console = console;
        this.failures = failures;
        this.cancellation = cancellation;
    }

    /**
     * Writes everything; false if something could not be written.
     *
     * @param models files in which to look for the cards of the models that answered, besides the shipped one; one that
     *     did not answer is named
     * @throws java.util.concurrent.CancellationException if cancelled; what was written stays
     */
    boolean write(InspectionProject project, List<Path> models, ReportOptions look, Targets targets, boolean quiet) {
        Messages messages = look.messages(console.messages());
        List<Path> files = new ArrayList<>(models);
        files.add(services.models().shipped());
        InspectionReport report = InspectionReport.of(
                ProjectContent.of(project, stamp -> card(files, stamp)),
                ZonedDateTime.now(),
                "CrackScope " + services.surroundings().version());
        models.stream()
                .filter(model -> report.models().stream().noneMatch(use -> isOf(model, use.stamp())))
                .forEach(model -> console.note(console.text("cli.report.unused", Console.plain(model.toString()))));
        put(targets.json(), out -> ReportJson.write(report, out));
        put(targets.csv(), out -> ReportCsv.write(report, messages, out));
        put(targets.geoJson(), out -> ReportPlaces.geoJson(report, out));
        put(targets.kml(), out -> ReportPlaces.kml(report, messages, out));
        folder(targets.charts(), folder -> ReviewCharts.write(report, messages, folder));
        try (FindingPictures pictures = new FindingPictures(services.photos(), ProjectContent.findings(project));
                Progress progress = new Progress(console, console.text("cli.report.doing"), quiet)) {
            put(
                    targets.pdf(),
                    out -> new PdfInspection(report, look.style(), messages)
                            .write(out, pictures, progress, cancellation));
            folder(
                    targets.annotated(),
                    folder -> AnnotatedPhotos.write(
                            report.findings(), pictures, folder, messages.locale(), progress, cancellation));
        }
        if (complete && !quiet) {
            say(targets);
        }
        return complete;
    }

    private void say(Targets targets) {
        Stream.of(
                        targets.pdf(),
                        targets.json(),
                        targets.csv(),
                        targets.geoJson(),
                        targets.kml(),
                        targets.annotated(),
                        targets.charts())
                .filter(target -> target != null)
                .forEach(target ->
                        console.line(console.text("cli.scorecard.written", Console.plain(target.toString()))));
    }

    /** What the file of this very model says, if it is among {@code files}. */
    private Optional<ModelUse.ModelFacts> card(List<Path> files, ModelStamp stamp) {
        for (Path file : files) {
            try {
                if (isOf(file, stamp)) {
                    try (CrackClassifier model = services.models().loader().load(file, InferenceEngine.ONNX)) {
                        return Optional.of(facts(model.model()));
                    }
                }
            } catch (ModelFileException e) {
                failures.report(e, false);
            }
        }
        return Optional.empty();
    }

    private boolean isOf(Path file, ModelStamp stamp) {
        try {
            return Files.isRegularFile(file)
                    && Digests.sha256(file, cancellation).equals(stamp.sha256());
        } catch (IOException e) {
            failures.report(e, false);
            return false;
        }
    }

    static ModelUse.ModelFacts facts(ModelDescription model) {
        return new ModelUse.ModelFacts(model.card(), model.tileThreshold(), model.temperature());
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void put(@Nullable Path target, Content content) {
        if (target == null) {
            return;
        }
        try (OutputFile file = OutputFile.open(target)) {
            content.writeTo(file.stream());
            file.commit();
        } catch (IOException e) {
            giveUp(target, e);
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path folder) throws IOException;
    }

    private void folder(@Nullable Path target, Filling filling) {
        if (target == null) {
            return;
        }
        try {
            Files.createDirectories(target);
            filling.fill(target);
        } catch (IOException e) {
            giveUp(target, e);
        }
    }

    private void giveUp(Path target, IOException failure) {
        complete = false;
        failures.report(new NotWritten(target, failure), false);
    }
}

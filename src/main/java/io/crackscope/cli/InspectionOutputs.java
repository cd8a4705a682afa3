package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.learning.ModelDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files an inspection writes. One that cannot be written is reported once and given up; the inspection and the other
 * files go on.
 */
final class InspectionOutputs implements AutoCloseable {
    private final InspectionRequest request;
    private final Services services;
    private final Console console;
    private final Failures failures;
    private final List<Output> outputs = new ArrayList<>();
    private @Nullable JsonTarget json;
    private @Nullable OutputFile csv;
    private @Nullable OutputFile report;
    private volatile boolean incomplete;

    private record Output(Path target, InspectionSink sink) {}

    /**
     * Opens the files before anything is inspected, so that a wrong path costs no hour of work.
     *
     * @throws NotWritten if one cannot be opened
     */
    InspectionOutputs(InspectionRequest request, Services services, Console console, Failures failures) {
        this.request = request;
        this.services = services;
        this.console = console;
        this.failures = failures;
        Path opening = request.json();
        try {
            if (opening != null) {
                json = JsonTarget.open(opening, console);
            }
            opening = request.csv();
            if (opening != null) {
                csv = OutputFile.open(opening);
            }
            opening = request.report();
            if (opening != null) {
                report = OutputFile.open(opening);
            }
            opening = request.overlay();
            if (opening != null) {
                Files.createDirectories(opening);
            }
        } catch (IOException e) {
            close();
            throw new NotWritten(opening, e);
        }
    }

    /** Begins the files; {@code model} is null where there is no photo to load it for. */
    void begin(@Nullable ModelDescription model) {
        try {
            if (json != null && request.json() != null) {
                outputs.add(new Output(request.json(), new InspectionJson(json, model, request, console.messages())));
            }
            if (csv != null && request.csv() != null) {
                outputs.add(new Output(request.csv(), new InspectionCsv(csv, console.messages())));
            }
            if (report != null && request.report() != null) {
                outputs.add(new Output(
                        request.report(), new InspectionReportSink(report, model, request, services, console)));
            }
        } catch (IOException e) {
            // nothing reaches the disk before the buffer is full, and that takes photos
            throw new java.io.UncheckedIOException(e);
        }
    }

    void photo(InspectionOutcome outcome, @Nullable Path overlay) {
        forEach(sink -> sink.photo(outcome, overlay));
    }

    /** Completes the files; {@code complete} says whether every photo was judged. */
    void finish(boolean complete) {
        forEach(sink -> sink.finish(complete));
    }

    /** Says once that {@code target} cannot be written. */
    void giveUp(Path target, IOException failure) {
        incomplete = true;
        failures.report(new NotWritten(target, failure), false);
    }

    /** Whether some result could not be written. */
    boolean incomplete() {
        return incomplete;
    }

    @Override
    public void close() {
        try {
            if (json != null) {
                json.close();
            }
            if (csv != null) {
                csv.close();
            }
            if (report != null) {
                report.close();
            }
        } catch (IOException e) {
            // a temporary file that cannot be taken away: the results are complete or were reported as missing
            incomplete = true;
        }
    }

    private void forEach(Step step) {
        for (Output output : List.copyOf(outputs)) {
            try {
                step.to(output.sink());
            } catch (IOException e) {
                outputs.remove(output);
                giveUp(output.target(), e);
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void to(InspectionSink sink) throws IOException;
    }
}

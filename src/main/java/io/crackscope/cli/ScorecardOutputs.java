package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.evaluation.Comparison;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.reporting.HtmlReport;
import io.crackscope.reporting.PdfReport;
import io.crackscope.reporting.Report;
import io.crackscope.reporting.ScorecardReport;
import io.crackscope.reporting.Thumbnail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a scorecard to where it was asked for. One that cannot be written is reported; the others are. */
final class ScorecardOutputs {
    private final Console console;
    private final Failures failures;
    private final Files files;
    private final boolean verbose;

    /** Where it goes; null is nowhere. */
    record Files(
            @Nullable Path html,
            @Nullable Path pdf,
            @Nullable Path json) {}

    ScorecardOutputs(Console console, Failures failures, Files files, boolean verbose) {
        this.console = console;
        this.failures = failures;
        this.files = files;
        this.verbose = verbose;
    }

    /** Writes everything; false if something could not be written. */
    boolean write(Comparison comparison, Function<ScoredImage, Optional<Thumbnail>> pictures, boolean quiet) {
        ScorecardReport content = new ScorecardReport(console.messages(), pictures);
        boolean complete = true;
        if (files.html() != null || files.pdf() != null) {
            Report report = content.of(comparison);
            complete = write(files.html(), () -> HtmlReport.of(report));
            complete &= write(files.pdf(), () -> PdfReport.of(report, console.messages()));
        }
        complete &= writeJson(comparison);
        if (!quiet) {
            new ReportText(console).lines(content.summary(comparison)).forEach(console::line);
            for (@Nullable Path file : new Path[] {files.html(), files.pdf()}) {
                if (file != null && complete) {
                    console.line(console.text("cli.scorecard.written", file.toString()));
                }
            }
        }
        return complete;
    }

    private boolean write(@Nullable Path file, java.util.function.Supplier<byte[]> content) {
        if (file == null) {
            return true;
        }
        try {
            OutputFile.write(file, content.get());
            return true;
        } catch (IOException e) {
            failures.report(new NotWritten(file, e), verbose);
            return false;
        }
    }

    private boolean writeJson(Comparison comparison) {
        if (files.json() == null) {
            return true;
        }
        try (JsonTarget target = JsonTarget.open(files.json(), console)) {
            new ScorecardJson(target.json()).write(comparison);
            target.commit();
            return true;
        } catch (IOException e) {
            failures.report(new NotWritten(files.json(), e), verbose);
            return false;
        }
    }
}

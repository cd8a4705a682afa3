package io.crackscope.cli;

import io.crackscope.cli.Services.Watch;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.ProjectException;
import io.crackscope.project.ProjectPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crackscope report}: what an inspection project came to, for people and for programs. */
@Command(
        name = "report",
        description = "${bundle:cli.report.help}",
        exitCodeList = {
            "0:${bundle:cli.exit.0}",
            "1:${bundle:cli.report.exit.1}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.report.exit.3}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}",
            "130:${bundle:cli.report.exit.130}"
        })
final class ReportCommand extends StandardCommand {
    @Parameters(arity = "1", paramLabel = "PROJECT", description = "${bundle:cli.report.project}")
    private Path project = Path.of("");

    @Option(names = "--out", paramLabel = "FILE.pdf", description = "${bundle:cli.report.out}")
    private @Nullable Path pdf;

    @Option(names = "--json", paramLabel = "FILE", description = "${bundle:cli.report.json}")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "${bundle:cli.report.csv}")
    private @Nullable Path csv;

    @Option(names = "--geojson", paramLabel = "FILE", description = "${bundle:cli.report.geojson}")
    private @Nullable Path geoJson;

    @Option(names = "--kml", paramLabel = "FILE", description = "${bundle:cli.report.kml}")
    private @Nullable Path kml;

    @Option(names = "--annotated", paramLabel = "DIR", description = "${bundle:cli.report.annotated}")
    private @Nullable Path annotated;

    @Option(names = "--charts", paramLabel = "DIR", description = "${bundle:cli.report.charts}")
    private @Nullable Path charts;

    @Mixin
    private ReportOptions look = new ReportOptions();

    @Option(names = "--model", paramLabel = "FILE", description = "${bundle:cli.report.model}")
    private List<Path> models = List.of();

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    ReportCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        ReportOutputs.Targets targets = new ReportOutputs.Targets(pdf, json, csv, geoJson, kml, annotated, charts);
        if (targets.isEmpty()) {
            throw wrong(console.text("cli.report.nothing"));
        }
        if (!look.isDpiUsable()) {
            throw wrong(console.text(
                    "cli.usage.range",
                    "--dpi",
                    io.crackscope.reporting.ReportStyle.LEAST_DPI,
                    io.crackscope.reporting.ReportStyle.MOST_DPI));
        }
        // opened and closed again: a file that is no model ends the run before the work
        models.forEach(model ->
                services.models().loader().load(model, InferenceEngine.ONNX).close());
        Stream.of(pdf, json, csv, geoJson, kml).forEach(OutputFile::probe);
        try (Watch watch = services.surroundings().interruptions().watch();
                InspectionProject open = InspectionProject.openOrView(project, System.getProperty("user.name", ""))) {
            ReportOutputs outputs = new ReportOutputs(services, console, failures, watch.cancellation());
            boolean written = outputs.write(open, models, look, targets, quiet);
            List<ProjectPhoto> missing = open.missing();
            missing.forEach(photo -> console.note(console.text(
                    "cli.report.missing", Console.plain(photo.file().toString()))));
            if (!written) {
                return ExitCodes.NOT_WRITTEN;
            }
            return missing.isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_REFUSED;
        } catch (ProjectException | CancellationException e) {
            return failures.report(e, verbose());
        }
    }
}

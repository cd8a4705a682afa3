package io.crackscope.cli;

import io.crackscope.domain.PhotoScale;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crackscope inspect}: verdicts for photos. */
@Command(name = "inspect", description = "${bundle:cli.inspect.help}")
final class InspectCommand extends StandardCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.inspect.path}")
    private List<Path> paths = List.of();

    @Option(names = "--model", paramLabel = "FILE", description = "${bundle:cli.option.model}")
    private @Nullable Path model;

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--json", paramLabel = "FILE|-", description = "${bundle:cli.inspect.json}")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "${bundle:cli.inspect.csv}")
    private @Nullable Path csv;

    @Option(names = "--overlay", paramLabel = "DIR", description = "${bundle:cli.inspect.overlay}")
    private @Nullable Path overlay;

    @Option(names = "--report", paramLabel = "FILE.pdf", description = "${bundle:cli.inspect.report}")
    private @Nullable Path report;

    @Option(names = "--mm-per-pixel", paramLabel = "MM", description = "${bundle:cli.inspect.mm_per_pixel}")
    private @Nullable Double millimetresPerPixel;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "${bundle:cli.inspect.jobs} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    InspectCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        if (jobs < 1 || jobs > 64) {
            throw wrong(console.text("cli.usage.range", "--jobs", 1, 64));
        }
        if (millimetresPerPixel != null && !PhotoScale.isPlausible(millimetresPerPixel)) {
            throw wrong(console.text("cli.inspect.scale_range", PhotoScale.LEAST, PhotoScale.MOST));
        }
        return new Inspection(services, console, failures)
                .run(new InspectionRequest(
                        paths,
                        model == null ? services.models().shipped() : model,
                        engine.chosen(),
                        json,
                        csv,
                        overlay,
                        report,
                        Optional.ofNullable(millimetresPerPixel)
                                .map(known -> new PhotoScale(known, console.text("cli.inspect.scale_source"))),
                        jobs,
                        quiet));
    }
}

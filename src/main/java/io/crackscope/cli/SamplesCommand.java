package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.cli.Services.Watch;
import io.crackscope.samples.SampleFolderException;
import io.crackscope.samples.SampleTiles;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crackscope samples}: drawn photos with known cracks. */
@Command(
        name = "samples",
        description = "${bundle:cli.samples.help}",
        exitCodeList = {
            "0:${bundle:cli.exit.0}",
            "2:${bundle:cli.exit.2}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}",
            "130:${bundle:cli.exit.130}"
        })
final class SamplesCommand extends StandardCommand {
    @Parameters(arity = "1", paramLabel = "DIR", description = "${bundle:cli.samples.dir}")
    private Path folder = Path.of("");

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "24",
            description = "${bundle:cli.samples.count} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--tiles", paramLabel = "PIXELS", description = "${bundle:cli.samples.tiles}")
    private @Nullable Integer tiles;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "${bundle:cli.samples.seed} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    SamplesCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        if (count < 1 || count > 100_000) {
            throw wrong(console.text("cli.usage.range", "--count", 1, 100_000));
        } else if (tiles != null && (tiles < 32 || tiles > 8192)) {
            throw wrong(console.text("cli.usage.range", "--tiles", 32, 8192));
        }
        boolean cancelled;
        try (Watch watch = services.surroundings().interruptions().watch();
                Progress progress = new Progress(console, console.text("cli.samples.doing"), quiet)) {
            if (tiles == null) {
                services.tools().samples().write(folder, count, seed, progress, watch.cancellation());
            } else {
                new SampleTiles(tiles, seed).write(folder, count, progress, watch.cancellation());
            }
            cancelled = watch.cancellation().isCancelled();
        } catch (IOException e) {
            return failures.report(
                    e instanceof SampleFolderException ? new NotWritten(e) : new NotWritten(folder, e), verbose());
        }
        if (cancelled) {
            console.note(console.text("cli.cancelled"));
            return ExitCodes.CANCELLED;
        }
        if (!quiet) {
            console.line(console.text(
                    tiles == null ? "cli.samples.done" : "cli.samples.tiles_done",
                    count,
                    folder.toAbsolutePath().normalize().toString()));
        }
        return ExitCodes.DONE;
    }
}

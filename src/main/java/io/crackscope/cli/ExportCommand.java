package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.learning.ModelExporter;
import io.crackscope.learning.ModelExporter.Exported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crackscope export}: a model as an ONNX file, for other programs. */
@Command(
        name = "export",
        description = "${bundle:cli.export.help}",
        exitCodeList = {
            "0:${bundle:cli.exit.0}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.export.exit.3}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}"
        })
final class ExportCommand extends StandardCommand {
    @Option(names = "--model", paramLabel = "FILE", description = "${bundle:cli.option.model}")
    private @Nullable Path model;

    @Option(names = "--onnx", paramLabel = "FILE", required = true, description = "${bundle:cli.export.onnx}")
    private Path onnx = Path.of("");

    @Option(names = "--force", description = "${bundle:cli.export.force}")
    private boolean force;

    @Option(names = "--quiet", description = "${bundle:cli.export.quiet}")
    private boolean quiet;

    ExportCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        Path source = model == null ? services.models().shipped() : model;
        checkTarget(source);
        OutputFile.probe(onnx);
        Exported exported;
        try {
            exported = services.models().exporter().export(source, onnx);
        } catch (IOException e) {
            return failures.report(new NotWritten(onnx, e), verbose());
        }
        if (!quiet) {
            report(exported);
        }
        return ExitCodes.DONE;
    }

    /** Neither another file nor, even with --force, the model itself is lost to a slip. */
    private void checkTarget(Path source) {
        if (!Files.isRegularFile(onnx)) {
            return;
        }
        if (OutputFile.wouldReplace(onnx, source)) {
            throw wrong(console.text("cli.export.same", onnx.toString()));
        }
        if (!force) {
            throw wrong(console.text("cli.export.exists", onnx.toString()));
        }
    }

    private void report(Exported exported) {
        console.line(console.text(
                "cli.export.written",
                onnx.toAbsolutePath().normalize().toString(),
                exported.bytes(),
                exported.operatorSet()));
        for (ModelExporter.Tensor input : exported.inputs()) {
            console.line(console.text("cli.export.input", input.toString()));
        }
        for (ModelExporter.Tensor output : exported.outputs()) {
            console.line(console.text("cli.export.output", output.toString()));
        }
        console.line(console.text(
                "cli.export.checked",
                exported.tiles(),
                String.format(Locale.ROOT, "%.1e", exported.largestDifference())));
        console.line(console.text("cli.export.metadata"));
        int longest = exported.metadata().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        exported.metadata()
                .forEach((key, value) ->
                        console.line("  " + key + " ".repeat(longest - key.length() + 2) + Console.plain(value)));
    }
}

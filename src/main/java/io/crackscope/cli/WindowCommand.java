package io.crackscope.cli;

import io.crackscope.learning.InferenceEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code crackscope [PHOTO...]}: the window. Where there is no display, the photos (or the bundled samples) are inspected
 * on the terminal instead.
 */
@Command(
        name = "crackscope",
        description = "${bundle:cli.window.help}",
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%n${bundle:cli.commands.heading}:%n")
final class WindowCommand extends StandardCommand {
    @Parameters(arity = "0..*", paramLabel = "PHOTO", description = "${bundle:cli.window.photo}")
    private List<Path> photos = List.of();

    WindowCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() throws IOException {
        if (!photos.isEmpty() && photos.stream().noneMatch(Files::exists)) {
            // most likely a mistyped command; a window full of missing files would not say so
            throw wrong(console.text("cli.window.neither", photos.getFirst().toString()));
        }
        switch (services.tools().window().open(photos)) {
            case Services.Opening.Shown() -> {
                return ExitCodes.DONE;
            }
            case Services.Opening.NoDisplay() -> console.line(console.text("cli.window.no_display"));
            case Services.Opening.Failed(String reason) -> console.line(console.text("cli.window.failed", reason));
        }
        List<Path> shown = photos.isEmpty() ? List.of(services.tools().bundledSamples()) : photos;
        Path overlays = Files.createTempDirectory("crackscope-overlays-");
        return new Inspection(services, console, failures)
                .run(new InspectionRequest(
                        shown,
                        services.models().shipped(),
                        InferenceEngine.ONNX,
                        null,
                        null,
                        overlays,
                        null,
                        Optional.empty(),
                        1,
                        false));
    }
}

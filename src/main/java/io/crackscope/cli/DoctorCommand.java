package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.cli.Services.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crackscope doctor}: examines the installation. */
@Command(
        name = "doctor",
        description = "${bundle:cli.doctor.help}",
        exitCodeList = {
            "0:${bundle:cli.doctor.exit.0}",
            "1:${bundle:cli.doctor.exit.1}",
            "2:${bundle:cli.exit.2}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}"
        })
final class DoctorCommand extends StandardCommand {
    @Option(names = "--json", paramLabel = "FILE|-", description = "${bundle:cli.doctor.json}")
    private @Nullable Path json;

    DoctorCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        List<Check> checks;
        if (json == null) {
            checks = services.tools().checks().get();
        } else {
            try (JsonTarget target = JsonTarget.open(json, console)) {
                checks = services.tools().checks().get();
                write(target.json(), checks);
                target.commit();
            } catch (IOException e) {
                throw new NotWritten(json, e);
            }
        }
        if (!JsonTarget.isStandardOutput(json)) {
            print(checks);
        }
        return checks.stream().anyMatch(check -> check.status() == Check.Status.FAIL)
                ? ExitCodes.SOME_REFUSED
                : ExitCodes.DONE;
    }

    private void print(List<Check> checks) {
        int status = 0;
        int name = 0;
        for (Check check : checks) {
            status = Math.max(status, word(check).length());
            name = Math.max(name, check.name().length());
        }
        for (Check check : checks) {
            String padded = String.format("%-" + status + "s", word(check));
            int colour = switch (check.status()) {
                case OK -> 36;
                case WARN -> 214;
                case FAIL -> 166;
            };
            console.line(console.coloured(padded, colour) + "  " + String.format("%-" + name + "s", check.name()) + "  "
                    + Console.plain(check.detail()));
        }
    }

    private String word(Check check) {
        return console.text("cli.doctor." + key(check));
    }

    private static String key(Check check) {
        return check.status().name().toLowerCase(Locale.ROOT);
    }

    private void write(JsonGenerator generator, List<Check> checks) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("version", services.surroundings().version());
        generator.writeArrayFieldStart("checks");
        for (Check check : checks) {
            generator.writeStartObject();
            generator.writeStringField("name", check.name());
            generator.writeStringField("status", key(check));
            generator.writeStringField("detail", check.detail());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }
}

package io.crackscope.cli;

import io.crackscope.cli.Services.Watch;
import io.crackscope.dataset.Check;
import io.crackscope.dataset.Finding;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Measurement;
import io.crackscope.dataset.Part;
import io.crackscope.dataset.SetChecks;
import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crackscope dataset check}: what is wrong with a data set. */
@Command(
        name = "check",
        description = "${bundle:cli.dataset.check.help}",
        footer = "%n${bundle:cli.dataset.check.json}",
        exitCodeList = {
            "0:${bundle:cli.dataset.exit.0}",
            "1:${bundle:cli.dataset.exit.1}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.exit.3}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}",
            "130:${bundle:cli.exit.130}"
        })
final class DatasetCheckCommand extends StandardCommand {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "${bundle:cli.option.data}")
    private List<Path> folders = List.of();

    @Option(names = "--json", paramLabel = "FILE|-", description = "${bundle:cli.dataset.check.option.json}")
    private @Nullable Path json;

    @Option(names = "--cross-validate", description = "${bundle:cli.dataset.check.folds}")
    private boolean crossValidate;

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    DatasetCheckCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        if (JsonTarget.isStandardOutput(json)) {
            console.reserveOutput();
        }
        OutputFile.probe(json);
        try (Watch watch = services.surroundings().interruptions().watch()) {
            Cancellation cancellation = watch.cancellation();
            MeasuredData.Found found = new MeasuredData(services, console).read(folders, quiet, cancellation);
            ImageTable table = found.table();
            if (table.size() == 0) {
                console.note(console.text("cli.data.nothing"));
                return ExitCodes.NOTHING_USABLE;
            }
            Set<Check> checks = EnumSet.allOf(Check.class);
            if (crossValidate) {
                if (!new LabelJudges(services, console).judge(found.set(), quiet, cancellation)) {
                    return ExitCodes.NOTHING_USABLE;
                }
            } else {
                checks.remove(Check.LABEL_SUSPECTS);
            }
            Map<Check, Finding> findings = new LinkedHashMap<>();
            for (Check check : checks) {
                findings.put(check, SetChecks.run(check, table, 0.5, cancellation));
            }
            findings.get(Check.UNREADABLE).clusters().forEach(cluster -> {
                for (int number : cluster) {
                    if (table.measurement(number).orElseThrow() instanceof Measurement.Refused(var refusal)) {
                        console.refused(table.image(number).file(), refusal);
                    }
                }
            });
            boolean written = writeJson(table, findings);
            if (!quiet) {
                print(table, findings);
            }
            if (!written) {
                return ExitCodes.NOT_WRITTEN;
            }
            boolean isClean =
                    found.refused().isEmpty() && findings.values().stream().allMatch(finding -> finding.size() == 0);
            return isClean ? ExitCodes.DONE : ExitCodes.SOME_REFUSED;
        }
    }

    private void print(ImageTable table, Map<Check, Finding> findings) {
        console.line(console.text(
                "cli.dataset.images",
                table.size(),
                labelled(table, Optional.of(Label.CRACK)),
                labelled(table, Optional.of(Label.NO_CRACK)),
                labelled(table, Optional.empty())));
        findings.forEach((check, finding) -> {
            String name = console.text("ui.set.check." + check.key());
            String words = console.text(
                    finding.textKey(table), finding.size(), finding.clusters().size());
            console.line(String.format(Locale.ROOT, "%-32s %,8d  %s", name, finding.size(), words));
        });
    }

    private static long labelled(ImageTable table, Optional<Label> label) {
        long count = 0;
        for (int i = 0; i < table.size(); i++) {
            count += table.state(i).label().equals(label) ? 1 : 0;
        }
        return count;
    }

    private boolean writeJson(ImageTable table, Map<Check, Finding> findings) {
        if (json == null) {
            return true;
        }
        try (JsonTarget target = JsonTarget.open(json, console)) {
            var out = target.json();
            out.writeStartObject();
            out.writeArrayFieldStart("data");
            for (Path folder : folders) {
                out.writeString(folder.toString());
            }
            out.writeEndArray();
            out.writeNumberField("images", table.size());
            out.writeNumberField("crack", labelled(table, Optional.of(Label.CRACK)));
            out.writeNumberField("noCrack", labelled(table, Optional.of(Label.NO_CRACK)));
            out.writeNumberField("unlabelled", labelled(table, Optional.empty()));
            out.writeNumberField("changed", table.changed());
            out.writeObjectFieldStart("parts");
            for (Part part : Part.values()) {
                long count = 0;
                for (int i = 0; i < table.size(); i++) {
                    count += table.state(i).part().equals(Optional.of(part)) ? 1 : 0;
                }
                out.writeNumberField(part.word(), count);
            }
            out.writeEndObject();
            out.writeArrayFieldStart("checks");
            for (Finding finding : findings.values()) {
                out.writeStartObject();
                out.writeStringField("check", finding.check().key());
                out.writeNumberField("images", finding.size());
                out.writeArrayFieldStart("clusters");
                for (int[] cluster : finding.clusters()) {
                    out.writeStartArray();
                    for (int number : cluster) {
                        out.writeString(table.image(number).file().toString());
                    }
                    out.writeEndArray();
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            target.commit();
            return true;
        } catch (IOException e) {
            failures.report(new Failures.NotWritten(json, e), verbose());
            return false;
        }
    }
}

package io.crackscope.cli;

import io.crackscope.cli.Failures.NotWritten;
import io.crackscope.project.AuditEntry;
import io.crackscope.project.ProjectAudit;
import io.crackscope.project.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crackscope audit}: the audit trail of a project, and whether it is whole. Changes nothing. */
@Command(
        name = "audit",
        description = "${bundle:cli.audit.help}",
        exitCodeList = {
            "0:${bundle:cli.audit.exit.0}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.audit.exit.3}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}"
        })
final class AuditCommand extends StandardCommand {
    private static final int PAGE = 500;

    @Parameters(arity = "1", paramLabel = "FILE", description = "${bundle:cli.audit.file}")
    private Path file = Path.of("");

    @Option(names = "--head", paramLabel = "HASH", description = "${bundle:cli.audit.head}")
    private @Nullable String head;

    @Option(names = "--json", paramLabel = "FILE|-", description = "${bundle:cli.audit.json}")
    private @Nullable Path json;

    AuditCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        Optional<String> anchor = Optional.ofNullable(head).map(hash -> hash.toLowerCase(Locale.ROOT));
        if (anchor.isPresent() && !anchor.get().matches("[0-9a-f]{64}")) {
            throw wrong(console.text("cli.audit.no_hash", head));
        }
        OutputFile.probe(json);
        try (ProjectAudit audit = ProjectAudit.of(file)) {
            Verification verification = audit.verify(anchor);
            List<AuditEntry> entries = entries(audit);
            if (json != null) {
                write(json, entries, verification);
            }
            if (!JsonTarget.isStandardOutput(json)) {
                new AuditTable(console).print(entries, verification);
            }
            return verification instanceof Verification.Whole ? ExitCodes.DONE : ExitCodes.NOTHING_USABLE;
        }
    }

    /** All, or those before one that someone made unreadable; the verification names that one. */
    private static List<AuditEntry> entries(ProjectAudit audit) {
        List<AuditEntry> entries = new ArrayList<>();
        for (List<AuditEntry> page = audit.trail(1, PAGE); !page.isEmpty(); ) {
            entries.addAll(page);
            page = audit.trail(page.getLast().seq() + 1, PAGE);
        }
        return entries;
    }

    private void write(Path target, List<AuditEntry> entries, Verification verification) {
        try (JsonTarget output = JsonTarget.open(target, console)) {
            new AuditJson(output.json(), console).write(file, entries, verification);
            output.commit();
        } catch (IOException e) {
            throw new NotWritten(target, e);
        }
    }
}

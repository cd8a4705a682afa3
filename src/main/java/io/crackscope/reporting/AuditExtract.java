package io.crackscope.reporting;

import io.crackscope.project.AuditEntry;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.Verification;
import java.util.List;

/**
 * The end of a project's audit trail and whether the trail holds together.
 *
 * @param verification of the whole trail when the report was made
 * @param entries the newest, oldest of them first
 */
public record AuditExtract(Verification verification, List<AuditEntry> entries) {
    /** Entries that an extract has at most. */
    static final int MOST = 40;

    public AuditExtract {
        entries = List.copyOf(entries);
    }

    /** The extract of {@code project} as it is now; walks the whole trail. */
    public static AuditExtract of(InspectionProject project) {
        Verification verification = project.verify();
        long count = switch (verification) {
            case Verification.Whole whole -> whole.entries();
            case Verification.Broken broken -> lastEntry(project);
        };
        return new AuditExtract(verification, project.trail(Math.max(1, count - MOST + 1), MOST));
    }

    private static long lastEntry(InspectionProject project) {
        long last = 0;
        for (List<AuditEntry> some = project.trail(1, 1000); !some.isEmpty(); some = project.trail(last + 1, 1000)) {
            last = some.getLast().seq();
        }
        return last;
    }
}

package io.crackscope.project;

import io.crackscope.project.Verification.Broken;
import io.crackscope.project.Verification.Fault;
import io.crackscope.project.Verification.Whole;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies an audit trail: that the guards of the file are there, that every entry's hash is its own and follows on the
 * one before, that none is missing, and that the project says what the entries made of it. Reads only.
 */
final class Verifier {
    private static final int PAGE = 1000;

    private final Sql sql;
    private final TrailState expected = new TrailState();
    private final Set<String> hashes = new HashSet<>();

    Verifier(Sql sql) {
        this.sql = sql;
    }

    /** {@code anchor} is a hash that must be in the trail. */
    Verification verify(Optional<String> anchor) throws SQLException {
        Set<String> differences = Schema.present().differences(sql);
        if (!differences.isEmpty()) {
            return new Broken(0, Fault.GUARD_REMOVED, String.join("; ", differences));
        }
        Optional<Broken> broken = chain();
        if (broken.isPresent()) {
            return broken.get();
        }
        if (anchor.isPresent() && !hashes.contains(anchor.get())) {
            return new Broken(0, Fault.ANCHOR_MISSING, anchor.get());
        }
        broken = new StateCheck(sql, expected).check();
        if (broken.isPresent()) {
            return broken.get();
        }
        AuditTrail.Head head = AuditTrail.head(sql);
        return new Whole(head.seq(), head.hash());
    }

    private Optional<Broken> chain() throws SQLException {
        long seq = 0;
        String previous = AuditTrail.FIRST;
        for (List<AuditTrail.Line> page = page(1); !page.isEmpty(); page = page(seq + 1)) {
            for (AuditTrail.Line line : page) {
                if (line.seq() != seq + 1) {
                    return broken(seq + 1, Fault.ENTRY_MISSING, "entry " + line.seq() + " follows on " + seq);
                }
                if (!line.hash().equals(line.rightHash())) {
                    return broken(line.seq(), Fault.ENTRY_CHANGED, "its hash would be " + line.rightHash());
                }
                if (!line.previous().equals(previous)) {
                    return broken(line.seq(), Fault.CHAIN_BROKEN, "the entry before has the hash " + previous);
                }
                try {
                    expected.take(line);
                } catch (RuntimeException e) {
                    // its hash is right: whoever wrote it made all hashes anew
                    return broken(line.seq(), Fault.ENTRY_CHANGED, "it cannot be read: " + e.getMessage());
                }
                hashes.add(line.hash());
                previous = line.hash();
                seq = line.seq();
            }
        }
        AuditTrail.Head head = AuditTrail.head(sql);
        if (head.seq() != seq || !head.hash().equals(previous)) {
            return broken(seq + 1, Fault.ENTRY_MISSING, "entry " + head.seq() + " was the last, " + seq + " is");
        }
        return Optional.empty();
    }

    private List<AuditTrail.Line> page(long from) throws SQLException {
        return AuditTrail.lines(sql, from, PAGE);
    }

    private static Optional<Broken> broken(long seq, Fault fault, String what) {
        return Optional.of(new Broken(seq, fault, what));
    }
}

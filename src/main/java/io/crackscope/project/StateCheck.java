package io.crackscope.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.crackscope.project.Verification.Broken;
import io.crackscope.project.Verification.Fault;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a project says with what its audit trail made of it. */
final class StateCheck {
    private static final TrailState.Last NEVER = new TrailState.Last(Forms.NONE, 0);

    private final Sql sql;
    private final TrailState expected;

    StateCheck(Sql sql, TrailState expected) {
        this.sql = sql;
        this.expected = expected;
    }

    private interface Reading {
        JsonNode of(long id) throws SQLException;
    }

    /** The first thing that differs. */
    Optional<Broken> check() throws SQLException {
        Optional<Broken> broken = aspects();
        if (broken.isEmpty()) {
            broken = compare(
                    "answer",
                    Fault.ANSWER_CHANGED,
                    ids("SELECT id FROM answer"),
                    expected.answers(),
                    id -> Answers.form(sql, id));
        }
        if (broken.isEmpty()) {
            // what is no answer's would be no answer's findings either
            broken = compare(
                    "record of photo",
                    Fault.STATE_CHANGED,
                    ids("SELECT id FROM photo WHERE sha256 IS NOT NULL OR width IS NOT NULL"),
                    answered(),
                    id -> Photos.recordForm(sql, id));
        }
        return broken;
    }

    private Optional<Broken> aspects() throws SQLException {
        Set<Long> photos = ids("SELECT id FROM photo");
        Optional<Broken> broken =
                compare("file of photo", Fault.STATE_CHANGED, photos, expected.files(), id -> Photos.fileForm(sql, id));
        for (Aspect aspect : Aspect.values()) {
            Set<Long> ids = switch (aspect) {
                case REVIEW -> ids("SELECT photo FROM review");
                case SCALE -> ids("SELECT photo FROM scale");
                case PRESENCE -> photos;
                case PATH -> Set.of();
                case FACTS -> Set.of(TrailState.PROJECT);
            };
            Fault fault = aspect == Aspect.REVIEW ? Fault.REVIEW_CHANGED : Fault.STATE_CHANGED;
            if (broken.isEmpty()) {
                broken = compare(
                        aspect.word() + " of photo", fault, ids, expected.aspect(aspect), id -> aspect.read(sql, id));
            }
        }
        return broken;
    }

    /** Photos of which the record says more than that nothing is known. */
    private Map<Long, TrailState.Last> answered() {
        Map<Long, TrailState.Last> answered = new java.util.TreeMap<>(expected.records());
        answered.values()
                .removeIf(last -> last.form().path("sha256").isNull()
                        && last.form().path("width").isNull());
        return answered;
    }

    private Set<Long> ids(String query) throws SQLException {
        return new TreeSet<>(sql.list(query, row -> row.getLong(1)));
    }

    private Optional<Broken> compare(
            String name, Fault fault, Set<Long> actual, Map<Long, TrailState.Last> expectations, Reading reading)
            throws SQLException {
        Set<Long> all = new TreeSet<>(actual);
        all.addAll(expectations.keySet());
        for (long id : all) {
            TrailState.Last last = expectations.getOrDefault(id, NEVER);
            String now = now(reading, id);
            if (!Forms.text(last.form()).equals(now)) {
                String what = "%s %d: %s in the trail, %s now".formatted(name, id, Forms.text(last.form()), now);
                return Optional.of(new Broken(last.seq(), fault, what));
            }
        }
        return Optional.empty();
    }

    private static String now(Reading reading, long id) throws SQLException {
        try {
            return Forms.text(reading.of(id));
        } catch (RuntimeException e) {
            // a row that is not there, or holds what the program never writes
            return e.toString();
        }
    }
}

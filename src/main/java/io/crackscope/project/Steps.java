package io.crackscope.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.domain.Review;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes that persons make, each kept with what was before, so that it can be taken back and done again. */
final class Steps {
    private final AuditTrail trail;

    Steps(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * One change of a step.
     *
     * @param aspect what is changed
     * @param photo of which photo, null for the project
     * @param after what is to be there
     */
    record Change(Aspect aspect, @Nullable Long photo, JsonNode after) {
        /** The same for all these photos. */
        static List<Change> all(Aspect aspect, Collection<PhotoId> photos, JsonNode after) {
            return photos.stream()
                    .map(photo -> new Change(aspect, photo.number(), after))
                    .toList();
        }
    }

    private record Done(Aspect aspect, @Nullable Long photo, JsonNode before, JsonNode after) {}

    /** Makes the changes as one step; empty where all is so already. */
    Optional<Step> make(Sql sql, Step.Kind kind, List<Change> changes) throws SQLException {
        return make(sql, kind, kind.word(), Optional.empty(), changes);
    }

    /** Makes the changes as one step, called {@code what} in the trail; empty where all is so already. */
    Optional<Step> make(Sql sql, Step.Kind kind, String what, Optional<Review.Decision> decision, List<Change> changes)
            throws SQLException {
        long step = 0;
        for (Change change : changes) {
            if (change.photo != null) {
                Photos.require(sql, change.photo);
            }
            JsonNode before = change.aspect.read(sql, change.photo);
            if (before.equals(change.after)) {
                continue;
            }
            if (step == 0) {
                sql.run("DELETE FROM step WHERE undone = 1");
                step = sql.insert(
                        "INSERT INTO step (kind, decision, undone) VALUES (?, ?, 0)",
                        kind.word(),
                        decision.map(Review.Decision::word).orElse(null));
            }
            sql.run(
                    "INSERT INTO step_change (step, aspect, photo, before, after) VALUES (?, ?, ?, ?, ?)",
                    step,
                    change.aspect.word(),
                    change.photo,
                    Forms.text(before),
                    Forms.text(change.after));
            set(sql, what, step, change.aspect, change.photo, before, change.after);
        }
        return step == 0 ? Optional.empty() : Optional.of(step(sql, step));
    }

    Optional<Step> undo(Sql sql) throws SQLException {
        Optional<Long> next = newest(sql);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Step step = step(sql, next.get());
        for (Done done : changes(sql, next.get()).reversed()) {
            JsonNode now = done.aspect.read(sql, done.photo);
            set(sql, "undo." + step.kind().word(), next.get(), done.aspect, done.photo, now, done.before);
        }
        sql.run("UPDATE step SET undone = 1 WHERE id = ?", next.get());
        return Optional.of(step);
    }

    Optional<Step> redo(Sql sql) throws SQLException {
        Optional<Long> next = oldestUndone(sql);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Step step = step(sql, next.get());
        for (Done done : changes(sql, next.get())) {
            JsonNode now = done.aspect.read(sql, done.photo);
            set(sql, "redo." + step.kind().word(), next.get(), done.aspect, done.photo, now, done.after);
        }
        sql.run("UPDATE step SET undone = 0 WHERE id = ?", next.get());
        return Optional.of(step);
    }

    /** The step that undo would take back. */
    static Optional<Step> nextUndo(Sql sql) throws SQLException {
        return found(sql, newest(sql));
    }

    /** The step that redo would do again. */
    static Optional<Step> nextRedo(Sql sql) throws SQLException {
        return found(sql, oldestUndone(sql));
    }

    private void set(
            Sql sql, String what, long step, Aspect aspect, @Nullable Long photo, JsonNode before, JsonNode after)
            throws SQLException {
        aspect.write(sql, photo, after);
        ObjectNode detail = Forms.object().put("step", step).put("aspect", aspect.word());
        if (aspect == Aspect.PRESENCE) {
            detail.set("file", Photos.fileForm(sql, Objects.requireNonNull(photo)));
        }
        detail.set("before", before);
        detail.set("after", after);
        trail.append(sql, what, photo, detail, null);
    }

    private static Optional<Long> newest(Sql sql) throws SQLException {
        return sql.first("SELECT id FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1", row -> row.getLong(1));
    }

    private static Optional<Long> oldestUndone(Sql sql) throws SQLException {
        return sql.first("SELECT id FROM step WHERE undone = 1 ORDER BY id LIMIT 1", row -> row.getLong(1));
    }

    private static Optional<Step> found(Sql sql, Optional<Long> id) throws SQLException {
        return id.isEmpty() ? Optional.empty() : Optional.of(step(sql, id.get()));
    }

    private static Step step(Sql sql, long id) throws SQLException {
        List<Long> photos = sql.list(
                "SELECT photo FROM step_change WHERE step = ? AND photo IS NOT NULL ORDER BY id",
                row -> row.getLong(1),
                id);
        List<String> names = new ArrayList<>();
        for (long photo : photos.subList(0, Math.min(Step.NAMES, photos.size()))) {
            names.add(Photos.name(sql, photo));
        }
        return sql.first(
                        "SELECT kind, decision FROM step WHERE id = ?",
                        row -> new Step(
                                Step.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                                Optional.ofNullable(row.getString(2)).map(Review.Decision::ofWord),
                                photos.stream().map(PhotoId::new).toList(),
                                names),
                        id)
                .orElseThrow();
    }

    private static List<Done> changes(Sql sql, long step) throws SQLException {
        return sql.list(
                "SELECT aspect, photo, before, after FROM step_change WHERE step = ? ORDER BY id",
                row -> {
                    long number = row.getLong(2);
                    @Nullable Long photo = row.wasNull() ? null : number;
                    return new Done(
                            Aspect.ofWord(row.getString(1)),
                            photo,
                            Forms.parse(row.getString(3)),
                            Forms.parse(row.getString(4)));
                },
                step);
    }
}

package io.crackscope.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.domain.Review;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What persons say of photos: decisions, notes, and notes that are being typed. */
final class Reviews {
    private final Steps steps;
    private final Author author;

    Reviews(Steps steps, Author author) {
        this.steps = steps;
        this.author = author;
    }

    Optional<Step> decide(Sql sql, Collection<PhotoId> photos, Optional<Review.Decision> decision) throws SQLException {
        String word = decision.map(Review.Decision::word).orElse(null);
        List<Steps.Change> changes = new ArrayList<>();
        for (PhotoId photo : photos) {
            JsonNode now = Aspect.REVIEW.read(sql, photo.number());
            if (!Optional.ofNullable(now.path("decision").textValue()).equals(Optional.ofNullable(word))) {
                changes.add(change(photo, word, now.path("note").asText(""), author.name()));
            }
        }
        return steps.make(sql, Step.Kind.DECISION, Step.Kind.DECISION.word(), decision, changes);
    }

    void draft(Sql sql, PhotoId photo, String text) throws SQLException {
        Photos.require(sql, photo.number());
        sql.run("REPLACE INTO draft (photo, note, who) VALUES (?, ?, ?)", photo.number(), text, author.name());
    }

    void discard(Sql sql, PhotoId photo) throws SQLException {
        sql.run("DELETE FROM draft WHERE photo = ?", photo.number());
    }

    Optional<Step> commit(Sql sql, PhotoId photo) throws SQLException {
        Optional<Draft> draft = draftOf(sql, photo);
        return draft.isEmpty() ? Optional.empty() : commit(sql, photo, draft.get(), Step.Kind.NOTE.word());
    }

    /** Commits all drafts, each as a step; {@code what} they are called in the trail. */
    void commitAll(Sql sql, String what) throws SQLException {
        for (PhotoId photo : sql.list("SELECT photo FROM draft ORDER BY photo", row -> new PhotoId(row.getLong(1)))) {
            commit(sql, photo, draftOf(sql, photo).orElseThrow(), what);
        }
    }

    private record Draft(String note, String who) {}

    private static Optional<Draft> draftOf(Sql sql, PhotoId photo) throws SQLException {
        return sql.first(
                "SELECT note, who FROM draft WHERE photo = ?",
                row -> new Draft(row.getString(1), row.getString(2)),
                photo.number());
    }

    private Optional<Step> commit(Sql sql, PhotoId photo, Draft draft, String what) throws SQLException {
        discard(sql, photo);
        JsonNode now = Aspect.REVIEW.read(sql, photo.number());
        if (now.path("note").asText("").equals(draft.note)) {
            return Optional.empty();
        }
        Steps.Change change = change(photo, now.path("decision").textValue(), draft.note, draft.who);
        return steps.make(sql, Step.Kind.NOTE, what, Optional.empty(), List.of(change));
    }

    /** A review without decision and note is none. */
    private Steps.Change change(PhotoId photo, @Nullable String decision, String note, String who) {
        if (decision == null && note.isEmpty()) {
            return new Steps.Change(Aspect.REVIEW, photo.number(), Forms.NONE);
        }
        ObjectNode after = Forms.object()
                .put("decision", decision)
                .put("note", note)
                .put("who", who)
                .put("at", author.now().toString());
        return new Steps.Change(Aspect.REVIEW, photo.number(), after);
    }
}

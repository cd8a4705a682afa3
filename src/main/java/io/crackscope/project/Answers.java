package io.crackscope.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What models answered: added and read, never changed. */
final class Answers {
    /** Of the tables answer {@code a} and model {@code m}. */
    static final String COLUMNS = "a.id, m.name, m.sha256, a.at, a.photo_sha256, a.verdict, a.probability,"
            + " a.uncertain_from, a.crack_from, a.millis, a.evidence, a.refusal, a.refusal_detail";

    private static final String ANSWER = "SELECT " + COLUMNS + " FROM answer a JOIN model m ON m.id = a.model";

    private final AuditTrail trail;

    Answers(AuditTrail trail) {
        this.trail = trail;
    }

    AnswerId judged(
            Sql sql,
            PhotoId photo,
            ModelAnswer.Judged answer,
            Optional<String> photoSha256,
            PhotoFacts facts,
            CrackFindings findings)
            throws SQLException {
        byte[] content = FindingsForm.write(findings);
        long id = sql.insert(
                "INSERT INTO answer (photo, model, at, photo_sha256, verdict, probability, uncertain_from, crack_from,"
                        + " millis, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                photo.number(),
                model(sql, answer.model()),
                answer.when().toString(),
                photoSha256.orElse(null),
                answer.verdict().word(),
                answer.probability(),
                answer.thresholds().uncertainFrom(),
                answer.thresholds().crackFrom(),
                answer.millis(),
                findings.evidence().size());
        sql.run("INSERT INTO findings (answer, content) VALUES (?, ?)", id, content);
        sql.run(
                "UPDATE photo SET width = ?, height = ?, taken = ?, camera = ?, latitude = ?, longitude = ?"
                        + " WHERE id = ? AND width IS NULL",
                facts.width(),
                facts.height(),
                facts.taken().map(Object::toString).orElse(null),
                facts.camera().orElse(null),
                facts.latitude().isPresent() ? facts.latitude().getAsDouble() : null,
                facts.longitude().isPresent() ? facts.longitude().getAsDouble() : null,
                photo.number());
        return record(sql, photo, photoSha256, id, answer.model());
    }

    AnswerId refused(Sql sql, PhotoId photo, ModelAnswer.Refused answer, Optional<String> photoSha256)
            throws SQLException {
        long id = sql.insert(
                "INSERT INTO answer (photo, model, at, photo_sha256, evidence, refusal, refusal_detail)"
                        + " VALUES (?, ?, ?, ?, 0, ?, ?)",
                photo.number(),
                model(sql, answer.model()),
                answer.when().toString(),
                photoSha256.orElse(null),
                answer.refusal().kind().name().toLowerCase(Locale.ROOT),
                answer.refusal().detail());
        return record(sql, photo, photoSha256, id, answer.model());
    }

    private AnswerId record(Sql sql, PhotoId photo, Optional<String> photoSha256, long id, ModelStamp model)
            throws SQLException {
        if (photoSha256.isPresent()) {
            sql.run("UPDATE photo SET sha256 = ? WHERE id = ? AND sha256 IS NULL", photoSha256.get(), photo.number());
        }
        ObjectNode detail = Forms.object();
        detail.set("answer", form(sql, id));
        detail.set("photo", Photos.recordForm(sql, photo.number()));
        trail.append(sql, "answer", photo.number(), detail, model);
        return new AnswerId(id);
    }

    /** The answer as it stands in the file, with the SHA-256 of its findings. */
    static ObjectNode form(Sql sql, long id) throws SQLException {
        Optional<byte[]> content = content(sql, id);
        return sql.first(
                        "SELECT a.photo, a.at, m.name, m.sha256, a.photo_sha256, a.verdict, a.probability,"
                                + " a.uncertain_from, a.crack_from, a.millis, a.evidence, a.refusal, a.refusal_detail"
                                + " FROM answer a JOIN model m ON m.id = a.model WHERE a.id = ?",
                        row -> {
                            ObjectNode form = Forms.object()
                                    .put("id", id)
                                    .put("photo", row.getLong(1))
                                    .put("at", row.getString(2))
                                    .put("model", row.getString(3))
                                    .put("modelSha256", row.getString(4))
                                    .put("photoSha256", row.getString(5));
                            if (row.getString(6) == null) {
                                return form.put("refusal", row.getString(12)).put("detail", row.getString(13));
                            }
                            return form.put("verdict", row.getString(6))
                                    .put("probability", row.getDouble(7))
                                    .put("uncertainFrom", row.getDouble(8))
                                    .put("crackFrom", row.getDouble(9))
                                    .put("millis", row.getLong(10))
                                    .put("evidence", row.getInt(11))
                                    .put(
                                            "findings",
                                            content.map(Digests::sha256).orElse(null));
                        },
                        id)
                .orElseThrow();
    }

    static List<StoredAnswer> of(Sql sql, PhotoId photo) throws SQLException {
        return sql.list(
                ANSWER + " WHERE a.photo = ? ORDER BY a.id",
                row -> optional(row, 1).orElseThrow(),
                photo.number());
    }

    /** Throws IOException where someone changed them. */
    static Optional<CrackFindings> findings(Sql sql, AnswerId answer) throws SQLException, IOException {
        Optional<byte[]> content = content(sql, answer.number());
        return content.isEmpty() ? Optional.empty() : Optional.of(FindingsForm.read(content.get()));
    }

    private static Optional<byte[]> content(Sql sql, long answer) throws SQLException {
        return sql.first("SELECT content FROM findings WHERE answer = ?", row -> row.getBytes(1), answer);
    }

    private static long model(Sql sql, ModelStamp model) throws SQLException {
        Optional<Long> known = sql.first(
                "SELECT id FROM model WHERE name = ? AND sha256 = ?",
                row -> row.getLong(1),
                model.name(),
                model.sha256());
        return known.isPresent()
                ? known.get()
                : sql.insert("INSERT INTO model (name, sha256) VALUES (?, ?)", model.name(), model.sha256());
    }

    /** Reads {@link #COLUMNS} from column {@code first} on; empty where they are of no answer. */
    static Optional<StoredAnswer> optional(ResultSet row, int first) throws SQLException {
        long id = row.getLong(first);
        if (row.wasNull()) {
            return Optional.empty();
        }
        ModelStamp model = new ModelStamp(row.getString(first + 1), row.getString(first + 2));
        Instant when = Instant.parse(row.getString(first + 3));
        Optional<String> verdict = Optional.ofNullable(row.getString(first + 5));
        ModelAnswer answer = verdict.isPresent()
                ? new ModelAnswer.Judged(
                        verdict(verdict.get()),
                        row.getDouble(first + 6),
                        new VerdictThresholds(row.getDouble(first + 7), row.getDouble(first + 8)),
                        row.getLong(first + 9),
                        model,
                        when)
                : new ModelAnswer.Refused(
                        new Refusal(
                                Refusal.Kind.valueOf(row.getString(first + 11).toUpperCase(Locale.ROOT)),
                                row.getString(first + 12)),
                        model,
                        when);
        return Optional.of(new StoredAnswer(
                new AnswerId(id), answer, row.getInt(first + 10), Optional.ofNullable(row.getString(first + 4))));
    }

    private static Verdict verdict(String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}

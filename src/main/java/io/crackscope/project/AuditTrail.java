package io.crackscope.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.crackscope.domain.ModelStamp;
import io.crackscope.work.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trail of who did what when, to which only is added. Each entry's hash is the SHA-256 of these fields in this order,
 * each as a netstring (length in bytes as a decimal number, a colon, the text in UTF-8, a comma), what is not there as
 * {@code 0:,}:
 *
 * <ol>
 *   <li>the word {@code crackscope-audit-1}
 *   <li>seq, a decimal number
 *   <li>time, ISO 8601 in UTC
 *   <li>who
 *   <li>what
 *   <li>number of the photo
 *   <li>name of the photo's file
 *   <li>detail, as it stands in the file
 *   <li>name and then SHA-256 of the model, two fields
 *   <li>hash of the entry before, in lower-case hex; 64 zeros for the first
 * </ol>
 *
 * <p>So an entry cannot be changed, taken out or put in without a new hash for all that follow. The chain alone does not
 * show that all of them were made anew; that takes a hash which was kept elsewhere.
 */
final class AuditTrail {
    static final String FIRST = "0".repeat(64);

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String FORM = "crackscope-audit-1";
    private static final String COLUMNS =
            "seq, at, who, what, photo, photo_name, detail, model_name, model_sha256, previous, hash";

    private final Author author;

    AuditTrail(Author author) {
        this.author = author;
    }

    /** Adds what happened to the project and not to one photo. */
    void append(Sql sql, String what, JsonNode detail) throws SQLException {
        append(sql, what, null, detail, null);
    }

    /** Adds what happened. */
    void append(Sql sql, String what, @Nullable Long photo, JsonNode detail, @Nullable ModelStamp model)
            throws SQLException {
        Head head = head(sql);
        String name = photo == null ? "" : Photos.name(sql, photo);
        Line line = new Line(
                        head.seq + 1,
                        author.now().toString(),
                        author.name(),
                        what,
                        photo,
                        name,
                        Forms.text(detail),
                        model == null ? null : model.name(),
                        model == null ? null : model.sha256(),
                        head.hash,
                        "")
                .hashed();
        sql.run(
                "INSERT INTO trail (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                line.seq,
                line.at,
                line.who,
                line.what,
                line.photo,
                line.photoName,
                line.detail,
                line.modelName,
                line.modelSha256,
                line.previous,
                line.hash);
        sql.run("UPDATE trail_head SET seq = ?, hash = ?", line.seq, line.hash);
    }

    /** The last entry, as it is remembered apart from the trail. */
    record Head(long seq, String hash) {}

    static Head head(Sql sql) throws SQLException {
        return sql.first("SELECT seq, hash FROM trail_head", row -> new Head(row.getLong(1), row.getString(2)))
                .orElse(new Head(0, FIRST));
    }

    /** The entries of the project, as {@link InspectionProject#trail} promises. */
    static List<AuditEntry> read(Store store, long from, int most) {
        List<AuditEntry> entries = new ArrayList<>();
        try {
            for (Line line : store.read(sql -> lines(sql, from, most))) {
                entries.add(line.entry());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // the verification names this entry
            LOG.warn("{}: entry {} cannot be read", store.file(), from + entries.size(), e);
        }
        return List.copyOf(entries);
    }

    /** The entries from {@code from} on, oldest first, at most {@code most}. */
    static List<Line> lines(Sql sql, long from, int most) throws SQLException {
        return sql.list(
                "SELECT " + COLUMNS + " FROM trail WHERE seq >= ? ORDER BY seq LIMIT ?",
                row -> {
                    long photo = row.getLong(5);
                    boolean ofPhoto = !row.wasNull();
                    return new Line(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            ofPhoto ? photo : null,
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11));
                },
                from,
                most);
    }

    /** An entry as it stands in the file, whatever someone made of it. */
    record Line(
            long seq,
            String at,
            String who,
            String what,
            @Nullable Long photo,
            String photoName,
            String detail,
            @Nullable String modelName,
            @Nullable String modelSha256,
            String previous,
            String hash) {
        /** The hash that belongs to the other fields. */
        String rightHash() {
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            field(form, FORM);
            field(form, Long.toString(seq));
            field(form, at);
            field(form, who);
            field(form, what);
            field(form, photo == null ? "" : Long.toString(photo));
            field(form, photoName);
            field(form, detail);
            field(form, modelName == null ? "" : modelName);
            field(form, modelSha256 == null ? "" : modelSha256);
            field(form, previous);
            return Digests.sha256(form.toByteArray());
        }

        Line hashed() {
            return new Line(
                    seq, at, who, what, photo, photoName, detail, modelName, modelSha256, previous, rightHash());
        }

        /** Throws IllegalArgumentException or DateTimeException where the fields are not what the program writes. */
        AuditEntry entry() {
            return new AuditEntry(
                    seq,
                    Instant.parse(at),
                    who,
                    what,
                    Optional.ofNullable(photo).map(PhotoId::new),
                    photoName,
                    detail,
                    modelName == null || modelSha256 == null
                            ? Optional.empty()
                            : Optional.of(new ModelStamp(modelName, modelSha256)),
                    previous,
                    hash);
        }

        private static void field(ByteArrayOutputStream form, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            form.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            form.writeBytes(bytes);
            form.write(',');
        }
    }
}

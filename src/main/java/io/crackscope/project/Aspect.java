package io.crackscope.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What of a project a person can change, each with how it is read and set as JSON. Everything that can be undone is one
 * of these, so undo, redo, the audit trail and its verification need to know no more.
 */
enum Aspect {
    /** Decision and note of a photo. */
    REVIEW {
        @Override
        JsonNode read(Sql sql, @Nullable Long photo) throws SQLException {
            return Forms.orNone(sql.first(
                    "SELECT decision, note, who, at FROM review WHERE photo = ?",
                    row -> Forms.object()
                            .put("decision", row.getString(1))
                            .put("note", row.getString(2))
                            .put("who", row.getString(3))
                            .put("at", row.getString(4)),
                    photo));
        }

        @Override
        void write(Sql sql, @Nullable Long photo, JsonNode value) throws SQLException {
            sql.run("DELETE FROM review WHERE photo = ?", photo);
            if (!value.isNull()) {
                sql.run(
                        "INSERT INTO review (photo, decision, note, who, at) VALUES (?, ?, ?, ?, ?)",
                        photo,
                        value.get("decision").textValue(),
                        value.get("note").asText(),
                        value.get("who").asText(),
                        value.get("at").asText());
            }
        }
    },

    /** Whether a photo belongs to the project. */
    PRESENCE {
        @Override
        JsonNode read(Sql sql, @Nullable Long photo) throws SQLException {
            return BooleanNode.valueOf(sql.number("SELECT removed FROM photo WHERE id = ?", photo) == 0);
        }

        @Override
        void write(Sql sql, @Nullable Long photo, JsonNode value) throws SQLException {
            sql.run("UPDATE photo SET removed = ? WHERE id = ?", value.asBoolean() ? 0 : 1, photo);
        }
    },

    /** Where a photo's file lies. */
    PATH {
        @Override
        JsonNode read(Sql sql, @Nullable Long photo) throws SQLException {
            return sql.first("SELECT path FROM photo WHERE id = ?", row -> TextNode.valueOf(row.getString(1)), photo)
                    .orElseThrow();
        }

        @Override
        void write(Sql sql, @Nullable Long photo, JsonNode value) throws SQLException {
            sql.run("UPDATE photo SET path = ? WHERE id = ?", value.asText(), photo);
        }
    },

    /** How large a photo's pixels are. */
    SCALE {
        @Override
        JsonNode read(Sql sql, @Nullable Long photo) throws SQLException {
            return Forms.orNone(sql.first(
                    "SELECT mm_per_pixel, source FROM scale WHERE photo = ?",
                    row -> Forms.object().put("mmPerPixel", row.getDouble(1)).put("source", row.getString(2)),
                    photo));
        }

        @Override
        void write(Sql sql, @Nullable Long photo, JsonNode value) throws SQLException {
            sql.run("DELETE FROM scale WHERE photo = ?", photo);
            if (!value.isNull()) {
                sql.run(
                        "INSERT INTO scale (photo, mm_per_pixel, source) VALUES (?, ?, ?)",
                        photo,
                        value.get("mmPerPixel").asDouble(),
                        value.get("source").asText());
            }
        }
    },

    /** What the inspection is about; of the project and not of a photo. */
    FACTS {
        @Override
        JsonNode read(Sql sql, @Nullable Long photo) throws SQLException {
            return Forms.of(Photos.facts(sql));
        }

        @Override
        void write(Sql sql, @Nullable Long photo, JsonNode value) throws SQLException {
            sql.run(
                    "REPLACE INTO project (id, title, structure, element, inspector, client, day, remarks)"
                            + " VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                    value.get("title").asText(),
                    value.get("structure").asText(),
                    value.get("element").asText(),
                    value.get("inspector").asText(),
                    value.get("client").asText(),
                    value.get("date").asText(),
                    value.get("remarks").asText());
        }
    };

    /** What stands there now. {@code photo} is null where the aspect is one of the project. */
    abstract JsonNode read(Sql sql, @Nullable Long photo) throws SQLException;

    abstract void write(Sql sql, @Nullable Long photo, JsonNode value) throws SQLException;

    /** The word used in files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Aspect ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

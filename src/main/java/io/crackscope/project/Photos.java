package io.crackscope.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads photos and facts of the project. */
final class Photos {
    private static final String PHOTO = "SELECT p.id, p.path, p.bytes, p.removed, p.sha256, p.width, p.height, p.taken,"
            + " p.camera, p.latitude, p.longitude, r.decision, r.note, r.who, r.at, d.note, s.mm_per_pixel, s.source,"
            + " (SELECT count(*) FROM answer WHERE photo = p.id), " + Answers.COLUMNS
            + " FROM photo p LEFT JOIN review r ON r.photo = p.id LEFT JOIN draft d ON d.photo = p.id"
            + " LEFT JOIN scale s ON s.photo = p.id"
            + " LEFT JOIN answer a ON a.id = (SELECT max(id) FROM answer WHERE photo = p.id)"
            + " LEFT JOIN model m ON m.id = a.model";
    private static final int FIRST_OF_ANSWER = 20;

    private final PhotoPlaces places;

    Photos(PhotoPlaces places) {
        this.places = places;
    }

    /** Those that are not removed, in their order. */
    List<ProjectPhoto> present(Sql sql) throws SQLException {
        return sql.list(PHOTO + " WHERE p.removed = 0 ORDER BY p.place, p.id", this::photo);
    }

    ProjectPhoto photo(Sql sql, PhotoId id) throws SQLException {
        return sql.first(PHOTO + " WHERE p.id = ?", this::photo, id.number())
                .orElseThrow(() -> new IllegalArgumentException("no photo of this project: " + id));
    }

    private ProjectPhoto photo(ResultSet row) throws SQLException {
        String note = row.getString(13);
        String scaleSource = row.getString(18);
        return new ProjectPhoto(
                new PhotoId(row.getLong(1)),
                places.read(row.getString(2)),
                row.getLong(3),
                Optional.ofNullable(row.getString(5)),
                photoFacts(row),
                row.getInt(4) == 1,
                note == null
                        ? Optional.empty()
                        : Optional.of(new Review(
                                Optional.ofNullable(row.getString(12)).map(Review.Decision::ofWord),
                                note,
                                row.getString(14),
                                Instant.parse(row.getString(15)))),
                Optional.ofNullable(row.getString(16)),
                scaleSource == null ? Optional.empty() : Optional.of(new PhotoScale(row.getDouble(17), scaleSource)),
                Answers.optional(row, FIRST_OF_ANSWER),
                row.getInt(19));
    }

    private static Optional<PhotoFacts> photoFacts(ResultSet row) throws SQLException {
        int width = row.getInt(6);
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(new PhotoFacts(
                width,
                row.getInt(7),
                Optional.ofNullable(row.getString(8)).map(LocalDateTime::parse),
                Optional.ofNullable(row.getString(9)),
                number(row, 10),
                number(row, 11)));
    }

    private static OptionalDouble number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static ProjectFacts facts(Sql sql) throws SQLException {
        return sql.first(
                        "SELECT title, structure, element, inspector, client, day, remarks FROM project",
                        row -> new ProjectFacts(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                LocalDate.parse(row.getString(6)),
                                row.getString(7)))
                .orElseThrow();
    }

    /** Throws IllegalArgumentException for an id of another project. */
    static void require(Sql sql, long photo) throws SQLException {
        if (sql.number("SELECT count(*) FROM photo WHERE id = ?", photo) == 0) {
            throw new IllegalArgumentException("no photo of this project: " + photo);
        }
    }

    /** Name of the photo's file. */
    static String name(Sql sql, long photo) throws SQLException {
        String path = sql.first("SELECT path FROM photo WHERE id = ?", row -> row.getString(1), photo)
                .orElseThrow(() -> new IllegalArgumentException("no photo of this project: " + photo));
        return PhotoPlaces.name(path);
    }

    /** What the trail says of a photo's file when it comes or goes. */
    static ObjectNode fileForm(Sql sql, long photo) throws SQLException {
        return sql.first(
                        "SELECT path, bytes, place FROM photo WHERE id = ?",
                        row -> Forms.object()
                                .put("path", row.getString(1))
                                .put("bytes", row.getLong(2))
                                .put("place", row.getLong(3)),
                        photo)
                .orElseThrow();
    }

    /** What the trail says of a photo's content when a model answered. */
    static ObjectNode recordForm(Sql sql, long photo) throws SQLException {
        return sql.first(
                        "SELECT sha256, width, height, taken, camera, latitude, longitude FROM photo WHERE id = ?",
                        row -> {
                            ObjectNode form = Forms.object().put("sha256", row.getString(1));
                            form.put("width", (Integer) row.getObject(2)).put("height", (Integer) row.getObject(3));
                            form.put("taken", row.getString(4)).put("camera", row.getString(5));
                            form.put("latitude", (Double) row.getObject(6));
                            return form.put("longitude", (Double) row.getObject(7));
                        },
                        photo)
                .orElseThrow();
    }

    /** The photo of this path and size that is present, else one that was removed. */
    static Optional<Known> known(Sql sql, String path, long bytes) throws SQLException {
        return sql.first(
                "SELECT id, removed FROM photo WHERE path = ? AND (removed = 0 OR bytes = ?) ORDER BY removed, id DESC",
                row -> new Known(new PhotoId(row.getLong(1)), row.getInt(2) == 1),
                path,
                bytes);
    }

    /** A photo that the project knows. */
    record Known(PhotoId id, boolean removed) {}

    /** Adds a row for a photo that does not belong to the project yet. */
    static PhotoId insert(Sql sql, String path, long bytes) throws SQLException {
        return new PhotoId(sql.insert(
                "INSERT INTO photo (place, path, bytes, removed)"
                        + " VALUES ((SELECT coalesce(max(place), 0) + 1 FROM photo), ?, ?, 1)",
                path,
                bytes));
    }
}

package io.crackscope.dataset;

import io.crackscope.dataset.DatasetException.Problem;
import io.crackscope.domain.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of a data set that keeps what a person changed, as SQLite, version 2. Photos, folders and tables of the data set
 * are never written to; without this file the data set is as it was. Only steps are kept: the state of an image is what its
 * folder or table says, with all steps that are not undone laid over it in order.
 *
 * <p>Each write is one transaction, on disk when the method returns. Safe from several threads.
 */
public final class SetFile implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private SetFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens the file, which is made if missing.
     *
     * @throws DatasetException if it cannot be used
     */
    public static SetFile open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try {
                SetSchema.prepare(file, connection);
                return new SetFile(file, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new DatasetException(file, Problem.CHANGES_NOT_OPENED, e);
        }
    }

    static int number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /**
     * Does to {@code set}, fresh from its listing, all that the file knows of. Images that are no longer listed are passed
     * over; what was decided about them stays in the file.
     *
     * @return how many images of the file are no longer listed
     * @throws DatasetException if the file is damaged
     */
    public synchronized int restore(ImageSet set) {
        try (Statement sql = connection.createStatement()) {
            Map<Path, Integer> numbers = set.table().numbers();
            Map<Long, Integer> listed = new HashMap<>();
            int lost = 0;
            try (ResultSet rows = sql.executeQuery("SELECT id, path FROM image")) {
                while (rows.next()) {
                    Path path = set.table()
                            .source()
                            .folder()
                            .resolve(rows.getString(2))
                            .normalize();
                    Integer number = numbers.get(path);
                    if (number == null) {
                        lost++;
                    } else {
                        listed.put(rows.getLong(1), number);
                    }
                }
            }
            restoreSteps(set, sql, listed);
            return lost;
        } catch (SQLException | IllegalArgumentException | DateTimeParseException e) {
            throw new DatasetException(file, Problem.CHANGES_DAMAGED, e);
        }
    }

    private void restoreSteps(ImageSet set, Statement sql, Map<Long, Integer> listed) throws SQLException {
        record Kept(long id, Instant at, EditStep.Kind kind, boolean undone) {}
        List<Kept> steps = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("SELECT id, at, kind, undone FROM step ORDER BY id")) {
            while (rows.next()) {
                steps.add(new Kept(
                        rows.getLong(1),
                        Instant.parse(rows.getString(2)),
                        EditStep.Kind.valueOf(rows.getString(3)),
                        rows.getBoolean(4)));
            }
        }
        try (PreparedStatement changes =
                connection.prepareStatement("SELECT image, label, excluded, part FROM change WHERE step = ?")) {
            for (Kept step : steps) {
                record Changed(int number, ImageState after) {}
                List<Changed> found = new ArrayList<>();
                changes.setLong(1, step.id());
                try (ResultSet rows = changes.executeQuery()) {
                    while (rows.next()) {
                        Integer number = listed.get(rows.getLong(1));
                        if (number != null) {
                            found.add(new Changed(number, state(rows)));
                        }
                    }
                }
                found.sort(java.util.Comparator.comparingInt(Changed::number));
                set.restore(
                        step.id(),
                        step.at(),
                        step.kind(),
                        found.stream().mapToInt(Changed::number).toArray(),
                        found.stream().map(Changed::after).toList());
            }
        }
        steps.stream().filter(Kept::undone).forEach(step -> set.undo());
    }

    private static ImageState state(ResultSet row) throws SQLException {
        return new ImageState(
                Optional.ofNullable(row.getString(2)).map(Label::ofWord),
                row.getBoolean(3),
                Optional.ofNullable(row.getString(4))
                        .map(word -> Part.ofWord(word)
                                .orElseThrow(() -> new IllegalArgumentException("not a part: " + word))));
    }

    /**
     * Keeps a step that was done, and forgets those that were undone before it.
     *
     * @param last what was done right before it
     * @param paths of the step's images, in its order, as {@link ImageTable#path} tells them
     * @throws DatasetException if it cannot be written, or another program has changed the file meanwhile
     */
    public synchronized void append(EditStep step, Optional<EditStep> last, List<String> paths) {
        transaction(() -> {
            try (Statement sql = connection.createStatement()) {
                if (!stamp(sql).equals(last.map(SetFile::stamp))) {
                    throw changedElsewhere();
                }
                SetSchema.raise(sql);
                sql.execute("DELETE FROM change WHERE step IN (SELECT id FROM step WHERE undone = 1)");
                sql.execute("DELETE FROM step WHERE undone = 1");
            }
            try (PreparedStatement add = connection.prepareStatement("INSERT INTO step VALUES(?, ?, ?, 0)")) {
                add.setLong(1, step.id());
                add.setString(2, step.at().toString());
                add.setString(3, step.kind().name());
                add.executeUpdate();
            }
            Map<String, Long> ids = ids(paths);
            try (PreparedStatement add = connection.prepareStatement("INSERT INTO change VALUES(?, ?, ?, ?, ?)")) {
                for (int i = 0; i < paths.size(); i++) {
                    ImageState after = step.after().get(i);
                    add.setLong(1, step.id());
                    add.setLong(2, ids.get(paths.get(i)));
                    add.setString(3, after.label().map(Label::word).orElse(null));
                    add.setBoolean(4, after.excluded());
                    add.setString(5, after.part().map(Part::word).orElse(null));
                    add.addBatch();
                }
                add.executeBatch();
            }
        });
    }

    /** Tells the last step that stands in the file from any other. */
    private static Optional<String> stamp(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("SELECT id, at FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1")) {
            return row.next() ? Optional.of(row.getLong(1) + " " + row.getString(2)) : Optional.empty();
        }
    }

    private static String stamp(EditStep step) {
        return step.id() + " " + step.at();
    }

    private Map<String, Long> ids(List<String> paths) throws SQLException {
        Map<String, Long> ids = new HashMap<>(2 * paths.size());
        try (PreparedStatement add = connection.prepareStatement("INSERT OR IGNORE INTO image(path) VALUES(?)");
                PreparedStatement find = connection.prepareStatement("SELECT id FROM image WHERE path = ?")) {
            for (String path : paths) {
                add.setString(1, path);
                add.addBatch();
            }
            add.executeBatch();
            for (String path : paths) {
                find.setString(1, path);
                try (ResultSet row = find.executeQuery()) {
                    row.next();
                    ids.put(path, row.getLong(1));
                }
            }
        }
        return ids;
    }

    /**
     * Keeps that a step was undone, or done again.
     *
     * @throws DatasetException if it cannot be written, or another program has changed the file meanwhile
     */
    public synchronized void undone(EditStep step, boolean undone) {
        transaction(() -> {
            try (PreparedStatement set =
                    connection.prepareStatement("UPDATE step SET undone = ? WHERE id = ? AND at = ?")) {
                set.setBoolean(1, undone);
                set.setLong(2, step.id());
                set.setString(3, step.at().toString());
                if (set.executeUpdate() != 1) {
                    throw changedElsewhere();
                }
            }
        });
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void transaction(Work work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatasetException(file, Problem.CHANGE_NOT_KEPT, e);
        }
    }

    private DatasetException changedElsewhere() {
        return new DatasetException(file, Problem.CHANGED_ELSEWHERE);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatasetException(file, Problem.CHANGES_NOT_CLOSED, e);
        }
    }
}

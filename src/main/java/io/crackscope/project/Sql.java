package io.crackscope.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Statements on one SQLite connection. Not safe for threads. Never waits for a lock of another connection. */
final class Sql implements AutoCloseable {
    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of the row that {@code row} is at. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** For reading and writing a file that exists. */
    static Sql existing(Path file) throws SQLException {
        return connect(uri(file, "mode=rw"));
    }

    /** For reading and writing a file, which is made where there is none. */
    static Sql made(Path file) throws SQLException {
        return connect(uri(file, "mode=rwc"));
    }

    /**
     * For reading the file as it lies there, without locks and without the log beside it; nothing is written, not even
     * beside it.
     */
    static Sql untouched(Path file) throws SQLException {
        return connect(uri(file, "mode=ro&immutable=1"));
    }

    static Sql inMemory() throws SQLException {
        return connect(":memory:");
    }

    /** Names a file so that no character of its name means anything to SQLite or its driver. */
    private static String uri(Path file, String parameters) {
        java.net.URI uri = file.toAbsolutePath().toUri();
        String server = uri.getRawAuthority() == null ? "" : "//" + uri.getRawAuthority();
        return "file://" + server + uri.getRawPath() + "?" + parameters;
    }

    private static Sql connect(String name) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        config.enforceForeignKeys(true);
        Properties properties = config.toProperties();
        return new Sql(JDBC.createConnection("jdbc:sqlite:" + name, properties));
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.of(rows));
            }
            return result;
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
        }
    }

    long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    void run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.executeUpdate();
        }
    }

    /** Inserts a row and returns its key. */
    long insert(String sql, @Nullable Object... values) throws SQLException {
        run(sql, values);
        return number("SELECT last_insert_rowid()");
    }

    /** Runs one statement whose answer, if it has one, does not matter. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

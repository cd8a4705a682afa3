package io.crackscope.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an {@link ImageCache}: opened when it is first needed, made anew when it is damaged or of an older program,
 * kept within its bounds, and given up quietly where it does not work. Safe from any thread.
 */
final class CacheFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CacheFile.class);
    /** Version 1 also remembered refusals that may pass, version 2 knew models by what they say of themselves. */
    private static final int VERSION = 3;

    private static final int CHECK_EVERY = 500;

    private final Path file;
    private final long mostBytes;
    private Optional<Connection> connection = Optional.empty();
    private boolean opened;
    private int written;
    private long stamp;

    CacheFile(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /** Asks the file. */
    interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    /** What {@code use} finds; {@code otherwise} where the file does not work. */
    synchronized <T> T use(T otherwise, Use<T> use) {
        if (!opened) {
            opened = true;
            connection = open();
        }
        if (connection.isEmpty()) {
            return otherwise;
        }
        try {
            return use.of(connection.get());
        } catch (SQLException e) {
            LOG.warn("the cache {} does not work and is left alone: {}", file, e.getMessage());
            shut();
            return otherwise;
        }
    }

    private Optional<Connection> open() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                return Optional.of(connect());
            } catch (SQLException e) {
                LOG.warn("the cache {} is made anew: {}", file, e.getMessage());
                delete();
                return Optional.of(connect());
            }
        } catch (IOException | SQLException e) {
            LOG.warn("there is no cache at {}: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private Connection connect() throws SQLException, IOException {
        Connection made = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement sql = made.createStatement()) {
            sql.execute("PRAGMA busy_timeout = 2000");
            sql.execute("PRAGMA journal_mode = WAL");
            // what a crash costs is found out again
            sql.execute("PRAGMA synchronous = OFF");
            sql.execute("PRAGMA cache_size = -4000");
            int version = number(sql, "PRAGMA user_version");
            if (version != 0 && version != VERSION) {
                throw new SQLException("version " + version);
            }
            sql.execute("CREATE TABLE IF NOT EXISTS measured(key INTEGER PRIMARY KEY, size INTEGER, modified INTEGER,"
                    + " made INTEGER, refusal TEXT, detail TEXT, sha256 TEXT, width INTEGER, height INTEGER,"
                    + " steps INTEGER, frequencies INTEGER, brightness REAL, sharpness REAL, dark REAL, bright REAL)");
            sql.execute("CREATE TABLE IF NOT EXISTS thumbnail(key INTEGER PRIMARY KEY, size INTEGER,"
                    + " modified INTEGER, made INTEGER, jpeg BLOB)");
            sql.execute("CREATE TABLE IF NOT EXISTS judged(key INTEGER, model TEXT, size INTEGER, modified INTEGER,"
                    + " made INTEGER, probability REAL, PRIMARY KEY(key, model)) WITHOUT ROWID");
            sql.execute("PRAGMA user_version = " + VERSION);
            return made;
        } catch (SQLException e) {
            made.close();
            throw e;
        }
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private void delete() throws IOException {
        for (String ending : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }

    /** Writes to the file. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Writes {@code entries} entries in one transaction, then makes room where it must. */
    void write(int entries, Work work) {
        use(false, connection -> {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
            written += entries;
            if (written >= CHECK_EVERY) {
                written = 0;
                makeRoom(connection);
            }
            return true;
        });
    }

    /** Lets the oldest entries go until a tenth of the room is free. */
    private void makeRoom(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            long page = number(sql, "PRAGMA page_size");
            for (int i = 0; i < 100 && used(sql) * page > mostBytes; i++) {
                for (String table : List.of("thumbnail", "measured", "judged")) {
                    sql.execute("DELETE FROM " + table + " WHERE key IN (SELECT key FROM " + table
                            + " ORDER BY made LIMIT (SELECT count(*) / 10 + 1 FROM " + table + "))");
                }
            }
        }
    }

    private static long used(Statement sql) throws SQLException {
        return number(sql, "PRAGMA page_count") - (long) number(sql, "PRAGMA freelist_count");
    }

    /** The time in milliseconds, and later than any given before. */
    synchronized long now() {
        stamp = Math.max(stamp + 1, System.currentTimeMillis());
        return stamp;
    }

    private void shut() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            LOG.warn("the cache {} cannot be closed: {}", file, e.getMessage());
        }
        connection = Optional.empty();
    }

    @Override
    public synchronized void close() {
        opened = true;
        shut();
    }
}

package io.crackscope.dataset;

import io.crackscope.dataset.DatasetException.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a {@link SetFile}. */
final class SetSchema {
    /** "CSds", so that tools tell the file's kind. */
    private static final int APPLICATION = 0x43536473;

    /** Since 2 a step that splits says how. */
    private static final int VERSION = 2;

    private SetSchema() {}

    /** Says that older programs may not understand what is written from now on. */
    static void raise(Statement sql) throws SQLException {
        sql.execute("PRAGMA user_version = " + VERSION);
    }

    /**
     * Makes the tables where the file is new.
     *
     * @throws DatasetException if it is another kind of file, or of a newer program
     */
    static void prepare(Path file, Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            // a rollback journal works on network drives too, where a write-ahead log does not
            sql.execute("PRAGMA busy_timeout = 3000");
            sql.execute("PRAGMA journal_mode = TRUNCATE");
            sql.execute("PRAGMA synchronous = NORMAL");
            int application = SetFile.number(sql, "PRAGMA application_id");
            int version = SetFile.number(sql, "PRAGMA user_version");
            boolean isNew =
                    application == 0 && version == 0 && SetFile.number(sql, "SELECT count(*) FROM sqlite_master") == 0;
            if (isNew) {
                sql.execute("BEGIN IMMEDIATE");
                sql.execute("PRAGMA application_id = " + APPLICATION);
                raise(sql);
                sql.execute("CREATE TABLE image(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE)");
                sql.execute("CREATE TABLE step(id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL,"
                        + " undone INTEGER NOT NULL)");
                sql.execute("CREATE TABLE change(step INTEGER NOT NULL, image INTEGER NOT NULL, label TEXT,"
                        + " excluded INTEGER NOT NULL, part TEXT, PRIMARY KEY(step, image)) WITHOUT ROWID");
                sql.execute("COMMIT");
            } else if (application != APPLICATION) {
                throw new DatasetException(file, Problem.NOT_CHANGES);
            } else if (version > VERSION) {
                throw new DatasetException(file, Problem.CHANGES_NEWER, version, VERSION);
            }
        }
    }
}

package io.crackscope.project;

import io.crackscope.project.ProjectException.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;

/**
 * Makes, checks and opens project files.
 *
 * <p>A file is looked at before anything can change it: by SQLite without its log where there is none to apply, else in a
 * copy, since applying a log to a damaged file changes it. Open, it is in WAL mode (a change is on the disk with one
 * write), with synchronous = FULL (after a power failure it is there still) and locking_mode = EXCLUSIVE (no shared
 * memory beside the file, which network drives do not have).
 *
 * @param schema the tables that are expected, or made
 */
record ProjectFile(Schema schema) {
    /** Checks that {@code file} is a project this program can use, and opens it in the present form. */
    Sql open(Path file) {
        check(file);
        try {
            Sql sql = Sql.existing(file);
            try {
                prepare(sql);
                schema.migrate(sql);
                return sql;
            } catch (SQLException | RuntimeException e) {
                sql.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new ProjectException(file, problem(e), e);
        }
    }

    private static void prepare(Sql sql) throws SQLException {
        sql.execute("PRAGMA locking_mode = EXCLUSIVE");
        sql.execute("PRAGMA journal_mode = WAL");
        sql.execute("PRAGMA synchronous = FULL");
        sql.execute("PRAGMA trusted_schema = OFF");
        sql.execute("PRAGMA temp_store = MEMORY");
        sql.execute("BEGIN EXCLUSIVE");
        sql.execute("COMMIT");
    }

    /**
     * Makes a project in {@code file}, whole or not at all, with what {@code first} puts into it.
     */
    void create(Path file, Store.Work<?> first) {
        if (Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            throw new ProjectException(file, Problem.EXISTS);
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(ProjectCopy.log(part));
            try (Sql sql = Sql.made(part)) {
                prepare(sql);
                schema.migrate(sql);
                sql.execute("BEGIN IMMEDIATE");
                first.with(sql);
                sql.execute("COMMIT");
            }
            Files.move(part, file);
        } catch (FileAlreadyExistsException e) {
            throw new ProjectException(file, Problem.EXISTS, e);
        } catch (SQLException e) {
            throw new ProjectException(file, problem(e), e);
        } catch (IOException e) {
            throw new ProjectException(file, Problem.READ_ONLY, e);
        } finally {
            discard(part);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(ProjectCopy.log(part));
        } catch (IOException e) {
            // An unfinished file is left; the next attempt replaces it.
        }
    }

    /** Throws where {@code file} is not a project of this or an earlier version. Does not look into it far. */
    void recognise(Path file) {
        if (!Files.exists(file)) {
            throw new ProjectException(file, Problem.MISSING);
        }
        if (!Files.isRegularFile(file)) {
            throw new ProjectException(file, Problem.NOT_A_PROJECT);
        }
        if (!Files.isReadable(file)) {
            throw new ProjectException(file, Problem.READ_ONLY);
        }
        try (Sql sql = Sql.untouched(file)) {
            if (!Schema.isOurs(sql)) {
                throw new ProjectException(file, Problem.NOT_A_PROJECT);
            }
            refuseNewer(file, sql);
        } catch (SQLException e) {
            Problem problem = Store.is(e, SQLiteErrorCode.SQLITE_CORRUPT) ? Problem.DAMAGED : Problem.NOT_A_PROJECT;
            throw new ProjectException(file, problem, e);
        }
    }

    private void check(Path file) {
        recognise(file);
        try {
            Path log = ProjectCopy.log(file);
            if (Files.exists(log) && Files.size(log) > 0) {
                try (ProjectCopy copy = ProjectCopy.of(file);
                        Sql sql = Sql.existing(copy.file())) {
                    check(file, sql);
                }
            } else {
                try (Sql sql = Sql.untouched(file)) {
                    check(file, sql);
                }
            }
        } catch (SQLException e) {
            throw new ProjectException(file, Problem.DAMAGED, e);
        } catch (IOException e) {
            throw new ProjectException(file, Problem.NOT_SAVED, e);
        }
    }

    private void check(Path file, Sql sql) throws SQLException {
        refuseNewer(file, sql);
        Optional<String> fault = sql.first("PRAGMA quick_check(1)", row -> row.getString(1));
        if (!fault.equals(Optional.of("ok"))) {
            throw new ProjectException(file, Problem.DAMAGED, new SQLException(fault.orElse("no answer")));
        }
        if (sql.first("PRAGMA foreign_key_check", row -> row.getString(1)).isPresent()) {
            throw new ProjectException(file, Problem.DAMAGED, new SQLException("a row refers to none"));
        }
    }

    private void refuseNewer(Path file, Sql sql) throws SQLException {
        int version = Schema.version(sql);
        if (version > schema.version()) {
            throw new ProjectException(file, Problem.NEWER, new SQLException("version " + version));
        }
    }

    /** What is wrong with a file that cannot be opened, or made. */
    private static Problem problem(SQLException e) {
        if (Store.is(e, SQLiteErrorCode.SQLITE_BUSY)) {
            return Problem.ALREADY_OPEN;
        }
        if (Store.is(e, SQLiteErrorCode.SQLITE_FULL)) {
            return Problem.NOT_SAVED;
        }
        boolean denied = Stream.of(
                        SQLiteErrorCode.SQLITE_READONLY,
                        SQLiteErrorCode.SQLITE_CANTOPEN,
                        SQLiteErrorCode.SQLITE_PERM,
                        SQLiteErrorCode.SQLITE_IOERR)
                .anyMatch(code -> Store.is(e, code));
        return denied ? Problem.READ_ONLY : Problem.DAMAGED;
    }
}

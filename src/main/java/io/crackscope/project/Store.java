package io.crackscope.project;

import io.crackscope.project.ProjectException.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One after the other: whoever reads or changes the project has it for himself meanwhile. A change is one transaction
 * and on the disk when the call returns. Safe for threads.
 */
final class Store implements AutoCloseable {
    private final Path file;
    private final Sql sql;
    private final boolean readOnly;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean closed;

    private Store(Path file, Sql sql, boolean readOnly) {
        this.file = file;
        this.sql = sql;
        this.readOnly = readOnly;
    }

    /** Takes over {@code sql}, open on {@code file}. */
    Store(Path file, Sql sql) {
        this(file, sql, false);
    }

    /** Takes over {@code sql}, open on a copy of {@code file}; refuses every change. */
    static Store readOnly(Path file, Sql copy) {
        return new Store(file, copy, true);
    }

    /** What is done in one turn. */
    @FunctionalInterface
    interface Work<T> {
        T with(Sql sql) throws SQLException;
    }

    Path file() {
        return file;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** Reads; what is read belongs together. */
    <T> T read(Work<T> work) {
        return turn(() -> work.with(sql));
    }

    /** Changes all that {@code work} does, or nothing if it throws. Survives the program's end and a power failure. */
    <T> T change(Work<T> work) {
        return turn(() -> transaction(work));
    }

    /**
     * As {@link #change}, without waiting for the disk: survives the program's end, and in a power failure the last of
     * such changes may be lost, but never their order or the file.
     */
    <T> T changeLightly(Work<T> work) {
        return turn(() -> {
            sql.execute("PRAGMA synchronous = NORMAL");
            try {
                return transaction(work);
            } finally {
                sql.execute("PRAGMA synchronous = FULL");
            }
        });
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        if (readOnly) {
            throw new ProjectException(file, Problem.READ_ONLY);
        }
        sql.execute("BEGIN IMMEDIATE");
        try {
            T result = work.with(sql);
            sql.execute("COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(sql, e);
            throw e;
        }
    }

    /** Ends a transaction that failed with {@code cause}; SQLite may have ended it already. */
    static void rollBack(Sql sql, Throwable cause) {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private interface Turn<T> {
        T run() throws SQLException;
    }

    private <T> T turn(Turn<T> work) {
        turn.lock();
        try {
            if (closed) {
                throw new ProjectException(file, Problem.CLOSED);
            }
            return work.run();
        } catch (SQLException e) {
            throw new ProjectException(file, problem(e), e);
        } finally {
            turn.unlock();
        }
    }

    /** What is wrong with a project that was open. */
    private static Problem problem(SQLException e) {
        return isDamage(e) ? Problem.DAMAGED : Problem.NOT_SAVED;
    }

    static boolean isDamage(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_CORRUPT) || is(e, SQLiteErrorCode.SQLITE_NOTADB);
    }

    /** Whether SQLite reported {@code code}, or a case of it. */
    static boolean is(SQLException e, SQLiteErrorCode code) {
        return e instanceof SQLiteException sqlite && (sqlite.getResultCode().code & 0xff) == code.code;
    }

    boolean isClosed() {
        turn.lock();
        try {
            return closed;
        } finally {
            turn.unlock();
        }
    }

    /** Writes the log into the file and lets go of it; does nothing the second time. */
    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                try (sql) {
                    sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                }
            }
        } catch (SQLException e) {
            // What was saved is in the log beside the file and is found there.
            throw new ProjectException(file, problem(e), e);
        } finally {
            turn.unlock();
        }
    }
}

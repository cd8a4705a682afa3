package io.crackscope.project;

import io.crackscope.project.ProjectException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * The right to use a project, held by one opener on this machine and, where the file system knows locks, on others. It
 * ends with the process that holds it, however that ends.
 *
 * <p>It is SQLite's exclusive lock on an empty file beside the project and not a {@link java.nio.channels.FileLock}: on
 * POSIX systems a process loses its locks on a file as soon as any part of it closes that file, so the second opener in
 * one process would, in failing, let a third process in. SQLite keeps count of that. And it is not the lock on the
 * project itself, which SQLite holds too: that one is lost when another part of this process reads the file, for example
 * to see whether it is a picture.
 */
final class ProjectLock implements AutoCloseable {
    private final Path file;
    private final Sql sql;
    private boolean closed;

    private ProjectLock(Path file, Sql sql) {
        this.file = file;
        this.sql = sql;
    }

    /**
     * Locks {@code project}, which need not exist yet.
     *
     * @throws ProjectException if it is locked, or its folder cannot be written
     */
    static ProjectLock of(Path project) {
        Path file = project.resolveSibling(project.getFileName() + "-lock");
        try {
            Sql sql = Sql.made(file);
            try {
                // nothing is ever written into it
                sql.execute("PRAGMA journal_mode = OFF");
                sql.execute("BEGIN EXCLUSIVE");
                return new ProjectLock(file, sql);
            } catch (SQLException e) {
                sql.close();
                throw e;
            }
        } catch (SQLException e) {
            Problem problem = Store.is(e, SQLiteErrorCode.SQLITE_BUSY) ? Problem.ALREADY_OPEN : Problem.READ_ONLY;
            throw new ProjectException(project, problem, e);
        }
    }

    /** Lets others lock it. */
    @Override
    public synchronized void close() {
        if (closed) {
            // the file may be another's by now
            return;
        }
        closed = true;
        boolean deleted = delete();
        try {
            sql.close();
        } catch (SQLException e) {
            // The lock ends with the process at the latest.
        }
        if (!deleted) {
            // Windows deletes no file that is open
            delete();
        }
    }

    private boolean delete() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            return false;
        }
    }
}

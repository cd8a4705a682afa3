package io.crackscope.project;

import java.sql.SQLException;

/** The library that projects are kept with. */
public final class ProjectEngine {
    private ProjectEngine() {}

    /** Its version. Loads it, so that what is missing shows here; throws IllegalStateException if it does not work. */
    public static String version() {
        try (Sql sql = Sql.inMemory()) {
            return sql.first("SELECT sqlite_version()", row -> row.getString(1)).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not work", e);
        }
    }
}

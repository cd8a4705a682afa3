package io.crackscope.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The tables of a project and how older ones become the present ones: {@code schema-1.sql} makes version 1 of nothing,
 * {@code schema-2.sql} makes version 2 of version 1, and so on. A published script is never changed.
 *
 * @param scripts the scripts in order; statements are separated by empty lines
 */
record Schema(List<String> scripts) {
    /** Marks the file as ours, in its header: "CrSc". */
    static final int APPLICATION_ID = 0x43725363;

    private static final int VERSION = 2;

    Schema {
        scripts = List.copyOf(scripts);
    }

    /** The tables that this program uses. */
    static Schema present() {
        return new Schema(IntStream.rangeClosed(1, VERSION)
                .mapToObj(version -> script("schema-" + version + ".sql"))
                .toList());
    }

    int version() {
        return scripts.size();
    }

    /** The version of the tables in {@code sql}; 0 where there are none. */
    static int version(Sql sql) throws SQLException {
        return Math.toIntExact(sql.number("PRAGMA user_version"));
    }

    static boolean isOurs(Sql sql) throws SQLException {
        return sql.number("PRAGMA application_id") == APPLICATION_ID;
    }

    /** Brings the tables to this version, one version after the other, each wholly or not at all. */
    void migrate(Sql sql) throws SQLException {
        for (int version = version(sql) + 1; version <= version(); version++) {
            sql.execute("BEGIN IMMEDIATE");
            try {
                for (String statement : scripts.get(version - 1).split("\\R\\s*\\R")) {
                    sql.execute(statement);
                }
                sql.execute("PRAGMA application_id = " + APPLICATION_ID);
                sql.execute("PRAGMA user_version = " + version);
                sql.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                Store.rollBack(sql, e);
                throw e;
            }
        }
    }

    /** What stands in {@code sql} for tables, indexes and triggers and should not, or should and does not. */
    Set<String> differences(Sql sql) throws SQLException {
        Set<String> expected;
        try (Sql fresh = Sql.inMemory()) {
            migrate(fresh);
            expected = objects(fresh);
        }
        Set<String> actual = objects(sql);
        Set<String> differences = new TreeSet<>(expected);
        differences.removeAll(actual);
        actual.stream().filter(object -> !expected.contains(object)).forEach(differences::add);
        return differences;
    }

    private static Set<String> objects(Sql sql) throws SQLException {
        return new TreeSet<>(sql.list(
                "SELECT type || ' ' || name || ': ' || sql FROM sqlite_schema WHERE sql IS NOT NULL",
                row -> row.getString(1)));
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            byte[] script = Objects.requireNonNull(in, () -> name + " is missing beside this class")
                    .readAllBytes();
            return new String(script, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

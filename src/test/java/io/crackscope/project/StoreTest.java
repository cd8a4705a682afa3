package io.crackscope.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.project.ProjectException.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void a_change_on_a_full_disk_is_not_made_and_the_next_that_fits_is() throws SQLException {
        Path file = folder.resolve("full.db");
        Sql sql = Sql.made(file);
        sql.execute("CREATE TABLE text (content BLOB)");
        sql.execute("PRAGMA max_page_count = 20");
        try (Store store = new Store(file, sql)) {
            assertThatThrownBy(() -> store.change(s -> {
                        s.run("INSERT INTO text VALUES (x'01')");
                        s.run("INSERT INTO text VALUES (zeroblob(1000000))");
                        return s;
                    }))
                    .isInstanceOfSatisfying(
                            ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_SAVED))
                    .hasMessageContaining("Make room on the disk");
            assertThat(rows(store)).isZero();

            store.change(s -> {
                s.run("INSERT INTO text VALUES (x'01')");
                return s;
            });
            assertThat(rows(store)).isEqualTo(1);
        }
    }

    @Test
    void keystrokes_do_not_wait_for_the_disk_and_all_else_does() throws SQLException {
        Path file = folder.resolve("some.db");
        try (Store store = new Store(file, Sql.made(file))) {
            assertThat(store.<Long>changeLightly(StoreTest::synchronous)).isEqualTo(1);
            assertThat(store.<Long>change(StoreTest::synchronous)).isEqualTo(2);
            assertThatThrownBy(() -> store.changeLightly(s -> s.number("SELECT nonsense")))
                    .isInstanceOf(ProjectException.class);
            assertThat(store.<Long>change(StoreTest::synchronous)).isEqualTo(2);
        }
    }

    private static long synchronous(Sql sql) throws SQLException {
        return sql.number("PRAGMA synchronous");
    }

    private static long rows(Store store) {
        return store.<Long>read(sql -> sql.number("SELECT count(*) FROM text"));
    }
}

package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSetTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @TempDir
    Path home;

    @Test
    void labels_of_many_images_are_changed_undone_and_redone_as_one_step() {
        ImageSet set = tenCracks();

        EditStep step = set.edit(new Edit.Relabel(Label.NO_CRACK), new int[] {7, 2, 2, 5}, NOON)
                .orElseThrow();

        assertThat(step.images()).containsExactly(2, 5, 7);
        assertThat(labels(set)).isEqualTo("CCNCCNCNCC");
        assertThat(set.table().changed()).isEqualTo(3);
        assertThat(set.undo()).contains(step);
        assertThat(labels(set)).isEqualTo("CCCCCCCCCC");
        assertThat(set.undo()).isEmpty();
        assertThat(set.redo()).contains(step);
        assertThat(labels(set)).isEqualTo("CCNCCNCNCC");
        assertThat(set.redo()).isEmpty();
    }

    @Test
    void an_edit_that_changes_nothing_is_no_step_and_keeps_what_can_be_redone() {
        ImageSet set = tenCracks();
        set.edit(new Edit.Exclude(true), new int[] {1}, NOON);
        set.undo();

        assertThat(set.edit(new Edit.Relabel(Label.CRACK), new int[] {0, 1}, NOON))
                .isEmpty();
        assertThat(set.redoable()).isPresent();
    }

    @Test
    void a_new_step_ends_what_could_be_redone() {
        ImageSet set = tenCracks();
        set.edit(new Edit.Exclude(true), new int[] {1}, NOON);
        set.undo();
        set.edit(new Edit.Assign(Optional.of(Part.TEST)), new int[] {2}, NOON);

        assertThat(set.redoable()).isEmpty();
        assertThat(set.table().state(1).excluded()).isFalse();
        assertThat(set.table().state(2).part()).contains(Part.TEST);
    }

    @Test
    void the_history_of_an_image_tells_each_change_that_stands() {
        ImageSet set = tenCracks();
        set.edit(new Edit.Relabel(Label.NO_CRACK), new int[] {3}, NOON);
        set.edit(new Edit.Relabel(Label.NO_CRACK), new int[] {4}, NOON);
        set.edit(new Edit.Exclude(true), new int[] {3}, NOON);
        set.edit(new Edit.Relabel(Label.CRACK), new int[] {3}, NOON);
        set.undo();

        assertThat(set.history(3)).hasSize(2);
        assertThat(set.history(3).getFirst().before().label()).contains(Label.CRACK);
        assertThat(set.history(3).getFirst().after().label()).contains(Label.NO_CRACK);
        assertThat(set.history(3).getLast().after().excluded()).isTrue();
    }

    @Test
    void changes_undone_steps_and_all_come_back_in_the_next_run() {
        ImageSet set = tenCracks();
        try (EditKeeper keeper = keeper()) {
            keeper.done(
                    set,
                    set.edit(new Edit.Relabel(Label.NO_CRACK), new int[] {1, 2}, NOON)
                            .orElseThrow());
            keeper.done(
                    set,
                    set.edit(new Edit.Exclude(true), new int[] {2, 3}, NOON).orElseThrow());
            keeper.undone(set.undo().orElseThrow(), true);
        }
        assertThat(folder.resolve("crackscope-labels.sqlite")).exists();

        ImageSet again = tenCracks();
        try (EditKeeper keeper = keeper()) {
            assertThat(keeper.restore(again)).contains(0);
            assertThat(labels(again)).isEqualTo("CNNCCCCCCC");
            assertThat(again.table().state(2).excluded()).isFalse();
            keeper.undone(again.redo().orElseThrow(), false);
            assertThat(again.table().state(3).excluded()).isTrue();
            keeper.done(
                    again,
                    again.edit(new Edit.Assign(Optional.of(Part.TRAIN)), new int[] {9}, NOON)
                            .orElseThrow());
        }

        ImageSet third = tenCracks();
        keeper().restore(third);
        assertThat(third.table().state(3).excluded()).isTrue();
        assertThat(third.table().state(9).part()).contains(Part.TRAIN);
        assertThat(third.history(2)).hasSize(2);
        assertThat(third.undoable().orElseThrow().id()).isEqualTo(3);
    }

    @Test
    void a_step_brings_back_only_what_it_changed_and_the_rest_is_as_the_data_says_now() {
        ImageSet set = one(Label.CRACK);
        try (EditKeeper keeper = keeper()) {
            keeper.done(
                    set, set.edit(new Edit.Exclude(true), new int[] {0}, NOON).orElseThrow());
            keeper.done(
                    set,
                    set.edit(new Edit.Assign(Optional.of(Part.TEST)), new int[] {0}, NOON)
                            .orElseThrow());
        }

        ImageSet relabelled = one(Label.NO_CRACK);
        keeper().restore(relabelled);
        assertThat(relabelled.table().state(0))
                .isEqualTo(new ImageState(Optional.of(Label.NO_CRACK), true, Optional.of(Part.TEST)));
        assertThat(relabelled.table().relabelled()).as("left out").isEqualTo(1);
        relabelled.undo();
        relabelled.undo();
        assertThat(relabelled.table().changed()).isZero();
    }

    @Test
    void steps_undone_one_after_another_are_redone_on_top_of_each_other_in_the_next_run() {
        ImageSet set = one(Label.CRACK);
        try (EditKeeper keeper = keeper()) {
            keeper.done(
                    set,
                    set.edit(new Edit.Relabel(Label.NO_CRACK), new int[] {0}, NOON)
                            .orElseThrow());
            keeper.done(
                    set, set.edit(new Edit.Exclude(true), new int[] {0}, NOON).orElseThrow());
            keeper.undone(set.undo().orElseThrow(), true);
            keeper.undone(set.undo().orElseThrow(), true);
        }

        ImageSet again = one(Label.CRACK);
        keeper().restore(again);
        assertThat(again.table().changed()).isZero();
        again.redo();
        again.redo();
        assertThat(again.table().state(0))
                .isEqualTo(new ImageState(Optional.of(Label.NO_CRACK), true, Optional.empty()));
        again.undo();
        assertThat(again.table().state(0).label()).contains(Label.NO_CRACK);
    }

    @Test
    void nothing_is_written_before_the_first_change() throws Exception {
        try (EditKeeper keeper = keeper()) {
            assertThat(keeper.restore(tenCracks())).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_step_undone_and_followed_by_another_is_forgotten_in_the_file_too() {
        ImageSet set = tenCracks();
        try (EditKeeper keeper = keeper()) {
            keeper.done(
                    set, set.edit(new Edit.Exclude(true), new int[] {0}, NOON).orElseThrow());
            keeper.undone(set.undo().orElseThrow(), true);
            keeper.done(
                    set, set.edit(new Edit.Exclude(true), new int[] {5}, NOON).orElseThrow());
        }
        ImageSet again = tenCracks();
        keeper().restore(again);
        assertThat(again.table().state(0).excluded()).isFalse();
        assertThat(again.table().state(5).excluded()).isTrue();
    }

    @Test
    void images_that_are_gone_are_passed_over_and_counted() {
        ImageSet set = tenCracks();
        try (EditKeeper keeper = keeper()) {
            keeper.done(
                    set,
                    set.edit(new Edit.Relabel(Label.NO_CRACK), new int[] {1, 9}, NOON)
                            .orElseThrow());
        }
        Tables fewer = new Tables(folder);
        IntStream.range(0, 9).forEach(i -> fewer.add(Label.CRACK, "g"));
        ImageSet smaller = fewer.set();
        assertThat(keeper().restore(smaller)).contains(1);
        assertThat(smaller.table().state(1).label()).contains(Label.NO_CRACK);
    }

    @Test
    void two_programs_cannot_overwrite_each_others_steps() {
        ImageSet mine = tenCracks();
        ImageSet yours = tenCracks();
        try (EditKeeper one = keeper()) {
            one.done(
                    mine, mine.edit(new Edit.Exclude(true), new int[] {0}, NOON).orElseThrow());
            one.keep();
            EditKeeper other = keeper();
            other.done(
                    yours,
                    yours.edit(new Edit.Exclude(true), new int[] {1}, NOON).orElseThrow());
            assertThatThrownBy(other::keep)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("another program");
            assertThat(other.isBehind()).isTrue();
        }
    }

    @Test
    void a_step_is_not_laid_over_others_than_those_it_was_done_after() {
        ImageSet mine = tenCracks();
        try (EditKeeper one = keeper()) {
            one.done(
                    mine, mine.edit(new Edit.Exclude(true), new int[] {0}, NOON).orElseThrow());
            one.keep();
            ImageSet yours = tenCracks();
            EditKeeper other = keeper();
            other.restore(yours);
            one.undone(mine.undo().orElseThrow(), true);
            one.keep();

            other.done(
                    yours,
                    yours.edit(new Edit.Exclude(true), new int[] {1}, NOON).orElseThrow());
            assertThatThrownBy(other::keep)
                    .as("what it was done after is undone")
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("another program");
            one.done(
                    mine,
                    mine.edit(
                                    new Edit.Relabel(Label.NO_CRACK),
                                    new int[] {5},
                                    Clock.offset(NOON, Duration.ofMinutes(1)))
                            .orElseThrow());
            one.keep();
            assertThatThrownBy(other::keep)
                    .as("what it was done after is another step now")
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("another program");
        }
        ImageSet again = tenCracks();
        keeper().restore(again);
        assertThat(labels(again)).isEqualTo("CCCCCNCCCC");
        assertThat(again.table().changed()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_written_waits_until_it_can() throws Exception {
        ImageSet set = tenCracks();
        EditKeeper keeper = keeper();
        keeper.done(set, set.edit(new Edit.Exclude(true), new int[] {0}, NOON).orElseThrow());
        Files.createDirectory(folder.resolve("crackscope-labels.sqlite"));
        assertThatThrownBy(keeper::keep)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("crackscope-labels.sqlite");

        Files.delete(folder.resolve("crackscope-labels.sqlite"));
        keeper.close();
        ImageSet again = tenCracks();
        keeper().restore(again);
        assertThat(again.table().state(0).excluded()).isTrue();
    }

    @Test
    void a_file_that_is_no_such_file_or_of_a_newer_program_is_named() throws Exception {
        Path file = folder.resolve("crackscope-labels.sqlite");
        Files.writeString(file, "this is no database, but long enough to be taken for a damaged one ".repeat(20));
        assertThatThrownBy(() -> keeper().restore(tenCracks()))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("crackscope-labels.sqlite");
        Files.delete(file);
        SetFile.open(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = connection.createStatement()) {
            sql.execute("PRAGMA user_version = 7");
        }
        assertThatThrownBy(() -> SetFile.open(file)).hasMessageContaining("version 7");
    }

    @Test
    void a_file_of_an_older_program_is_read_and_raised_with_the_first_change() throws Exception {
        Path file = folder.resolve("crackscope-labels.sqlite");
        ImageSet set = tenCracks();
        try (EditKeeper keeper = keeper()) {
            keeper.done(
                    set, set.edit(new Edit.Exclude(true), new int[] {0}, NOON).orElseThrow());
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = connection.createStatement()) {
            sql.execute("UPDATE step SET kind = 'SPLIT'");
            sql.execute("PRAGMA user_version = 1");
        }
        ImageSet again = tenCracks();
        try (EditKeeper keeper = keeper()) {
            keeper.restore(again);
            assertThat(again.splitKind()).as("not told by version 1").isEqualTo("by hand");
            keeper.done(
                    again,
                    again.edit(new Edit.Exclude(true), new int[] {1}, NOON).orElseThrow());
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = connection.createStatement()) {
            assertThat(SetFile.number(sql, "PRAGMA user_version")).isEqualTo(2);
        }
    }

    @Test
    void changes_of_a_table_lie_beside_it_and_of_unwritable_data_in_the_users_folder() {
        SetFiles files = new SetFiles(home);
        assertThat(files.of(DataSource.of(folder.resolve("labels.csv"))).file())
                .isEqualTo(folder.resolve("labels.csv.crackscope-labels.sqlite"));
        SetFiles.Place place = files.of(DataSource.of(folder.resolve("missing/data")));
        assertThat(place.beside()).isFalse();
        assertThat(place.file().getParent()).isEqualTo(home);
        assertThat(place.file().getFileName().toString()).startsWith("data-");
    }

    private EditKeeper keeper() {
        return new EditKeeper(new SetFiles(home), DataSource.of(folder));
    }

    private ImageSet one(Label label) {
        return new Tables(folder)
                .add("a.jpg", Optional.of(label), "g", Tables.measures("a", 1, 2, 0.5, 50))
                .set();
    }

    private ImageSet tenCracks() {
        Tables tables = new Tables(folder);
        IntStream.range(0, 10).forEach(i -> tables.add(Label.CRACK, "g"));
        return tables.set();
    }

    private static String labels(ImageSet set) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < set.table().size(); i++) {
            text.append(set.table().state(i).label().equals(Optional.of(Label.CRACK)) ? 'C' : 'N');
        }
        return text.toString();
    }
}

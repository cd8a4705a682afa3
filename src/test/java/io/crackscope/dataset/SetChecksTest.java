package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetChecksTest {
    private final Tables tables = new Tables(Path.of("/data"));

    @Test
    void copies_of_the_same_bytes_are_one_cluster_and_no_near_duplicates() {
        tables.add(Label.CRACK, "a", Tables.measures("same", 1, 2, 0.5, 50))
                .add(Label.CRACK, "b")
                .add(Label.CRACK, "c", Tables.measures("same", 1, 2, 0.5, 50));
        assertThat(found(Check.EXACT_DUPLICATES).clusters()).containsExactly(new int[] {0, 2});
        assertThat(found(Check.EXACT_DUPLICATES).spare()).isEqualTo(1);
        assertThat(found(Check.NEAR_DUPLICATES).clusters()).isEmpty();
        assertThat(found(Check.CONFLICTS).clusters()).isEmpty();
    }

    @Test
    void images_that_look_alike_are_near_duplicates_and_a_conflict_when_labelled_differently() {
        tables.add(Label.CRACK, "a", Tables.measures("one", 0b1111, 0, 0.5, 50))
                .add(Label.NO_CRACK, "b", Tables.measures("two", 0b0011, 0, 0.5, 50))
                .add(Label.NO_CRACK, "c", Tables.measures("three", -1L, -1L, 0.5, 50));
        assertThat(found(Check.NEAR_DUPLICATES).clusters()).containsExactly(new int[] {0, 1});
        assertThat(found(Check.CONFLICTS).clusters()).containsExactly(new int[] {0, 1});
    }

    @Test
    void excluded_images_count_nowhere() {
        tables.add(Label.CRACK, "a", Tables.measures("same", 1, 2, 0.01, 50))
                .add(Label.CRACK, "c", Tables.measures("same", 1, 2, 0.01, 50));
        ImageSet set = tables.set();
        set.edit(new Edit.Exclude(true), new int[] {1}, Clock.systemUTC());
        assertThat(run(Check.EXACT_DUPLICATES, set).size()).isZero();
        assertThat(run(Check.DARK, set).images()).containsExactly(0);
    }

    @Test
    void dark_burnt_out_blurred_and_unreadable_images_are_told() {
        for (int i = 0; i < 20; i++) {
            tables.add(Label.CRACK, "a");
        }
        tables.add(Label.CRACK, "dark", Tables.measures("dark", 7, 8, 0.1, 50))
                .add(Label.CRACK, "bright", Tables.measures("bright", 70, 80, 0.97, 50))
                .add(Label.CRACK, "blurred", Tables.measures("blurred", 700, 800, 0.5, 3))
                .addUnreadable();
        assertThat(found(Check.DARK).images()).containsExactly(20);
        assertThat(found(Check.OVEREXPOSED).images()).containsExactly(21);
        assertThat(found(Check.BLURRED).images()).containsExactly(22);
        assertThat(found(Check.UNREADABLE).images()).containsExactly(23);
    }

    @Test
    void what_differs_from_the_usual_size_is_odd() {
        tables.add(Label.CRACK, "a").add(Label.CRACK, "a").add(Label.CRACK, "a");
        Measures usual = Tables.measures("wide", 5, 5, 0.5, 50);
        tables.add(Label.CRACK, "a", new Measures("wide", 300, 100, usual.hash(), usual.quality()));
        assertThat(found(Check.ODD_SIZE).images()).containsExactly(3);
    }

    @Test
    void a_rare_class_is_told_and_a_balanced_set_is_not() {
        for (int i = 0; i < 9; i++) {
            tables.add(Label.NO_CRACK, "a");
        }
        tables.add(Label.CRACK, "a");
        assertThat(found(Check.IMBALANCE).images()).containsExactly(9);
        tables.add(Label.CRACK, "a").add(Label.CRACK, "a");
        assertThat(found(Check.IMBALANCE).size()).isZero();
    }

    @Test
    void a_set_of_one_class_is_not_balanced_and_one_without_labels_is_not_judged() {
        tables.add("open.jpg", Optional.empty(), "a", Tables.measures("open", 1, 1, 0.5, 50));
        assertThat(found(Check.IMBALANCE).size()).isZero();
        assertThat(found(Check.IMBALANCE).textKey(tables.table())).isEqualTo("ui.set.check.none.labelled");
        tables.add(Label.CRACK, "a").add(Label.CRACK, "a");
        assertThat(found(Check.IMBALANCE).textKey(tables.table())).isEqualTo("ui.set.check.about.one_class");
        assertThat(found(Check.IMBALANCE).images())
                .as("all of the class it has")
                .containsExactly(1, 2);
    }

    @Test
    void labels_that_the_model_contradicts_are_suspects() {
        ImageSet set = tables.add(Label.CRACK, "a")
                .add(Label.CRACK, "a")
                .add(Label.NO_CRACK, "a")
                .set();
        set.judged(0, 0.9);
        set.judged(1, 0.1);
        set.judged(2, 0.4);
        assertThat(SetChecks.run(Check.LABEL_SUSPECTS, set.table(), 0.3, new Cancellation())
                        .images())
                .containsExactly(1, 2);
        assertThat(set.table().doubt(1)).isEqualTo(0.9f);
        assertThat(set.table().doubt(2)).isEqualTo(0.4f);
    }

    @Test
    void images_known_from_an_earlier_part_leak_with_those_they_are_known_from() {
        ImageSet set = tables.add(Label.CRACK, "wall 1", Tables.measures("same", 1, 2, 0.5, 50))
                .add(Label.CRACK, "wall 2", Tables.measures("near", 0xF0F0, 0xABCDEF, 0.5, 50))
                .add(Label.CRACK, "wall 3")
                .add(Label.CRACK, "wall 4", Tables.measures("same", 1, 2, 0.5, 50))
                .add(Label.CRACK, "wall 5", Tables.measures("nearly", 0xF0F1, 0xABCDEF, 0.5, 50))
                .add(Label.CRACK, "wall 3")
                .add(Label.CRACK, "wall 6")
                .set();
        assign(set, Part.TRAIN, 0, 1, 2);
        assign(set, Part.VALIDATION, 3, 6);
        assign(set, Part.TEST, 4, 5);

        PartLeaks leaks = PartLeaks.of(set.table().copy(), new Cancellation());

        assertThat(leaks.known()).isEqualTo(3);
        assertThat(leaks.counts().validation()).isEqualTo(new SplitLeaks.Part(2, 1, 0, 0, 0));
        assertThat(leaks.counts().test()).isEqualTo(new SplitLeaks.Part(2, 0, 1, 1, 1));
        assertThat(leaks.finding().clusters())
                .containsExactlyInAnyOrder(new int[] {0, 3}, new int[] {1, 4}, new int[] {2, 5});
    }

    private static void assign(ImageSet set, Part part, int... numbers) {
        set.edit(new Edit.Assign(Optional.of(part)), numbers, Clock.systemUTC());
    }

    private Finding found(Check check) {
        return run(check, tables.set());
    }

    private static Finding run(Check check, ImageSet set) {
        return SetChecks.run(check, set.table().copy(), 0.5, new Cancellation());
    }
}

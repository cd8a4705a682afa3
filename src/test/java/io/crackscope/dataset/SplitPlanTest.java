package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SplitPlanTest {
    private final Tables tables = new Tables(Path.of("/data"));

    @Test
    void whole_groups_stay_together_and_nothing_leaks() {
        ImageSet set = walls();
        Part[] parts = plan(SplitPlan.Kind.GROUPED, "").parts(set.table());
        for (int i = 0; i < parts.length; i += 4) {
            assertThat(Arrays.copyOfRange(parts, i, i + 4)).containsOnly(parts[i]);
        }
        assertThat(parts).contains(Part.TRAIN, Part.VALIDATION, Part.TEST).doesNotContainNull();
        set.split(SplitPlan.Kind.GROUPED, parts, Clock.systemUTC());
        assertThat(PartLeaks.of(set.table(), new Cancellation()).known()).isZero();
        SetSplit made = SetSplit.of(set.table(), "grouped", 1);
        assertThat(made.split().train().size()
                        + made.split().validation().size()
                        + made.split().test().size())
                .isEqualTo(80);
        assertThat(SetSplit.contents(set.table()).get(Part.TRAIN).images())
                .isEqualTo(made.split().train().size());
    }

    @Test
    void walls_that_share_almost_the_same_picture_stay_together() {
        for (int wall = 0; wall < 40; wall++) {
            for (int i = 0; i < 3; i++) {
                // the last picture of each even wall is the first of the next but for two bits
                long looks = (wall + (i == 2 && wall % 2 == 0 ? 1 : 0)) * 0x9E3779B97F4A7C15L
                        + (i == 1 ? 0x123456789ABCDEFL * (wall + 7) : 0);
                boolean isCopy = i == 2 && wall % 2 == 0;
                if (i == 2 && !isCopy) {
                    continue;
                }
                tables.add(
                        i % 2 == 0 ? Label.CRACK : Label.NO_CRACK,
                        "data/wall " + wall,
                        Tables.measures(wall + " " + i, isCopy ? looks ^ 3 : looks, looks * 31, 0.5, 50));
            }
        }
        ImageSet set = tables.set();
        set.split(SplitPlan.Kind.GROUPED, plan(SplitPlan.Kind.GROUPED, "").parts(set.table()), Clock.systemUTC());
        assertThat(PartLeaks.of(set.table(), new Cancellation()).known()).isZero();
        assertThat(SetChecks.run(Check.NEAR_DUPLICATES, set.table(), 0.5, new Cancellation())
                        .size())
                .as("planted")
                .isEqualTo(40);
    }

    @Test
    void a_random_split_cuts_walls_and_the_leak_is_found() {
        ImageSet set = walls();
        set.split(SplitPlan.Kind.RANDOM, plan(SplitPlan.Kind.RANDOM, "").parts(set.table()), Clock.systemUTC());
        assertThat(PartLeaks.of(set.table(), new Cancellation()).counts().test().sameGroup())
                .isPositive();
    }

    @Test
    void a_pattern_that_finds_parts_decides_the_parts() {
        for (String part : new String[] {"train", "val", "test"}) {
            for (int i = 0; i < 3; i++) {
                tables.add(
                        part + "/crack/" + i + ".jpg",
                        Optional.of(Label.CRACK),
                        "g",
                        Tables.measures(part + i, i, part.hashCode(), 0.5, 50));
            }
        }
        tables.add("rest/crack/9.jpg", Optional.of(Label.CRACK), "g", Tables.measures("rest", 99, 9, 0.5, 50));
        Part[] parts = plan(SplitPlan.Kind.PATTERN, "^(train|val|test)/")
                .parts(tables.set().table());
        assertThat(parts)
                .containsExactly(
                        Part.TRAIN,
                        Part.TRAIN,
                        Part.TRAIN,
                        Part.VALIDATION,
                        Part.VALIDATION,
                        Part.VALIDATION,
                        Part.TEST,
                        Part.TEST,
                        Part.TEST,
                        null);
    }

    @Test
    void a_pattern_that_finds_names_of_bridges_keeps_bridges_together() {
        for (int bridge = 0; bridge < 9; bridge++) {
            for (int i = 0; i < 3; i++) {
                tables.add(
                        "bridge" + bridge + "-" + i + ".jpg",
                        Optional.of(Label.CRACK),
                        "group " + i,
                        Tables.measures(bridge + " " + i, bridge * 3 + i, ~bridge, 0.5, 50));
            }
        }
        Part[] parts =
                plan(SplitPlan.Kind.PATTERN, "(bridge\\d)-").parts(tables.set().table());
        assertThat(parts).contains(Part.TRAIN, Part.VALIDATION, Part.TEST);
        for (int i = 0; i < parts.length; i += 3) {
            assertThat(Arrays.copyOfRange(parts, i, i + 3)).containsOnly(parts[i]);
        }
    }

    @Test
    void a_pattern_that_is_found_nowhere_says_so() {
        assertThatThrownBy(() -> plan(SplitPlan.Kind.PATTERN, "xyz").parts(walls().table()))
                .isInstanceOf(SplitException.class)
                .hasMessageContaining("xyz");
    }

    @Test
    void excluded_unlabelled_and_unreadable_images_are_in_no_part_and_copies_stay_together() {
        ImageSet set = walls();
        Tables more = tables.add("x.jpg", Optional.empty(), "wall 0", Tables.measures("open", 1, 2, 0.5, 50))
                .addUnreadable();
        more.add(Label.CRACK, "copy", set.table().measures(0).orElseThrow());
        more.add(Label.NO_CRACK, "both", set.table().measures(4).orElseThrow());
        set = more.set();
        set.edit(new Edit.Exclude(true), new int[] {8}, Clock.systemUTC());

        Part[] parts = plan(SplitPlan.Kind.RANDOM, "").parts(set.table());

        assertThat(parts[8]).isNull();
        assertThat(parts[80]).isNull();
        assertThat(parts[81]).isNull();
        assertThat(parts[82]).isEqualTo(parts[0]);
        assertThat(parts[83]).isNull();
        assertThat(parts[4]).isNull();
        assertThat(Arrays.stream(parts).filter(Objects::nonNull)).hasSize(79);
        set.split(SplitPlan.Kind.GROUPED, parts, Clock.systemUTC());
        SetSplit made = SetSplit.of(set.table(), "random", 1);
        assertThat(made.copies()).isEqualTo(1);
        assertThat(made.bothWays()).as("images 4 and 83").isEqualTo(2);
    }

    @Test
    void equal_seeds_give_equal_splits() {
        assertThat(plan(SplitPlan.Kind.RANDOM, "").parts(walls().table()))
                .isEqualTo(plan(SplitPlan.Kind.RANDOM, "")
                        .parts(new SplitPlanTest().walls().table()));
    }

    private ImageSet walls() {
        for (int wall = 0; wall < 20; wall++) {
            for (int i = 0; i < 4; i++) {
                tables.add(i % 2 == 0 ? Label.CRACK : Label.NO_CRACK, "data/wall " + wall);
            }
        }
        return tables.set();
    }

    private static SplitPlan plan(SplitPlan.Kind kind, String pattern) {
        return new SplitPlan(kind, 0.2, 1, Pattern.compile(pattern));
    }
}

package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageQueryTest {
    private final ImageSet set = new Tables(Path.of("/data"))
            .add("a/tile10.jpg", Optional.of(Label.CRACK), "wall 2", Tables.measures("0", 0, 0, 0.5, 10))
            .add("a/tile2.jpg", Optional.of(Label.CRACK), "wall 10", Tables.measures("1", 0, 0, 0.3, 1000))
            .add("b/tile3.jpg", Optional.of(Label.NO_CRACK), "wall 1", Tables.measures("2", 0, 0, 0.7, 100))
            .add("b/note.jpg", Optional.empty(), "wall 1", Tables.measures("3", 0, 0, 0.1, 100))
            .addUnreadable()
            .set();

    @Test
    void all_images_are_shown_as_listed_without_a_filter() {
        assertThat(ask(ImageFilter.ALL, ImageOrder.LISTED, false).images()).containsExactly(0, 1, 2, 3, 4);
        assertThat(ask(ImageFilter.ALL, ImageOrder.LISTED, true).images()).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void names_and_groups_are_sorted_as_people_count() {
        assertThat(ask(ImageFilter.ALL, ImageOrder.NAME, false).images()).containsExactly(4, 3, 1, 2, 0);
        assertThat(ask(ImageFilter.ALL, ImageOrder.GROUP, false).images()).containsExactly(2, 3, 0, 1, 4);
    }

    @Test
    void what_is_not_known_comes_last_whichever_way_it_is_sorted() {
        assertThat(ask(ImageFilter.ALL, ImageOrder.BRIGHTNESS, false).images()).containsExactly(3, 1, 0, 2, 4);
        assertThat(ask(ImageFilter.ALL, ImageOrder.BRIGHTNESS, true).images()).containsExactly(2, 0, 1, 3, 4);
    }

    @Test
    void worst_first_begins_with_what_the_model_contradicts_most() {
        set.judged(0, 0.9);
        set.judged(1, 0.2);
        set.judged(2, 0.95);
        assertThat(ask(ImageFilter.ALL, ImageOrder.WORST_FIRST, false).images()).startsWith(2, 1, 0);
        ImageFilter disagree = ImageFilter.ALL.with(Facet.Value.DISAGREES, true);
        assertThat(ask(disagree, ImageOrder.LISTED, false).images()).containsExactly(1, 2);
    }

    @Test
    void kinds_of_one_facet_add_up_and_different_facets_must_all_hold() {
        set.edit(new Edit.Exclude(true), new int[] {0}, Clock.systemUTC());
        ImageFilter labelled = ImageFilter.ALL.with(Facet.Value.CRACK, true).with(Facet.Value.NO_CRACK, true);
        assertThat(ask(labelled, ImageOrder.LISTED, false).images()).containsExactly(0, 1, 2, 4);
        ImageFilter excluded = labelled.with(Facet.Value.EXCLUDED, true);
        assertThat(ask(excluded, ImageOrder.LISTED, false).images()).containsExactly(0);
        assertThat(ask(excluded.with(Facet.Value.EXCLUDED, false), ImageOrder.LISTED, false)
                        .images())
                .hasSize(4);
    }

    @Test
    void counts_of_a_kind_do_not_depend_on_what_is_chosen_in_its_own_facet() {
        ImageFilter crack = ImageFilter.ALL.with(Facet.Value.CRACK, true);
        assertThat(ask(crack, ImageOrder.LISTED, false).counts())
                .containsEntry(Facet.Value.CRACK, 3)
                .containsEntry(Facet.Value.NO_CRACK, 1)
                .containsEntry(Facet.Value.UNLABELLED, 1)
                .containsEntry(Facet.Value.NO_PART, 3);
    }

    @Test
    void text_group_bounds_and_findings_narrow_what_is_shown() {
        assertThat(ask(ImageFilter.ALL.withText("B/TILE"), ImageOrder.LISTED, false)
                        .images())
                .containsExactly(2);
        assertThat(ask(ImageFilter.ALL.withGroup(Optional.of("wall 1")), ImageOrder.LISTED, false)
                        .images())
                .containsExactly(2, 3);
        ImageFilter bright = ImageFilter.ALL.with(Magnitude.BRIGHTNESS, Optional.of(new ImageFilter.Range(0.25, 0.6)));
        assertThat(ask(bright, ImageOrder.LISTED, false).images()).containsExactly(0, 1);
        java.util.BitSet among = new java.util.BitSet();
        among.set(3);
        assertThat(ask(ImageFilter.ALL.withAmong(Optional.of(among)), ImageOrder.LISTED, false)
                        .images())
                .containsExactly(3);
    }

    @Test
    void the_histogram_shows_what_lies_outside_its_own_bounds_too() {
        ImageFilter bright = ImageFilter.ALL.with(Magnitude.BRIGHTNESS, Optional.of(new ImageFilter.Range(0.6, 1)));
        ImageQuery.Histogram histogram = ask(bright, ImageOrder.LISTED, false).histogram();
        assertThat(histogram.least()).isEqualTo(0.1);
        assertThat(histogram.most()).isEqualTo(0.7);
        assertThat(histogram.unknown()).isEqualTo(1);
        assertThat(java.util.Arrays.stream(histogram.counts()).sum()).isEqualTo(4);
        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[ImageQuery.Histogram.STEPS - 1]).isEqualTo(1);
    }

    @Test
    void duplicates_stand_side_by_side() {
        ImageQuery query = ImageQuery.of(
                set.table(),
                new ImageQuery.Wish(
                        ImageFilter.ALL,
                        ImageOrder.DUPLICATES,
                        false,
                        Magnitude.BRIGHTNESS,
                        List.of(new int[] {1, 4}, new int[] {0, 3}),
                        0.5));
        assertThat(query.images()).containsExactly(1, 4, 0, 3, 2);
    }

    private ImageQuery ask(ImageFilter filter, ImageOrder order, boolean falling) {
        return ImageQuery.of(
                set.table(), new ImageQuery.Wish(filter, order, falling, Magnitude.BRIGHTNESS, List.of(), 0.5));
    }
}

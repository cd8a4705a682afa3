package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageSelectionTest {
    private final ImageSelection selection = new ImageSelection();

    @BeforeEach
    void showImagesInAnOrderOfTheirOwn() {
        selection.show(new int[] {50, 40, 30, 20, 10});
    }

    @Test
    void a_click_selects_one_and_shift_all_up_to_it() {
        selection.only(1);
        assertThat(selection.images()).containsExactly(40);
        selection.extendTo(3);
        assertThat(selection.images()).containsExactly(20, 30, 40);
        selection.extendTo(0);
        assertThat(selection.images()).containsExactly(40, 50);
        assertThat(selection.leadProperty().get()).isZero();
    }

    @Test
    void ctrl_adds_and_takes_away() {
        selection.only(0);
        selection.toggle(2);
        selection.toggle(4);
        selection.toggle(2);
        assertThat(selection.images()).containsExactly(10, 50);
        assertThat(selection.countProperty().get()).isEqualTo(2);
    }

    @Test
    void keys_walk_to_the_ends_and_no_further() {
        selection.move(1, false);
        assertThat(selection.leadProperty().get()).isZero();
        selection.move(100, false);
        assertThat(selection.images()).containsExactly(10);
        selection.move(-2, true);
        assertThat(selection.images()).containsExactly(10, 20, 30);
    }

    @Test
    void the_end_key_leads_to_the_end_even_from_nowhere() {
        selection.move(5, false);
        assertThat(selection.images()).containsExactly(10);
    }

    @Test
    void a_band_selects_what_it_touches_now_and_with_ctrl_keeps_what_was() {
        selection.only(0);
        selection.beginBand(true);
        selection.band(places(2, 3, 4));
        selection.band(places(2));
        assertThat(selection.images()).containsExactly(30, 50);
        selection.beginBand(false);
        selection.band(places(4));
        assertThat(selection.images()).containsExactly(10);
    }

    @Test
    void sorting_keeps_selection_and_focus_on_their_images_and_filtering_drops_what_is_gone() {
        selection.only(1);
        selection.toggle(3);
        selection.show(new int[] {10, 20, 30});
        assertThat(selection.images()).containsExactly(20);
        assertThat(selection.leadProperty().get()).isEqualTo(1);
        selection.show(new int[] {30});
        assertThat(selection.images()).isEmpty();
        assertThat(selection.leadProperty().get()).isEqualTo(-1);
        selection.move(1, false);
        assertThat(selection.images()).containsExactly(30);
    }

    @Test
    void all_and_none() {
        selection.all();
        assertThat(selection.countProperty().get()).isEqualTo(5);
        selection.none();
        assertThat(selection.countProperty().get()).isZero();
        new ImageSelection().move(1, false);
    }

    private static BitSet places(int... places) {
        BitSet set = new BitSet();
        for (int place : places) {
            set.set(place);
        }
        return set;
    }
}

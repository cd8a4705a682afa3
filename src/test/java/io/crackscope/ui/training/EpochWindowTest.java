package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EpochWindowTest {
    private final EpochWindow window = new EpochWindow();

    @Test
    void the_axis_grows_by_whole_epochs() {
        window.reachTo(0.3);
        assertThat(window.to()).isEqualTo(1);
        window.reachTo(2.1);
        assertThat(window.from()).isZero();
        assertThat(window.to()).isEqualTo(3);
    }

    @Test
    void the_mark_of_the_last_epoch_is_not_cut_at_the_edge() {
        window.reachTo(6);
        assertThat(window.edge()).isBetween(6.05, 6.1);
    }

    @Test
    void zooming_keeps_the_place_under_the_pointer_and_stops_growing() {
        window.reachTo(10);
        window.zoom(2, 2);
        assertThat(window.from()).isCloseTo(1, within(1e-9));
        assertThat(window.to()).isCloseTo(6, within(1e-9));
        window.reachTo(20);
        assertThat(window.to()).isCloseTo(6, within(1e-9));
        assertThat(window.showsAll()).isFalse();
        window.reset();
        assertThat(window.to()).isEqualTo(20);
    }

    @Test
    void nobody_leaves_the_axis() {
        window.reachTo(10);
        window.zoom(5, 9.9);
        window.pan(3);
        assertThat(window.to()).isEqualTo(10);
        window.pan(-50);
        assertThat(window.from()).isZero();
        window.zoom(1e9, 0.5);
        assertThat(window.to() - window.from()).isCloseTo(0.02, within(1e-9));
        window.zoom(1e-9, 0.5);
        assertThat(window.to() - window.from()).isEqualTo(10);
        assertThat(window.showsAll()).isTrue();
    }
}

package io.crackscope.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScaleBarTest {
    @Test
    void a_scale_bar_is_a_round_length_that_fits() {
        ScaleBar bar = ScaleBar.of(new PhotoScale(0.2, ""), 4000);
        assertThat(bar.millimetres()).isEqualTo(200);
        assertThat(bar.share()).isEqualTo(0.25);
        assertThat(bar.label(Locale.ENGLISH)).isEqualTo("200\u00a0mm");
    }

    @Test
    void its_length_is_written_as_the_language_does() {
        assertThat(ScaleBar.of(new PhotoScale(2, ""), 4000).label(Locale.ENGLISH))
                .isEqualTo("2\u00a0m");
        ScaleBar small = ScaleBar.of(new PhotoScale(0.0005, ""), 4000);
        assertThat(small.label(Locale.ROOT)).isEqualTo("0.5\u00a0mm");
        assertThat(small.label(Locale.GERMAN)).isEqualTo("0,5\u00a0mm");
        assertThat(ScaleBar.of(new PhotoScale(0.0005, ""), 4).label(Locale.ENGLISH))
                .isEqualTo("0.0005\u00a0mm");
    }

    @Test
    void the_scale_of_a_known_length_is_uncertain_by_a_pixel_at_each_end() {
        KnownLength card = new KnownLength(512, 100, 1);
        assertThat(card.millimetresPerPixel()).isEqualTo(100.0 / 512);
        double shorter = 100.0 / (512 - 2);
        assertThat(card.uncertainty())
                .isEqualTo(2.0 / 512)
                .isCloseTo(shorter / card.millimetresPerPixel() - 1, within(1e-4));
        assertThatThrownBy(() -> new KnownLength(19.9, 100, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KnownLength(512, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KnownLength(512, 100, 0.9)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.crackscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PhotoFiguresTest {
    private final PhotoFigures english = new PhotoFigures(new Messages(Locale.ENGLISH));
    private final PhotoFigures german = new PhotoFigures(new Messages(Locale.GERMAN));

    @Test
    void a_size_is_in_pixels_without_thousands_and_in_megapixels_where_there_are_any() {
        assertThat(PhotoFigures.pixels(4608, 3456)).isEqualTo("4608 \u00d7 3456");
        assertThat(english.size(4608, 3456)).isEqualTo("4608 \u00d7 3456\u00a0px, 15.9\u00a0MP");
        assertThat(german.size(4608, 3456)).isEqualTo("4608 \u00d7 3456\u00a0px, 15,9\u00a0MP");
        assertThat(german.size(120, 120)).isEqualTo("120 \u00d7 120\u00a0px");
    }

    @Test
    void millimetres_are_whole_from_ten_on() {
        assertThat(english.millimetres(897, 24, new PhotoScale(0.34, ""))).isEqualTo("305 \u00d7 8.2");
        assertThat(english.millimetres(4000, 997, new PhotoScale(0.01, ""))).isEqualTo("40 \u00d7 10");
        assertThat(german.millimetres(4000, 24, new PhotoScale(0.34, ""))).isEqualTo("1360 \u00d7 8,2");
    }

    @Test
    void a_scale_does_not_lose_its_unit_to_the_next_line() {
        assertThat(english.scale(new PhotoScale(0.34, "card"))).isEqualTo("0.340\u00a0mm/px (card)");
        assertThat(german.scale(new PhotoScale(0.34, ""))).isEqualTo("0,340\u00a0mm/px");
    }

    @Test
    void a_position_has_the_decimal_sign_and_the_east_of_the_language() {
        PhotoFacts facts = new PhotoFacts(
                1, 1, Optional.empty(), Optional.empty(), OptionalDouble.of(-50.94), OptionalDouble.of(6.9));

        assertThat(english.position(facts)).hasValue("50.94000\u00b0\u00a0S, 6.90000\u00b0\u00a0E");
        assertThat(german.position(facts)).hasValue("50,94000\u00b0\u00a0S, 6,90000\u00b0\u00a0O");
    }
}

package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.dataset.ImageFilter;
import io.crackscope.dataset.ImageQuery;
import io.crackscope.ui.common.MouseEvents;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramBarTest {
    private Optional<ImageFilter.Range> chosen = Optional.empty();

    @Test
    void a_stretch_that_is_being_dragged_stands_out_before_it_is_let_go() {
        HistogramBar bar = new HistogramBar(range -> chosen = range);
        bar.resize(100, 56);
        bar.show(new ImageQuery.Histogram(0, 1, new int[10], 0), Optional.empty());
        bar.fireEvent(MouseEvents.of(MouseEvent.MOUSE_PRESSED, 35, 9));
        bar.fireEvent(MouseEvents.of(MouseEvent.MOUSE_DRAGGED, 61, 9));
        assertThat(chosen).isEmpty();
        assertThat(inside(bar)).containsExactly(3, 4, 5, 6);
        bar.fireEvent(MouseEvents.of(MouseEvent.MOUSE_RELEASED, 15, 9));
        assertThat(chosen.orElseThrow().least()).isCloseTo(0.1, within(1e-9));
        assertThat(chosen.orElseThrow().most()).isCloseTo(0.4, within(1e-9));
    }

    private static List<Integer> inside(HistogramBar bar) {
        return IntStream.range(0, bar.getChildrenUnmodifiable().size())
                .filter(i -> !bar.getChildrenUnmodifiable()
                        .get(i)
                        .getPseudoClassStates()
                        .contains(PseudoClass.getPseudoClass("outside")))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 24", "0.1, 0.7, 24", "1234, 987654, 24", "3.3, 3.4, 7", "5, 5, 24"})
    void keys_keep_a_stretch_of_one_step_at_least_and_within_the_histogram(double least, double most, int bars) {
        double step = (most - least) / bars;
        double slack = 1e-9 * Math.max(1, most);
        HistogramBar bar = new HistogramBar(range -> chosen = range);
        for (int i = 0; i < bars; i++) {
            Optional<ImageFilter.Range> one =
                    Optional.of(new ImageFilter.Range(least + i * step, least + (i + 1) * step));
            for (KeyCode code : new KeyCode[] {KeyCode.LEFT, KeyCode.RIGHT}) {
                for (boolean isUpper : new boolean[] {false, true}) {
                    bar.show(new ImageQuery.Histogram(least, most, new int[bars], 0), one);
                    bar.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, isUpper, false, false, false));
                    ImageFilter.Range range = chosen.orElseThrow();
                    assertThat(range.least()).isGreaterThanOrEqualTo(least - slack);
                    assertThat(range.most()).isLessThanOrEqualTo(most + slack);
                    assertThat(range.most() - range.least())
                            .satisfiesAnyOf(
                                    width -> assertThat(width).isCloseTo(step, within(slack)),
                                    width -> assertThat(width).isCloseTo(2 * step, within(slack)));
                }
            }
        }
    }
}

package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.dataset.ImageFilter;
import io.crackscope.dataset.ImageQuery;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramBarTest {
    private Optional<ImageFilter.Range> chosen = Optional.empty();

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

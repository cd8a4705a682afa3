package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.TileScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTourTest {
    private final EvidenceTour tour = new EvidenceTour();
    private final Evidence first = evidence(0);
    private final Evidence second = evidence(1);
    private final Evidence third = evidence(2);

    @Test
    void it_goes_round_in_both_directions() {
        tour.begin(List.of(first, second, third));
        assertThat(tour.positionProperty().get()).isZero();
        assertThat(tour.current()).isEmpty();
        assertThat(tour.next()).contains(first);
        assertThat(tour.next()).contains(second);
        assertThat(tour.next()).contains(third);
        assertThat(tour.next()).contains(first);
        assertThat(tour.previous()).contains(third);
        assertThat(tour.positionProperty().get()).isEqualTo(3);
    }

    @Test
    void backwards_it_begins_with_the_last() {
        tour.begin(List.of(first, second));
        assertThat(tour.previous()).contains(second);
    }

    @Test
    void it_goes_on_from_a_piece_that_was_chosen() {
        tour.begin(List.of(first, second, third));
        tour.choose(second);
        assertThat(tour.current()).contains(second);
        assertThat(tour.next()).contains(third);
    }

    @Test
    void with_another_photo_it_begins_anew_and_without_evidence_there_is_nowhere_to_go() {
        tour.begin(List.of(first));
        tour.next();
        tour.begin(List.of());
        assertThat(tour.next()).isEmpty();
        assertThat(tour.previous()).isEmpty();
        assertThat(tour.positionProperty().get()).isZero();
    }

    private static Evidence evidence(int number) {
        return new Evidence(List.of(new TileScore(number, 0, 10, 10, 0.9)), 0.9);
    }
}

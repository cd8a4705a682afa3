package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.training.StepCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCurveTest {
    @Test
    void steps_lie_within_their_epoch() {
        StepCurve steps = steps(8, 4, 1);
        RunCurve curve = new RunCurve("run", steps, List.of(), 0);

        assertThat(curve.x(0)).isEqualTo(0.25);
        assertThat(curve.x(3)).isEqualTo(1);
        assertThat(curve.end()).isEqualTo(2);
        assertThat(curve.stepAt(0.25)).isZero();
        assertThat(curve.stepAt(1.01)).isEqualTo(4);
        assertThat(curve.stepAt(99)).isEqualTo(8);
    }

    @Test
    void a_growing_curve_knows_how_long_its_epochs_are_before_the_first_is_done() {
        RunCurve curve = new RunCurve("run");
        curve.add(steps(3, 100, 1), 10);
        assertThat(curve.end()).isCloseTo(0.3, within(1e-9));
        curve.add(steps(2, 100, 1), 10);
        assertThat(curve.steps().size()).isEqualTo(5);
        assertThat(curve.end()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void smoothing_starts_at_the_first_loss_and_follows_slowly() {
        StepCurve steps = new StepCurve();
        steps.add(1, 2, 0.5, 0.001);
        for (int i = 0; i < 300; i++) {
            steps.add(1, 1, 0.5, 0.001);
        }
        RunCurve curve = new RunCurve("run", steps, List.of(), 0);
        assertThat(curve.smoothedLoss(0)).isCloseTo(2, within(1e-9));
        assertThat(curve.smoothedLoss(5)).isBetween(1.1, 1.3);
        assertThat(curve.smoothedLoss(300)).isCloseTo(1, within(1e-3));
    }

    private static StepCurve steps(int count, int perEpoch, double loss) {
        StepCurve steps = new StepCurve();
        for (int i = 0; i < count; i++) {
            steps.add(1 + i / perEpoch, loss, 0.5, 0.001);
        }
        return steps;
    }
}

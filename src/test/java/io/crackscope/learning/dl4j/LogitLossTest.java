package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitLossTest {
    private final LogitLoss loss = new LogitLoss();
    private final INDArray labels = Nd4j.createFromArray(new float[][] {{1, 1}, {0, 2}, {0.9f, 1}});

    @Test
    void its_value_is_the_weighted_cross_entropy() {
        INDArray logits = Nd4j.createFromArray(new float[][] {{0}, {2}, {-1}});
        double expected = (Math.log(2)
                        + 2 * Math.log1p(Math.exp(2))
                        + (0.9 * Math.log1p(Math.exp(1)) + 0.1 * Math.log1p(Math.exp(-1))))
                / 3;
        assertThat(loss.computeScore(labels, logits, new ActivationIdentity(), null, true))
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void its_gradient_is_the_slope_of_its_value_for_one_unit_and_for_two() {
        for (int units = 1; units <= 2; units++) {
            INDArray logits = Nd4j.createFromArray(
                    units == 1
                            ? new float[][] {{0.3f}, {2}, {-1}}
                            : new float[][] {{0.1f, 0.4f}, {-1, 1}, {0.2f, -0.8f}});
            INDArray gradient = loss.computeGradient(labels, logits, new ActivationIdentity(), null);
            for (int row = 0; row < 3; row++) {
                for (int unit = 0; unit < units; unit++) {
                    double slope = (value(logits, row, unit, 1e-2) - value(logits, row, unit, -1e-2)) / 2e-2;
                    assertThat(gradient.getDouble(row, unit)).isCloseTo(slope, within(1e-3));
                }
            }
        }
    }

    private double value(INDArray logits, int row, int unit, double step) {
        INDArray moved = logits.dup();
        moved.putScalar(row, unit, moved.getDouble(row, unit) + step);
        return loss.computeScore(labels, moved, new ActivationIdentity(), null, false);
    }

    @Test
    void extreme_logits_give_finite_values_and_full_gradients() {
        INDArray logits = Nd4j.createFromArray(new float[][] {{-500}, {500}, {500}});
        assertThat(loss.computeScore(labels, logits, new ActivationIdentity(), null, true))
                .isBetween(400.0, 600.0);
        assertThat(loss.computeGradient(labels, logits, new ActivationIdentity(), null)
                        .getDouble(0, 0))
                .isCloseTo(-1, within(1e-6));
    }

    @Test
    void the_last_steps_loss_and_accuracy_are_kept() {
        loss.computeGradient(
                labels, Nd4j.createFromArray(new float[][] {{1}, {-1}, {-1}}), new ActivationIdentity(), null);
        assertThat(loss.lastAccuracy()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(loss.lastLoss()).isPositive();
    }
}

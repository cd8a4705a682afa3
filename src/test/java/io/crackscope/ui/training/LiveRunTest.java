package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.TrainingEvent;
import io.crackscope.training.Runs;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRunTest {
    private final LiveRun live = new LiveRun();
    private final AtomicInteger wakes = new AtomicInteger();

    @BeforeEach
    void countWakes() {
        live.wakeWith(wakes::incrementAndGet);
    }

    private void steps(int epoch, int count) {
        for (int step = 1; step <= count; step++) {
            live.on(new TrainingEvent.Step(epoch, step, count, 0.5, 0.8, 0.001, 100));
        }
    }

    @Test
    void nobody_is_woken_twice_before_taking() {
        live.on(new TrainingEvent.Started(5121, 100, 20, 0));
        for (int epoch = 1; epoch <= 50; epoch++) {
            steps(epoch, 100);
            live.on(new TrainingEvent.EpochDone(Runs.epoch(epoch, 1.0 / epoch), true));
        }
        assertThat(wakes).hasValue(1);

        LiveRun.Snapshot taken = live.take();
        assertThat(taken.steps().size()).isEqualTo(5_000);
        assertThat(taken.epochs()).hasSize(50);
        assertThat(taken.bestEpoch()).isEqualTo(50);
        live.on(new TrainingEvent.EpochDone(Runs.epoch(51, 1), false));
        assertThat(wakes).hasValue(2);
    }

    @Test
    void a_flood_of_steps_wakes_ten_times_a_second_at_most() {
        long start = System.nanoTime();
        int taken = 0;
        for (int i = 0; i < 200_000; i++) {
            live.on(new TrainingEvent.Step(1, 1, 1, 0.5, 0.8, 0.001, 100));
            taken += live.take().steps().size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(taken).isEqualTo(200_000);
        assertThat(wakes.get()).isLessThanOrEqualTo((int) (10 * seconds) + 2);
    }

    @Test
    void each_step_is_taken_once() {
        steps(1, 3);
        assertThat(live.take().steps().size()).isEqualTo(3);
        steps(1, 2);
        assertThat(live.take().steps().size()).isEqualTo(2);
        assertThat(live.take().steps().size()).isZero();
    }
}

package io.crackscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxExecutorTest {
    private final Deque<Runnable> toolkit = new ArrayDeque<>();
    private final FxExecutor executor = new FxExecutor(toolkit::add);
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void a_flood_of_tasks_makes_one_callback_that_runs_them_in_order() {
        for (int i = 0; i < 100; i++) {
            int number = i;
            executor.execute(() -> ran.add(number));
        }
        assertThat(toolkit).hasSize(1);
        toolkit.remove().run();
        assertThat(ran).hasSize(100).isSorted();
        assertThat(toolkit).isEmpty();
    }

    @Test
    void a_task_that_takes_its_time_ends_the_turn_and_the_rest_runs_in_the_next() {
        executor.execute(() -> {
            long end = System.nanoTime() + 12_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            ran.add(1);
        });
        executor.execute(() -> ran.add(2));
        toolkit.remove().run();
        assertThat(ran).containsExactly(1);
        assertThat(toolkit).hasSize(1);
        toolkit.remove().run();
        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void a_task_that_throws_does_not_take_the_others_with_it() {
        executor.execute(() -> {
            throw new IllegalStateException("broken");
        });
        executor.execute(() -> ran.add(2));
        assertThatThrownBy(() -> toolkit.remove().run()).hasMessage("broken");
        toolkit.remove().run();
        assertThat(ran).containsExactly(2);
    }

    @Test
    void a_task_given_by_a_task_runs_in_the_same_turn() {
        executor.execute(() -> executor.execute(() -> ran.add(1)));
        toolkit.remove().run();
        assertThat(ran).containsExactly(1);
    }
}

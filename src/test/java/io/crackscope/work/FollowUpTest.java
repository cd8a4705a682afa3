package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowUpTest {
    @Test
    void items_are_worked_on_in_order_and_all_are_done_after_the_finish() {
        List<Integer> done = new ArrayList<>();
        try (FollowUp<Integer> after = new FollowUp<>("numbers", 2, done::add)) {
            for (int i = 0; i < 500; i++) {
                after.accept(i);
            }
            after.finish();
        }
        assertThat(done).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void the_work_goes_on_beside_the_caller() throws Exception {
        CyclicBarrier meeting = new CyclicBarrier(2);
        try (FollowUp<String> after = new FollowUp<>("meets", 1, item -> meet(meeting))) {
            after.accept("item");
            meeting.await(30, TimeUnit.SECONDS);
            after.finish();
        }
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_the_work_throws_reaches_the_caller_and_nothing_more_is_done() {
        List<Integer> done = new ArrayList<>();
        FollowUp<Integer> after = new FollowUp<>("breaks", 1, item -> {
            if (item == 3) {
                throw new IllegalArgumentException("three");
            }
            done.add(item);
        });
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        after.accept(i);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("three");
        assertThatThrownBy(after::finish).hasMessage("three");
        assertThat(done).containsExactly(0, 1, 2);
    }

    @Test
    void an_error_of_the_last_item_is_told_by_the_finish() {
        try (FollowUp<Integer> after = new FollowUp<>("breaks", 1, item -> {
            throw new OutOfMemoryError("not really");
        })) {
            after.accept(1);
            assertThatThrownBy(after::finish).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void closing_works_off_what_waits() {
        List<Integer> done = new ArrayList<>();
        try (FollowUp<Integer> after = new FollowUp<>("closed", 5, done::add)) {
            List.of(1, 2, 3).forEach(after::accept);
        }
        assertThat(done).containsExactly(1, 2, 3);
    }
}

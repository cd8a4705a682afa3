package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LookaheadTest {
    @Test
    void items_arrive_in_order_and_are_made_on_another_thread() {
        List<Integer> taken = new ArrayList<>();
        List<Thread> makers = new ArrayList<>();
        try (Lookahead<Integer> ahead = new Lookahead<>("squares", 50, 3, i -> {
            makers.add(Thread.currentThread());
            return i * i;
        })) {
            for (int i = 0; i < 50; i++) {
                taken.add(ahead.next());
            }
        }
        assertThat(taken).hasSize(50).startsWith(0, 1, 4, 9).endsWith(49 * 49);
        assertThat(makers).doesNotContain(Thread.currentThread());
    }

    @Test
    void what_making_an_item_throws_is_thrown_when_its_turn_comes() {
        try (Lookahead<Integer> ahead = new Lookahead<>("breaks", 5, 2, i -> {
            if (i == 2) {
                throw new IllegalStateException("tile 2 is gone");
            }
            return i;
        })) {
            assertThat(ahead.next()).isZero();
            assertThat(ahead.next()).isEqualTo(1);
            assertThatThrownBy(ahead::next).hasMessage("tile 2 is gone");
        }
    }

    @Test
    void no_more_than_the_allowed_items_wait_and_closing_ends_the_making() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        Lookahead<Integer> ahead = new Lookahead<>("many", 1_000, 2, i -> {
            made.incrementAndGet();
            full.countDown();
            return i;
        });
        full.await();
        ahead.close();
        // two wait and a third is in the maker's hands
        assertThat(made).hasValue(3);
    }
}

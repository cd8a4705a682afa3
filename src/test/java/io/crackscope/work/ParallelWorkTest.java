package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ParallelWorkTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 200).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void results_come_in_the_order_of_the_items_on_the_calling_thread(int workers) {
        List<Integer> results = new ArrayList<>();
        Thread caller = Thread.currentThread();

        ParallelWork.run(
                ITEMS,
                same(workers, i -> 2 * i),
                result -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    results.add(result);
                },
                new Cancellation());

        assertThat(results).isEqualTo(ITEMS.stream().map(i -> 2 * i).toList());
    }

    @Test
    void a_later_result_waits_for_an_earlier_one() {
        CountDownLatch secondDone = new CountDownLatch(1);
        List<Integer> results = new ArrayList<>();

        ParallelWork.run(
                List.of(0, 1),
                same(2, i -> {
                    if (i == 0) {
                        await(secondDone);
                    } else {
                        secondDone.countDown();
                    }
                    return i;
                }),
                results::add,
                new Cancellation());

        assertThat(results).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void when_cancelled_what_was_finished_is_handed_over_and_nothing_new_begins(int workers) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger begun = new AtomicInteger();
        List<Integer> results = new ArrayList<>();

        ParallelWork.run(
                ITEMS,
                same(workers, i -> {
                    begun.incrementAndGet();
                    if (i == 10) {
                        cancellation.cancel();
                        cancellation.throwIfCancelled();
                    }
                    return i;
                }),
                results::add,
                cancellation);

        assertThat(results).contains(0, 1, 2, 3, 4, 5, 6, 7).doesNotContain(10).isSorted();
        assertThat(begun).hasValueLessThan(200);
        assertThat(results.size()).isBetween(begun.get() - workers, begun.get() - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void the_first_failure_stops_the_others_and_reaches_the_caller(int workers) {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> ParallelWork.run(
                        ITEMS,
                        same(workers, i -> {
                            begun.incrementAndGet();
                            if (i == 5) {
                                throw new UnsatisfiedLinkError("no engine");
                            }
                            return i;
                        }),
                        result -> {},
                        new Cancellation()))
                .isInstanceOf(UnsatisfiedLinkError.class);
        assertThat(begun.get()).isLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_failing_receiver_reaches_the_caller_after_the_workers_have_ended(int workers) {
        AtomicInteger inside = new AtomicInteger();

        assertThatThrownBy(() -> ParallelWork.run(
                        ITEMS,
                        same(workers, i -> {
                            inside.incrementAndGet();
                            inside.decrementAndGet();
                            return i;
                        }),
                        result -> {
                            throw new IllegalStateException("full");
                        },
                        new Cancellation()))
                .hasMessage("full");
        assertThat(inside).hasValue(0);
    }

    @Test
    void a_cancelled_run_with_no_flag_set_ends_too() {
        List<Integer> results = new ArrayList<>();

        ParallelWork.run(
                List.of(1, 2, 3),
                same(1, i -> {
                    if (i == 2) {
                        throw new CancellationException();
                    }
                    return i;
                }),
                results::add,
                new Cancellation());

        assertThat(results).containsExactly(1);
    }

    private static <T, R> List<Function<T, R>> same(int workers, Function<T, R> function) {
        return IntStream.range(0, workers).mapToObj(i -> function).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

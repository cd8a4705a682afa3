package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.work.JobRunner.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ThreadedJobRunnerTest {
    private final BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
    private final ThreadedJobRunner runner = new ThreadedJobRunner(deliveries::add);
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void closeTheRunner() {
        runner.close();
    }

    @Test
    void parts_and_result_arrive_in_order_on_the_delivery_executor_only() throws Exception {
        runner.start(
                Lane.IO,
                (JobRunner.Job<String, Integer>) (publish, cancellation) -> {
                    publish.accept("one");
                    publish.accept("two");
                    return 3;
                },
                new Recorder());

        assertThat(heard).isEmpty();
        deliver(3);
        assertThat(heard).containsExactly("part one", "part two", "done 3");
    }

    @Test
    void jobs_of_the_inspection_lane_run_one_after_another_on_its_thread() throws Exception {
        for (int i = 0; i < 3; i++) {
            int number = i;
            runner.start(
                    Lane.INSPECTION,
                    (JobRunner.Job<String, Integer>) (publish, cancellation) -> {
                        publish.accept(Thread.currentThread().getName() + " begins " + number);
                        publish.accept("ends " + number);
                        return number;
                    },
                    new Recorder());
        }

        deliver(9);
        assertThat(heard)
                .containsExactly(
                        "part inspection-1 begins 0",
                        "part ends 0",
                        "done 0",
                        "part inspection-1 begins 1",
                        "part ends 1",
                        "done 1",
                        "part inspection-1 begins 2",
                        "part ends 2",
                        "done 2");
    }

    @Test
    void a_failure_reaches_the_listener_even_if_it_is_an_error() throws Exception {
        runner.start(
                Lane.TRAINING,
                (JobRunner.Job<String, Integer>) (publish, cancellation) -> {
                    throw new UnsatisfiedLinkError("no native library");
                },
                new Recorder());

        deliver(1);
        assertThat(heard).containsExactly("failed no native library");
    }

    @Test
    void a_job_cancelled_before_its_turn_never_runs() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        runner.start(
                Lane.INSPECTION,
                (JobRunner.Job<String, Integer>) (publish, cancellation) -> {
                    hold.await();
                    return 1;
                },
                new Recorder());
        Cancellation second = runner.start(
                Lane.INSPECTION,
                (JobRunner.Job<String, Integer>) (publish, cancellation) -> {
                    publish.accept("ran");
                    return 2;
                },
                new Recorder());
        second.cancel();
        hold.countDown();

        deliver(2);
        assertThat(heard).containsExactly("done 1", "cancelled");
    }

    @Test
    void a_job_that_returns_early_because_it_was_cancelled_counts_as_cancelled_and_keeps_its_parts() throws Exception {
        CountDownLatch published = new CountDownLatch(1);
        Cancellation flag = runner.start(
                Lane.INSPECTION,
                (JobRunner.Job<String, Integer>) (publish, cancellation) -> {
                    publish.accept("first");
                    published.countDown();
                    while (!cancellation.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    return 1;
                },
                new Recorder());
        published.await();
        flag.cancel();

        deliver(2);
        assertThat(heard).containsExactly("part first", "cancelled");
    }

    @Test
    void closing_cancels_what_runs_and_later_jobs_are_cancelled_at_once() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        runner.start(
                Lane.IO,
                (JobRunner.Job<String, Integer>) (publish, cancellation) -> {
                    running.countDown();
                    while (!cancellation.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    cancellation.throwIfCancelled();
                    return 1;
                },
                new Recorder());
        running.await();

        runner.close();
        Cancellation late =
                runner.start(Lane.IO, (JobRunner.Job<String, Integer>) (publish, cancellation) -> 2, new Recorder());

        deliver(2);
        assertThat(heard).containsExactly("cancelled", "cancelled");
        assertThat(late.isCancelled()).isTrue();
    }

    private void deliver(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Runnable next = deliveries.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("delivery %d of %d", i + 1, count).isNotNull();
            next.run();
        }
        assertThat(deliveries).isEmpty();
    }

    private final class Recorder implements JobRunner.Listener<String, Integer> {
        @Override
        public void part(String part) {
            heard.add("part " + part);
        }

        @Override
        public void done(Integer result) {
            heard.add("done " + result);
        }

        @Override
        public void failed(Throwable failure) {
            heard.add("failed " + failure.getMessage());
        }

        @Override
        public void cancelled() {
            heard.add("cancelled");
        }
    }
}

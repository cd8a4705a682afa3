package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GateTest {
    private final Gate gate = new Gate();

    @Test
    void who_passes_an_open_gate_does_not_wait() {
        assertThat(gate.pass(new Cancellation())).isZero();
        gate.hold().close();
        assertThat(gate.pass(new Cancellation())).isZero();
    }

    @Test
    void it_opens_when_the_last_hold_is_closed_and_closing_twice_counts_once() throws Exception {
        Gate.Hold first = gate.hold();
        Gate.Hold second = gate.hold();
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch passed = new CountDownLatch(1);
        long[] waited = new long[1];
        Thread thread = Thread.ofPlatform().start(() -> {
            waits.countDown();
            waited[0] = gate.pass(new Cancellation());
            passed.countDown();
        });
        waits.await();
        first.close();
        first.close();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(passed.getCount()).isOne();

        second.close();
        assertThat(passed.await(10, TimeUnit.SECONDS)).isTrue();
        thread.join();
        assertThat(waited[0]).isPositive();
    }

    @Test
    void who_waits_can_be_cancelled() throws Exception {
        gate.hold();
        Cancellation cancellation = new Cancellation();
        Thread thread = Thread.ofPlatform().start(() -> gate.pass(cancellation));
        cancellation.cancel();
        assertThat(thread.join(java.time.Duration.ofSeconds(10))).isTrue();
    }
}

package io.crackscope.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectJobRunnerTest {
    private final List<String> heard = new ArrayList<>();
    private final DirectJobRunner runner = new DirectJobRunner();

    @Test
    void a_job_is_over_when_start_returns() {
        start((publish, cancellation) -> {
            publish.accept("half");
            return "whole";
        });
        assertThat(heard).containsExactly("part half", "done whole");
    }

    @Test
    void a_failure_is_delivered_and_not_thrown() {
        start((publish, cancellation) -> {
            throw new java.io.IOException("gone");
        });
        assertThat(heard).containsExactly("failed gone");
    }

    @Test
    void a_job_cancelled_from_within_counts_as_cancelled() {
        start((publish, cancellation) -> {
            cancellation.cancel();
            return "whole";
        });
        assertThat(heard).containsExactly("cancelled");
    }

    @Test
    void a_closed_runner_cancels_at_once() {
        runner.close();
        start((publish, cancellation) -> "whole");
        assertThat(heard).containsExactly("cancelled");
    }

    private void start(JobRunner.Job<String, String> job) {
        runner.start(JobRunner.Lane.IO, job, new JobRunner.Listener<String, String>() {
            @Override
            public void part(String part) {
                heard.add("part " + part);
            }

            @Override
            public void done(String result) {
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
        });
    }
}

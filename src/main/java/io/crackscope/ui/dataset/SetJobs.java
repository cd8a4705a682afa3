package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageGroups;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageTable;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.ui.dataset.SetProgress.Task;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The long work on the data set that is open, one piece at a time, with its progress. */
final class SetJobs {
    private static final Logger LOG = LoggerFactory.getLogger(SetJobs.class);

    private static final long PROBE_PIXELS = 1 << 20;
    private static final long RECOUNT_NANOS = 1_000_000_000;

    private final DatasetServices services;
    private final Attention attention;
    private final ReadOnlyObjectWrapper<SetProgress> progress = new ReadOnlyObjectWrapper<>(SetProgress.IDLE);

    private Cancellation running = new Cancellation();
    private int runs;
    private long begun;
    private long recounted;

    SetJobs(DatasetServices services, Attention attention) {
        this.services = services;
        this.attention = attention;
    }

    ReadOnlyObjectProperty<SetProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Stops what runs; what it found stays. */
    void stop() {
        runs++;
        running.cancel();
        progress.set(SetProgress.IDLE);
    }

    /** Measures and groups; calls {@code some} now and then when more is known, {@code all} at the end. */
    void measure(ImageSet set, ImageMeasurer measurer, Runnable some, Runnable all, Consumer<Throwable> problem) {
        ImageTable table = set.table();
        begin(Task.MEASURING, table.size());
        running = services.runner()
                .start(
                        JobRunner.Lane.DATA,
                        new MeasureJob(table.images(), measurer, services.cache(), attention),
                        new Ending<MeasureJob.Batch, Integer>(problem) {
                            @Override
                            void more(MeasureJob.Batch batch) {
                                for (int i = 0; i < batch.numbers().size(); i++) {
                                    set.measured(
                                            batch.numbers().get(i),
                                            batch.measurements().get(i));
                                }
                                advance(Task.MEASURING, batch.done(), table.size(), some);
                            }

                            @Override
                            void all(Integer read) {
                                group(set, all, problem);
                            }
                        });
    }

    private void group(ImageSet set, Runnable all, Consumer<Throwable> problem) {
        begin(Task.GROUPING, 0);
        ImageTable copy = set.table().copy();
        running = services.runner()
                .start(
                        JobRunner.Lane.DATA,
                        (JobRunner.Job<Void, @Nullable String[]>) (publish, cancellation) ->
                                ImageGroups.of(copy, file -> picture(file, cancellation), cancellation),
                        new Ending<Void, @Nullable String[]>(problem) {
                            @Override
                            void all(@Nullable String[] groups) {
                                set.grouped(groups);
                                progress.set(SetProgress.IDLE);
                                all.run();
                            }
                        });
    }

    private Optional<Picture> picture(Path file, Cancellation cancellation) {
        return services.reader().read(file, PROBE_PIXELS, cancellation) instanceof PhotoReading.Decoded decoded
                ? Optional.of(decoded.picture())
                : Optional.empty();
    }

    /** Lets {@code judge} judge; hands what came of it to {@code all}, or what went wrong to {@code problem}. */
    void judge(ImageSet set, Judge judge, Runnable some, Consumer<JudgeJob.Judged> all, Consumer<Throwable> problem) {
        ImageTable copy = set.table().copy();
        boolean isModel = judge instanceof Judge.OfFile;
        Task task = isModel ? Task.JUDGING : Task.CROSS_VALIDATING;
        JobRunner.Job<JudgeJob.Batch, JudgeJob.Judged> job = switch (judge) {
            case Judge.OfFile(Path file) -> new JudgeJob(copy, file, services, attention);
            case Judge.CrossValidation asked ->
                new FoldsJob(copy, services.judges().folds().validation(), services.cache());
        };
        begin(task, 0);
        running = services.runner()
                .start(
                        isModel ? JobRunner.Lane.DATA : JobRunner.Lane.TRAINING,
                        job,
                        new Ending<JudgeJob.Batch, JudgeJob.Judged>(problem) {
                            @Override
                            void more(JudgeJob.Batch batch) {
                                batch.probabilities().forEach(set::judged);
                                if (progress.get().total() == 0) {
                                    // it may have waited for a training
                                    begun = System.nanoTime();
                                }
                                advance(task, batch.done(), batch.total(), some);
                            }

                            @Override
                            void all(JudgeJob.Judged judged) {
                                progress.set(SetProgress.IDLE);
                                all.accept(judged);
                            }
                        });
    }

    private void begin(Task task, int total) {
        runs++;
        running.cancel();
        begun = System.nanoTime();
        recounted = begun;
        progress.set(SetProgress.of(task, 0, total, 0));
    }

    private void advance(Task task, int done, int total, Runnable some) {
        long now = System.nanoTime();
        progress.set(SetProgress.of(task, done, total, (now - begun) / 1e9));
        // counting takes some frames' time of the thread that scrolls
        if (now - recounted > RECOUNT_NANOS && !attention.isHeld()) {
            recounted = now;
            some.run();
        }
    }

    /** Hears of one job until another one takes its place. */
    private abstract class Ending<P, R> implements JobRunner.Listener<P, R> {
        private final int run = runs;
        private final Consumer<Throwable> problem;

        Ending(Consumer<Throwable> problem) {
            this.problem = problem;
        }

        void more(P part) {}

        abstract void all(R result);

        @Override
        public final void part(P part) {
            if (run == runs) {
                more(part);
            }
        }

        @Override
        public final void done(R result) {
            if (run == runs) {
                all(result);
            }
        }

        @Override
        public final void failed(Throwable failure) {
            LOG.error("work on a data set failed", failure);
            if (run == runs) {
                progress.set(SetProgress.IDLE);
                problem.accept(failure);
            }
        }
    }
}

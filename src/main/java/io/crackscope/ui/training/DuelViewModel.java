package io.crackscope.ui.training;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.text.Messages;
import io.crackscope.training.RunHistory;
import io.crackscope.training.RunRecord;
import io.crackscope.training.SideBySide;
import io.crackscope.training.TrainingWorkflow.DataSource;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The model of a run beside the model that inspects: on the run's test part and on any other data. For the executor that
 * the runner delivers on.
 */
final class DuelViewModel {
    /** What both score on one data set. */
    record Row(String data, SideBySide.Scored scored) {}

    /** Images to score both on. */
    private interface Images {
        List<LabelledImage> find(ProgressListener progress, Cancellation cancellation);
    }

    private final JobRunner runner;
    private final DataSource source;
    private final RunHistory history;
    private final SideBySide sideBySide;
    private final Messages messages;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Cancellation job;
    private int number;

    DuelViewModel(JobRunner runner, DataSource source, RunHistory history, SideBySide sideBySide, Messages messages) {
        this.runner = runner;
        this.source = source;
        this.history = history;
        this.sideBySide = sideBySide;
        this.messages = messages;
    }

    ObservableList<Row> rows() {
        return rows;
    }

    /** What is being done or why there is nothing; empty if the rows say it all. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Forgets all scores and stops scoring. */
    void clear() {
        number++;
        if (job != null) {
            job.cancel();
        }
        rows.clear();
        status.set("");
        busy.set(false);
    }

    /** Scores {@code inUse} and the model of {@code run} on the run's test part. */
    void onTestPart(RunRecord run, Path inUse) {
        score(messages.get("ui.train.duel.test_part"), inUse, run, run.data().split(), (progress, cancellation) -> {
            Split split = SplitFile.read(history.splitFile(run.id()), progress, cancellation);
            return split.test();
        });
    }

    /** Scores both on the labelled images in {@code folder}. */
    void onFolder(RunRecord run, Path inUse, Path folder) {
        score(
                String.valueOf(folder.getFileName()),
                inUse,
                run,
                "as given",
                (progress, cancellation) -> source.scan()
                        .scan(List.of(folder), progress, cancellation)
                        .images());
    }

    private void score(String data, Path inUse, RunRecord run, String split, Images images) {
        int mine = ++number;
        if (job != null) {
            job.cancel();
        }
        busy.set(true);
        status.set(messages.get("ui.train.duel.scoring", data, 0));
        job = runner.start(
                JobRunner.Lane.TRAINING,
                (publish, cancellation) -> {
                    Throttle throttle = new Throttle();
                    List<LabelledImage> found = images.find(ProgressListener.NONE, cancellation);
                    cancellation.throwIfCancelled();
                    return sideBySide.score(
                            inUse,
                            run.model(),
                            found,
                            split,
                            (done, total) -> throttle.perhaps(() -> publish.accept(100 * done / Math.max(1, total))),
                            cancellation);
                },
                new JobRunner.Listener<Long, Optional<SideBySide.Scored>>() {
                    @Override
                    public void part(Long percent) {
                        if (mine == number) {
                            status.set(messages.get("ui.train.duel.scoring", data, percent));
                        }
                    }

                    @Override
                    public void done(Optional<SideBySide.Scored> result) {
                        if (mine == number) {
                            busy.set(false);
                            status.set(result.isPresent() ? "" : messages.get("ui.train.duel.nothing_new", data));
                            result.ifPresent(scored -> rows.add(new Row(data, scored)));
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        if (mine == number) {
                            busy.set(false);
                            status.set(FailureWords.told(failure, messages));
                        }
                    }

                    @Override
                    public void cancelled() {
                        if (mine == number) {
                            busy.set(false);
                            status.set("");
                        }
                    }
                });
    }
}

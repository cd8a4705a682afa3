package io.crackscope.ui.scorecard;

import io.crackscope.work.AtomicFile;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the scorecard exports on the IO lane, and tells what came of it. */
final class ScorecardFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ScorecardFiles.class);

    private final JobRunner runner;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());

    ScorecardFiles(JobRunner runner) {
        this.runner = runner;
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void dismissNotice() {
        notice.set(new Notice.None());
    }

    /** Writes what {@code content} makes, whole or not at all. */
    void write(Path file, Callable<byte[]> content) {
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Path>) (publish, cancellation) -> {
                    AtomicFile.write(file, content.call());
                    return file;
                },
                new JobRunner.Listener<Void, Path>() {
                    @Override
                    public void done(Path written) {
                        notice.set(new Notice.Saved(written));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        LOG.warn("cannot write {}", file, failure);
                        notice.set(new Notice.NotSaved(file, failure));
                    }
                });
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.SetExport;
import io.crackscope.dataset.SetExport.Written;
import io.crackscope.ui.dataset.SetProgress.Task;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a data set for other programs, as it is at that moment, one at a time and beside all other work. */
public final class ExportModel {
    private static final Logger LOG = LoggerFactory.getLogger(ExportModel.class);

    private static final int TOLD_EVERY = 50;

    private final JobRunner runner;
    private final Supplier<Optional<ImageTable>> table;
    private final Consumer<SetNotice> say;
    private final ReadOnlyObjectWrapper<SetProgress> progress = new ReadOnlyObjectWrapper<>(SetProgress.IDLE);

    private Cancellation running = new Cancellation();

    /** Writes what {@code table} gives at the time. */
    ExportModel(JobRunner runner, Supplier<Optional<ImageTable>> table, Consumer<SetNotice> say) {
        this.runner = runner;
        this.table = table;
        this.say = say;
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<SetProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Writes the data set as a table. */
    public void toTable(Path file) {
        export(file, (copy, listener, cancellation) -> SetExport.toCsv(copy, file));
    }

    /** Copies the data set into class folders. */
    public void toFolders(Path folder) {
        export(
                folder,
                (copy, listener, cancellation) -> SetExport.toClassFolders(copy, folder, listener, cancellation));
    }

    /** Stops; what was written stays. */
    public void cancel() {
        running.cancel();
    }

    @FunctionalInterface
    private interface Export {
        Written run(ImageTable copy, ProgressListener listener, Cancellation cancellation);
    }

    private void export(Path target, Export export) {
        if (progress.get().task() == Task.NONE) {
            table.get().ifPresent(now -> start(now.copy(), target, export));
        }
    }

    private void start(ImageTable copy, Path target, Export export) {
        long begun = System.nanoTime();
        progress.set(SetProgress.of(Task.EXPORTING, 0, copy.size(), 0));
        running = runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Long, Written>) (publish, cancellation) -> export.run(
                        copy,
                        (done, total) -> {
                            if (done % TOLD_EVERY == 0) {
                                publish.accept(done);
                            }
                        },
                        cancellation),
                new JobRunner.Listener<Long, Written>() {
                    @Override
                    public void part(Long done) {
                        progress.set(
                                SetProgress.of(Task.EXPORTING, done, copy.size(), (System.nanoTime() - begun) / 1e9));
                    }

                    @Override
                    public void done(Written written) {
                        progress.set(SetProgress.IDLE);
                        say.accept(new SetNotice.Written(target, written.images(), written.leftOut()));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        LOG.error("a data set could not be written to {}", target, failure);
                        progress.set(SetProgress.IDLE);
                        say.accept(new SetNotice.Problem(failure));
                    }

                    @Override
                    public void cancelled() {
                        progress.set(SetProgress.IDLE);
                        say.accept(new SetNotice.CutShort(target));
                    }
                });
    }
}

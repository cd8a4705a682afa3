package io.crackscope.ui.dataset;

import io.crackscope.training.ModelShelf;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model that judges the images of data sets: the one that inspects, until a person chooses another. */
public final class JudgeModel {
    private static final Logger LOG = LoggerFactory.getLogger(JudgeModel.class);

    private final JobRunner runner;
    private final Judges judges;
    private final ReadOnlyObjectWrapper<Path> chosen;
    private final ObservableList<ModelShelf.Entry> models = FXCollections.observableArrayList();
    /** Kept: a view that only its listeners know is collected, and they hear no more. */
    private final ObservableList<ModelShelf.Entry> view = FXCollections.unmodifiableObservableList(models);

    JudgeModel(JobRunner runner, Judges judges) {
        this.runner = runner;
        this.judges = judges;
        this.chosen = new ReadOnlyObjectWrapper<>(judges.inUse().getValue());
        judges.inUse().addListener((observable, before, now) -> chosen.set(now));
    }

    /** The file of the model that is asked next. */
    public ReadOnlyObjectProperty<Path> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The models to choose from, as far as they are known. Read-only. */
    public ObservableList<ModelShelf.Entry> models() {
        return view;
    }

    /** Asks the model in {@code file} from now on, until another one is put to use. */
    public void choose(Path file) {
        chosen.set(file);
    }

    /** Looks which models there are. */
    void load() {
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, List<ModelShelf.Entry>>)
                        (publish, cancellation) -> judges.shelf().all(),
                new JobRunner.Listener<Void, List<ModelShelf.Entry>>() {
                    @Override
                    public void done(List<ModelShelf.Entry> found) {
                        if (!found.equals(models)) {
                            models.setAll(found);
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        // the model in use can still be asked
                        LOG.error("the models at hand are not known", failure);
                    }
                });
    }

    /** The model that is chosen now. */
    JudgeJob.Judge judge() {
        return new JudgeJob.Judge(chosen.get(), judges);
    }
}

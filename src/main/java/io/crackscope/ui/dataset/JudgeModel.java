package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageTable;
import io.crackscope.training.CrossValidation;
import io.crackscope.training.CrossValidation.Fold;
import io.crackscope.training.ModelShelf;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who judges the images of data sets: the model that inspects, until a person chooses another or small models of its own. */
public final class JudgeModel {
    private static final Logger LOG = LoggerFactory.getLogger(JudgeModel.class);

    private final JobRunner runner;
    private final Judges judges;
    private final ImageCache cache;
    private final Supplier<Optional<ImageTable>> table;
    private final ReadOnlyObjectWrapper<Judge> chosen;
    private final ReadOnlyObjectWrapper<Optional<Duration>> time = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Cancellation estimating = new Cancellation();
    private final ObservableList<ModelShelf.Entry> models = FXCollections.observableArrayList();
    /** Kept: a view that only its listeners know is collected, and they hear no more. */
    private final ObservableList<ModelShelf.Entry> view = FXCollections.unmodifiableObservableList(models);

    /** @param table the images of the data set that is open */
    JudgeModel(DatasetServices services, Supplier<Optional<ImageTable>> table) {
        this.runner = services.runner();
        this.judges = services.judges();
        this.cache = services.cache();
        this.table = table;
        this.chosen =
                new ReadOnlyObjectWrapper<>(new Judge.OfFile(judges.inUse().getValue()));
        judges.inUse().addListener((observable, before, now) -> choose(new Judge.OfFile(now)));
    }

    /** Who is asked next. */
    public ReadOnlyObjectProperty<Judge> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The models to choose from, as far as they are known. Read-only. */
    public ObservableList<ModelShelf.Entry> models() {
        return view;
    }

    /** How long the training of small models takes, about; empty while that is not known or none is to be trained. */
    public ReadOnlyObjectProperty<Optional<Duration>> timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** Asks {@code judge} from now on, until another model is put to use. */
    public void choose(Judge judge) {
        chosen.set(judge);
        estimate();
    }

    /** Who is chosen; nobody asks any more how long it takes. */
    Judge asked() {
        estimating.cancel();
        return chosen.get();
    }

    /** Finds out how long the judge that is chosen takes, where it trains and all images are measured. */
    void estimate() {
        estimating.cancel();
        time.set(Optional.empty());
        Optional<ImageTable> open = table.get().map(ImageTable::copy);
        if (chosen.get() instanceof Judge.CrossValidation && open.isPresent()) {
            estimating = runner.start(
                    JobRunner.Lane.TRAINING,
                    (JobRunner.Job<Void, Optional<Duration>>) (publish, cancellation) -> {
                        List<Fold> folds = FoldsJob.open(open.get(), cache);
                        return folds.isEmpty()
                                ? Optional.empty()
                                : Optional.of(CrossValidation.time(
                                        folds, judges.folds().probe(), cancellation));
                    },
                    new JobRunner.Listener<Void, Optional<Duration>>() {
                        @Override
                        public void done(Optional<Duration> found) {
                            time.set(found);
                        }

                        @Override
                        public void failed(Throwable failure) {
                            // said when it is asked for: too few groups
                            LOG.info("no time for a cross-validation: {}", String.valueOf(failure.getMessage()));
                        }
                    });
        }
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
}

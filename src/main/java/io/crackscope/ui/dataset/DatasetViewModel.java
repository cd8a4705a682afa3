package io.crackscope.ui.dataset;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.EditKeeper;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.SetFiles;
import io.crackscope.imaging.PhotoFiles.RefusedPath;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Dataset tab without its looks: the library of data sets, the one that is open, and the work on it. A data set is shown
 * as soon as its folders are listed; everything else about it arrives while it is looked at. All methods are for the executor
 * that the runner delivers on.
 */
public final class DatasetViewModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetViewModel.class);

    private final DatasetServices services;
    private final SetFiles files;
    private final Attention attention = new Attention();
    private final LibraryModel library;
    private final ReadOnlyObjectWrapper<SetState> state = new ReadOnlyObjectWrapper<>(new SetState.None());
    private final ReadOnlyObjectWrapper<SetNotice> notice = new ReadOnlyObjectWrapper<>(new SetNotice.None());
    private final BrowseModel browse = new BrowseModel();
    private final SetJobs jobs;
    private final EditModel edits;
    private final ChecksModel checks;
    private final SplitModel split;
    private final ExportModel exports;
    private final JudgeModel judge;
    private final CorrectionsModel corrections;

    private Cancellation listing = new Cancellation();

    public DatasetViewModel(DatasetServices services) {
        this.services = services;
        this.files = new SetFiles(services.folders().data().resolve("datasets"));
        this.library = new LibraryModel(services.folders().data().resolve("library.json"), notice::set);
        this.jobs = new SetJobs(services, attention);
        this.edits = new EditModel(services.runner(), services.clock(), browse.selection(), notice::set);
        this.checks = new ChecksModel(services.runner(), browse, attention);
        this.split = new SplitModel(
                services.runner(), edits, services.folders().data().resolve("splits"), services.clock(), notice::set);
        this.exports = new ExportModel(services.runner(), this::table, notice::set);
        this.judge = new JudgeModel(services, this::table);
        this.corrections =
                new CorrectionsModel(services.runner(), services.folders().corrections());
        judge.chosenProperty().addListener(change -> forgetJudgement());
        edits.revisionProperty().addListener(change -> {
            browse.recount();
            checks.changed();
        });
    }

    /** The data sets of the library, in the order they were added. Read-only. */
    public ObservableList<DataSource> sources() {
        return library.sources();
    }

    public ReadOnlyObjectProperty<SetState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the work behind the grid is. */
    public ReadOnlyObjectProperty<SetProgress> progressProperty() {
        return jobs.progressProperty();
    }

    public ReadOnlyObjectProperty<SetNotice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public BrowseModel browse() {
        return browse;
    }

    public EditModel edits() {
        return edits;
    }

    public ChecksModel checks() {
        return checks;
    }

    public SplitModel split() {
        return split;
    }

    public ExportModel exports() {
        return exports;
    }

    public JudgeModel judging() {
        return judge;
    }

    public CorrectionsModel corrections() {
        return corrections;
    }

    /** Opens the first data set of the library where none is open. */
    public void prepare() {
        library.load();
        judge.load();
        corrections.look();
        if (state.get() instanceof SetState.None && !sources().isEmpty()) {
            open(sources().getFirst());
        }
    }

    /** Adds what was dropped or chosen as data sets, and opens the first of them. */
    public void add(List<Path> paths) {
        List<DataSource> fresh = DataSource.ofDropped(paths);
        fresh.forEach(library::add);
        if (!fresh.isEmpty()) {
            open(fresh.getFirst());
        }
    }

    /** Takes {@code source} off the library. Nothing of it is deleted. */
    public void remove(DataSource source) {
        library.remove(source);
        if (source.equals(opened().orElse(null))) {
            leave();
            state.set(new SetState.None());
            if (!sources().isEmpty()) {
                open(sources().getFirst());
            }
        }
    }

    /** The data set that is open, or being opened. */
    public Optional<DataSource> opened() {
        return switch (state.get()) {
            case SetState.None none -> Optional.empty();
            case SetState.Listing(DataSource source) -> Optional.of(source);
            case SetState.Open(ImageSet set) -> Optional.of(set.table().source());
            case SetState.Failed(DataSource source, Throwable failure) -> Optional.of(source);
            case SetState.Refused(DataSource source, RefusedPath path) -> Optional.of(source);
        };
    }

    /** The images of the data set that is open. */
    public Optional<ImageTable> table() {
        return state.get() instanceof SetState.Open(ImageSet set) ? Optional.of(set.table()) : Optional.empty();
    }

    /** Shows {@code source}, looking at its folders anew. */
    public void open(DataSource source) {
        leave();
        state.set(new SetState.Listing(source));
        EditKeeper keeper = new EditKeeper(files, source);
        listing = services.runner()
                .start(
                        JobRunner.Lane.IO,
                        (JobRunner.Job<Void, ListedSet>)
                                (publish, cancellation) -> ListedSet.of(source, keeper, cancellation),
                        new JobRunner.Listener<Void, ListedSet>() {
                            @Override
                            public void done(ListedSet listed) {
                                show(listed, keeper);
                            }

                            @Override
                            public void failed(Throwable failure) {
                                LOG.warn("cannot open {}", source, failure);
                                state.set(new SetState.Failed(source, failure));
                            }
                        });
    }

    private void show(ListedSet listed, EditKeeper keeper) {
        ImageSet set = listed.set();
        DataSource source = set.table().source();
        if (set.table().size() == 0 && !listed.listing().refused().isEmpty()) {
            state.set(new SetState.Refused(source, listed.listing().refused().getFirst()));
            return;
        }
        state.set(new SetState.Open(set));
        edits.workOn(set, keeper);
        browse.workOn(set.table());
        checks.watch(set.table());
        split.workOn(set.table());
        notice.set(listed.notice());
        measure();
    }

    private void leave() {
        listing.cancel();
        jobs.stop();
        checks.watch(null);
        split.workOn(null);
        edits.workOn(null, null);
        browse.workOn(null);
    }

    /** Measures what is not measured yet, then groups and checks. Goes on by itself after a data set was opened. */
    public void measure() {
        if (state.get() instanceof SetState.Open(ImageSet set)) {
            jobs.measure(
                    set,
                    new ImageMeasurer(services.reader()),
                    browse::recount,
                    () -> {
                        browse.recount();
                        checks.measured();
                        split.measured();
                        judge.estimate();
                    },
                    failure -> notice.set(new SetNotice.Problem(failure)));
        }
    }

    /** Opens the tiles that reviews corrected, as a data set like any other. */
    public void openCorrections() {
        add(List.of(corrections.source().place()));
    }

    /** Reviews have sent tiles: the data set of corrections is another now. */
    public void correctionsSent() {
        corrections.look();
        opened().filter(corrections.source()::equals).ifPresent(this::open);
    }

    /** What one model said is not to be mixed with what another says. */
    private void forgetJudgement() {
        if (state.get() instanceof SetState.Open(ImageSet set)) {
            if (jobs.progressProperty().get().task().isJudging()) {
                jobs.stop();
            }
            for (int i = 0; i < set.table().size(); i++) {
                set.judged(i, Double.NaN);
            }
            browse.recount();
            checks.unjudged();
        }
    }

    /** Lets the chosen model judge all images, for suspects among the labels. */
    public void judge() {
        if (state.get() instanceof SetState.Open(ImageSet set)) {
            jobs.judge(
                    set,
                    judge.asked(),
                    browse::recount,
                    judged -> {
                        browse.crackFrom(judged.crackFrom());
                        checks.judged(judged.learnt());
                    },
                    failure -> notice.set(new SetNotice.Problem(failure)));
        }
    }

    /** A training begins: no other goes on beside it. */
    public void giveWay() {
        if (jobs.progressProperty().get().task() == SetProgress.Task.CROSS_VALIDATING) {
            jobs.stop();
            notice.set(new SetNotice.GaveWay());
        }
    }

    /** Stops the work behind the grid; what is done stays. */
    public void cancel() {
        jobs.stop();
    }

    /** Something moves on the screen: work behind the scenes gives way. */
    public void scrolling() {
        attention.ask();
    }

    public void dismissNotice() {
        notice.set(new SetNotice.None());
    }

    /** Cancels all work; what was changed is kept before this returns. */
    @Override
    public void close() {
        listing.cancel();
        jobs.stop();
        exports.cancel();
        checks.stop();
        edits.close();
        services.cache().close();
    }
}

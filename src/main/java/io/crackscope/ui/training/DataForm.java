package io.crackscope.ui.training;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Label;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.text.Messages;
import io.crackscope.training.DataChoice;
import io.crackscope.training.RunRecord;
import io.crackscope.training.SplitChoice;
import io.crackscope.training.TrainingWorkflow.DataSource;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.training.DataExamination.Scanned;
import io.crackscope.ui.training.NumberField.Range;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What a run learns from, as a form: folders are scanned as they are added, split as a person chooses, and what the parts
 * of the split share is counted at once. For the executor that the runner delivers on.
 */
final class DataForm {
    /** The kinds of split. */
    enum SplitKind {
        GROUPED,
        RANDOM,
        FILE
    }

    /** Where looking at the data stands. */
    sealed interface State {
        /** No folder was chosen. */
        record Empty() implements State {}

        /** Images are being looked for; of {@code total} 0 the number is not known. */
        record Scanning(long done, long total) implements State {}

        /** The images are known and split; leaks are counted until {@code leaks} is there. */
        record Ready(Facts facts, Facts trainOnly, Split split, long counted, Optional<SplitLeaks> leaks)
                implements State {}

        /** They cannot be used. */
        record Unusable(String problem) implements State {}
    }

    /** What was found. */
    record Facts(int images, int cracks, int duplicates, int conflicts, int refused) {
        static Facts of(Dataset dataset) {
            long cracks = dataset.images().stream()
                    .filter(image -> image.label() == Label.CRACK)
                    .count();
            return new Facts(
                    dataset.images().size(),
                    (int) cracks,
                    dataset.duplicates().size(),
                    dataset.conflicts().size(),
                    dataset.refused().size());
        }
    }

    private final JobRunner runner;
    private final Messages messages;
    private final DataExamination examination;
    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    private final ObservableList<Path> trainOnly = FXCollections.observableArrayList();
    private final ObjectProperty<SplitKind> kind = new SimpleObjectProperty<>(SplitKind.GROUPED);
    private final ObjectProperty<@Nullable Path> keptSplit = new SimpleObjectProperty<>();
    private final NumberField sample;
    private final NumberField testShare;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Empty());
    private Scanned scanned = Scanned.NOTHING;
    private @Nullable Cancellation job;
    private int number;
    private long seed = PresetDefaults.SEED;

    DataForm(JobRunner runner, DataSource source, Messages messages) {
        this.runner = runner;
        this.messages = messages;
        examination = new DataExamination(source, messages);
        sample = new NumberField(new Range(3, Integer.MAX_VALUE, true, false, false, true), messages);
        testShare = new NumberField(Range.share(true, 1), messages);
        testShare.set(PresetDefaults.TEST_SHARE);
        folders.addListener((ListChangeListener<Path>) change -> {
            scanned = new Scanned(null, scanned.trainOnly());
            look();
        });
        trainOnly.addListener((ListChangeListener<Path>) change -> {
            scanned = new Scanned(scanned.split(), null);
            look();
        });
        kind.addListener((observable, before, now) -> look());
        keptSplit.addListener((observable, before, now) -> look());
        sample.textProperty().addListener((observable, before, now) -> look());
        testShare.textProperty().addListener((observable, before, now) -> look());
    }

    ObservableList<Path> folders() {
        return folders;
    }

    /** Folders whose images only train, however the others are split. */
    ObservableList<Path> trainOnly() {
        return trainOnly;
    }

    ObjectProperty<SplitKind> kindProperty() {
        return kind;
    }

    /** The kept split that is used with {@link SplitKind#FILE}. */
    ObjectProperty<@Nullable Path> keptSplitProperty() {
        return keptSplit;
    }

    /** How many images to draw; may be empty. */
    NumberField sample() {
        return sample;
    }

    NumberField testShare() {
        return testShare;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Adds folders and manifests that are not among them yet; a kept split alone is used as it is. */
    void add(List<Path> more) {
        if (more.size() == 1 && more.getFirst().toString().endsWith(".json")) {
            keptSplit.set(more.getFirst());
            kind.set(SplitKind.FILE);
            return;
        }
        List<Path> fresh = fresh(more, folders);
        if (!fresh.isEmpty()) {
            if (kind.get() == SplitKind.FILE) {
                kind.set(SplitKind.GROUPED);
            }
            folders.addAll(fresh);
        }
    }

    /** Adds folders and manifests that only train and are not among those yet. */
    void addTrainOnly(List<Path> more) {
        trainOnly.addAll(fresh(more, trainOnly));
    }

    /** Fills in what an earlier run learnt from. */
    void show(RunRecord.Data earlier) {
        kind.set(earlier.split().equals("random") ? SplitKind.RANDOM : SplitKind.GROUPED);
        folders.clear();
        add(earlier.folders().stream().map(Path::of).toList());
        trainOnly.setAll(earlier.trainOnly().stream().map(Path::of).toList());
    }

    private static List<Path> fresh(List<Path> more, List<Path> known) {
        return more.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .filter(path -> !known.contains(path))
                .toList();
    }

    /** The seed that draws sample and split. */
    void seed(long drawn) {
        if (drawn != seed) {
            seed = drawn;
            look();
        }
    }

    /** What the form says; empty while it is not complete. */
    Optional<DataChoice> choice() {
        boolean isKept = kind.get() == SplitKind.FILE;
        boolean hasData = isKept ? keptSplit.get() != null : !folders.isEmpty();
        if (!hasData) {
            return Optional.empty();
        }
        if (isKept) {
            // it names its images and their parts itself
            SplitChoice kept = new SplitChoice.Kept(keptSplit.get());
            return Optional.of(
                    new DataChoice(List.of(), kept, OptionalInt.empty(), PresetDefaults.TEST_SHARE, trainOnly));
        }
        if (!sample.isValid() || !testShare.isValid()) {
            return Optional.empty();
        }
        SplitChoice split =
                kind.get() == SplitKind.RANDOM ? new SplitChoice.Random() : new SplitChoice.Grouped(List.of());
        OptionalInt size = sample.value().isPresent() ? OptionalInt.of(sample.whole()) : OptionalInt.empty();
        return Optional.of(new DataChoice(folders, split, size, testShare.number(), trainOnly));
    }

    /** Looks again, for example after files were put right. */
    void lookAgain() {
        scanned = Scanned.NOTHING;
        look();
    }

    /** Stops looking. */
    void close() {
        number++;
        if (job != null) {
            job.cancel();
        }
    }

    private void look() {
        close();
        Optional<DataChoice> choice = choice();
        if (choice.isEmpty() && folders.isEmpty()) {
            state.set(new State.Empty());
        } else if (choice.isPresent()) {
            int mine = number;
            state.set(new State.Scanning(0, 0));
            Scanned known = scanned;
            long with = seed;
            job = runner.start(
                    JobRunner.Lane.IO,
                    (publish, cancellation) -> examination.of(choice.get(), known, with, publish, cancellation),
                    new Looking(mine));
        }
    }

    private final class Looking implements JobRunner.Listener<Object, State> {
        private final int mine;

        Looking(int mine) {
            this.mine = mine;
        }

        @Override
        public void part(Object part) {
            if (mine == number) {
                switch (part) {
                    case Scanned now -> scanned = now;
                    case State now -> state.set(now);
                    default -> throw new IllegalStateException("unknown part " + part);
                }
            }
        }

        @Override
        public void done(State result) {
            part(result);
        }

        @Override
        public void failed(Throwable failure) {
            if (mine == number) {
                state.set(new State.Unusable(FailureWords.told(failure, messages)));
            }
        }
    }
}

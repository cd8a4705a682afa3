package io.crackscope.ui.training;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Label;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.text.Messages;
import io.crackscope.training.DataChoice;
import io.crackscope.training.SplitChoice;
import io.crackscope.training.TrainingWorkflow.DataSource;
import io.crackscope.ui.training.NumberField.Range;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
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
        record Ready(Facts facts, Split split, long counted, Optional<SplitLeaks> leaks) implements State {}

        /** They cannot be used. */
        record Unusable(String problem) implements State {}
    }

    /** What was found. */
    record Facts(int images, int cracks, int duplicates, int conflicts, int refused) {}

    /** What the job publishes. */
    private record Scanned(Dataset dataset) {}

    private final JobRunner runner;
    private final DataSource source;
    private final Messages messages;
    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    private final ObjectProperty<SplitKind> kind = new SimpleObjectProperty<>(SplitKind.GROUPED);
    private final ObjectProperty<@Nullable Path> keptSplit = new SimpleObjectProperty<>();
    private final NumberField sample;
    private final NumberField testShare;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Empty());
    private @Nullable Dataset scanned;
    private @Nullable Cancellation job;
    private int number;
    private long seed = PresetDefaults.SEED;

    DataForm(JobRunner runner, DataSource source, Messages messages) {
        this.runner = runner;
        this.source = source;
        this.messages = messages;
        sample = new NumberField(new Range(3, Integer.MAX_VALUE, true, false, false, true), messages);
        testShare = new NumberField(Range.share(true, 1), messages);
        testShare.set(PresetDefaults.TEST_SHARE);
        folders.addListener((ListChangeListener<Path>) change -> {
            scanned = null;
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
        List<Path> fresh = more.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .filter(path -> !folders.contains(path))
                .toList();
        if (!fresh.isEmpty()) {
            if (kind.get() == SplitKind.FILE) {
                kind.set(SplitKind.GROUPED);
            }
            folders.addAll(fresh);
        }
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
        if (!hasData || !sample.isValid() || !testShare.isValid()) {
            return Optional.empty();
        }
        SplitChoice split = switch (kind.get()) {
            case GROUPED -> new SplitChoice.Grouped(List.of());
            case RANDOM -> new SplitChoice.Random();
            case FILE -> new SplitChoice.Kept(keptSplit.get());
        };
        OptionalInt size = sample.value().isPresent() ? OptionalInt.of(sample.whole()) : OptionalInt.empty();
        // a kept split names its images itself
        return Optional.of(new DataChoice(isKept ? List.of() : folders, split, size, testShare.number()));
    }

    /** Looks again, for example after files were put right. */
    void lookAgain() {
        scanned = null;
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
            Dataset known = scanned;
            long with = seed;
            job = runner.start(
                    JobRunner.Lane.IO,
                    (publish, cancellation) -> examine(choice.get(), known, with, publish, cancellation),
                    new Looking(mine));
        }
    }

    private State.Ready examine(
            DataChoice choice,
            @Nullable Dataset known,
            long with,
            Consumer<Object> publish,
            Cancellation cancellation) {
        Throttle throttle = new Throttle();
        ProgressListener looking =
                (done, total) -> throttle.perhaps(() -> publish.accept(new State.Scanning(done, total)));
        Optional<Split> named =
                choice.isNamed() ? Optional.of(choice.split(List.of(), with, looking, cancellation)) : Optional.empty();
        Dataset dataset = named.map(Dataset::of)
                .orElseGet(() -> known != null ? known : source.scan().scan(choice.folders(), looking, cancellation));
        cancellation.throwIfCancelled();
        if (named.isEmpty()) {
            publish.accept(new Scanned(dataset));
        }
        List<LabelledImage> images = dataset.images();
        if (images.isEmpty()) {
            throw new IllegalArgumentException(messages.get("ui.train.data.nothing"));
        }
        Facts facts = new Facts(
                images.size(),
                (int) images.stream()
                        .filter(image -> image.label() == Label.CRACK)
                        .count(),
                dataset.duplicates().size(),
                dataset.conflicts().size(),
                dataset.refused().size());
        Split split = named.orElseGet(() -> choice.split(images, with, ProgressListener.NONE, cancellation));
        publish.accept(new State.Ready(facts, split, 0, Optional.empty()));
        SplitLeaks leaks = SplitLeaks.of(
                split,
                source.looks(),
                (done, total) ->
                        throttle.perhaps(() -> publish.accept(new State.Ready(facts, split, done, Optional.empty()))),
                cancellation);
        return new State.Ready(facts, split, 0, Optional.of(leaks));
    }

    private final class Looking implements JobRunner.Listener<Object, State.Ready> {
        private final int mine;

        Looking(int mine) {
            this.mine = mine;
        }

        @Override
        public void part(Object part) {
            if (mine == number) {
                switch (part) {
                    case Scanned(Dataset dataset) -> scanned = dataset;
                    case State now -> state.set(now);
                    default -> throw new IllegalStateException("unknown part " + part);
                }
            }
        }

        @Override
        public void done(State.Ready result) {
            part(result);
        }

        @Override
        public void failed(Throwable failure) {
            if (mine == number) {
                state.set(new State.Unusable(FailureWords.of(failure)));
            }
        }
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.Edit;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Part;
import io.crackscope.dataset.PartLeaks;
import io.crackscope.dataset.SetSplit;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.dataset.SplitPlan;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Splits the data set that is open, shows what came of it, and hands it to training. */
public final class SplitModel {
    private static final long SEED = 1;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");

    private final JobRunner runner;
    private final EditModel edits;
    private final Path folder;
    private final Clock clock;
    private final Consumer<SetNotice> say;
    private final ObjectProperty<SplitPlan.Kind> kind = new SimpleObjectProperty<>(SplitPlan.Kind.GROUPED);
    private final DoubleProperty test = new SimpleDoubleProperty(0.2);
    private final StringProperty pattern = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Throwable>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canSplit = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canTrain = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lacksPart = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<Part, SetSplit.Content>> contents = new ReadOnlyObjectWrapper<>(Map.of());

    private @Nullable ImageTable table;
    private boolean measured;
    private boolean splitting;

    /** Keeps splits for training in {@code folder}. */
    SplitModel(JobRunner runner, EditModel edits, Path folder, Clock clock, Consumer<SetNotice> say) {
        this.runner = runner;
        this.edits = edits;
        this.folder = folder;
        this.clock = clock;
        this.say = say;
        kind.addListener(change -> refresh());
        pattern.addListener(change -> refresh());
        edits.revisionProperty().addListener(change -> recount());
    }

    /** By what it is split. */
    public ObjectProperty<SplitPlan.Kind> kindProperty() {
        return kind;
    }

    /** The share that tests, in [0,1). */
    public DoubleProperty testProperty() {
        return test;
    }

    /** The pattern for a split by names. */
    public StringProperty patternProperty() {
        return pattern;
    }

    /** Why it cannot be split as it stands; empty if it can. */
    public ReadOnlyObjectProperty<Optional<Throwable>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canSplitProperty() {
        return canSplit.getReadOnlyProperty();
    }

    /** Whether there is something to learn from and something to judge it with. */
    public ReadOnlyBooleanProperty canTrainProperty() {
        return canTrain.getReadOnlyProperty();
    }

    /** Whether images have parts, and yet there is nothing to learn from or nothing to judge it with. */
    public ReadOnlyBooleanProperty lacksPartProperty() {
        return lacksPart.getReadOnlyProperty();
    }

    /** What is in each part now; empty while no data set is open. */
    public ReadOnlyObjectProperty<Map<Part, SetSplit.Content>> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    /** Works on another data set, of which nothing is measured yet; null for none. */
    void workOn(@Nullable ImageTable other) {
        table = other;
        measured = false;
        problem.set(Optional.empty());
        recount();
    }

    /** All images are measured and grouped. */
    void measured() {
        measured = true;
        recount();
    }

    private void recount() {
        contents.set(table == null ? Map.of() : SetSplit.contents(table));
        refresh();
    }

    private void refresh() {
        boolean needsPattern = kind.get() == SplitPlan.Kind.PATTERN;
        problem.set(needsPattern ? problemOf(pattern.get()) : Optional.empty());
        canSplit.set(table != null
                && measured
                && !splitting
                && problem.get().isEmpty()
                && !(needsPattern && pattern.get().isBlank()));
        boolean isWhole = images(Part.TRAIN) > 0 && images(Part.VALIDATION) > 0;
        canTrain.set(measured && !splitting && isWhole);
        lacksPart.set(
                measured && !splitting && !isWhole && Stream.of(Part.values()).anyMatch(part -> images(part) > 0));
    }

    private int images(Part part) {
        SetSplit.Content content = contents.get().get(part);
        return content == null ? 0 : content.images();
    }

    private static Optional<Throwable> problemOf(String text) {
        try {
            Pattern.compile(text);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e);
        }
    }

    /** Splits all images anew, as one step that can be undone. */
    public void split() {
        ImageTable now = table;
        if (now == null || !canSplit.get()) {
            return;
        }
        SplitPlan plan = new SplitPlan(
                kind.get(),
                test.get(),
                SEED,
                kind.get() == SplitPlan.Kind.PATTERN ? Pattern.compile(pattern.get()) : SplitPlan.NO_PATTERN);
        ImageTable copy = now.copy();
        splitting = true;
        refresh();
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, @Nullable Part[]>) (publish, cancellation) -> plan.parts(copy),
                new JobRunner.Listener<Void, @Nullable Part[]>() {
                    @Override
                    public void done(@Nullable Part[] parts) {
                        splitting = false;
                        if (table == now) {
                            edits.split(plan.kind(), parts);
                        }
                        refresh();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        splitting = false;
                        refresh();
                        if (table == now) {
                            problem.set(Optional.of(failure));
                        }
                    }

                    @Override
                    public void cancelled() {
                        splitting = false;
                        refresh();
                    }
                });
    }

    /** Splits by whole groups: the way out of leaks. */
    public void splitByGroups() {
        kind.set(SplitPlan.Kind.GROUPED);
        split();
    }

    /** Moves all that leaks, and what it is known from, into the training part. */
    public void moveToTraining(PartLeaks leaks) {
        edits.edit(new Edit.Assign(Optional.of(Part.TRAIN)), toTraining(leaks));
    }

    /** The numbers of the images that {@link #moveToTraining} moves: much of what leaks shows is there already. */
    int[] toTraining(PartLeaks leaks) {
        ImageTable now = table;
        return now == null
                ? new int[0]
                : Arrays.stream(leaks.finding().images())
                        .filter(number -> !now.state(number).part().equals(Optional.of(Part.TRAIN)))
                        .toArray();
    }

    /** Writes the split and hands it to {@code taker}. */
    public void train(SplitTaker taker) {
        ImageTable now = table;
        if (now != null && canTrain.get()) {
            String name = now.source().name().replaceAll("[^\\p{L}\\p{N}._-]", "_");
            write(
                    folder.resolve(name + "-" + LocalDateTime.now(clock).format(STAMP) + ".json"),
                    (written, images) -> taker.train(written));
        }
    }

    /** Writes the split into {@code file}. */
    public void save(Path file) {
        write(file, (written, images) -> say.accept(new SetNotice.Written(written, images, List.of())));
    }

    /** Told of the file and the number of images in it: copies of the same bytes count once. */
    private void write(Path file, BiConsumer<Path, Integer> then) {
        ImageTable now = table;
        if (now == null) {
            return;
        }
        ImageTable copy = now.copy();
        String how = edits.splitKind();
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Integer>) (publish, cancellation) -> {
                    Split split = SetSplit.of(copy, how, SEED).split();
                    SplitFile.write(split, file);
                    return split.train().size()
                            + split.validation().size()
                            + split.test().size();
                },
                new JobRunner.Listener<Void, Integer>() {
                    @Override
                    public void done(Integer images) {
                        then.accept(file, images);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        say.accept(new SetNotice.Problem(failure));
                    }
                });
    }
}

package io.crackscope.dataset;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A data set as a person works on it: the images with what is decided and known of each, and all that was done, to be
 * undone and done again. Nothing here touches a disk. Used by one thread at a time.
 */
public final class ImageSet {
    /** The kind of a split whose parts a person or a table gave. */
    static final String BY_HAND = "by hand";

    private final ImageTable table;
    private final List<EditStep> steps = new ArrayList<>();
    private final Map<ImageState, ImageState> known = new HashMap<>();
    private int done;

    public ImageSet(DataSource source, List<ListedImage> images) {
        table = new ImageTable(
                source,
                images,
                images.stream()
                        .map(image -> shared(new ImageState(image.label(), false, image.part())))
                        .toArray(ImageState[]::new));
    }

    private ImageSet(ImageTable table) {
        this.table = table;
    }

    /** Several data sets as one, with what is decided in each; without their steps. One is given back as it is. */
    public static ImageSet together(List<ImageSet> sets) {
        return sets.size() == 1
                ? sets.getFirst()
                : new ImageSet(
                        ImageTable.together(sets.stream().map(ImageSet::table).toList()));
    }

    /** The images as they are at any moment. */
    public ImageTable table() {
        return table;
    }

    /** Takes over what was measured of an image. */
    public void measured(int number, Measurement measurement) {
        table.measurement(number, measurement);
    }

    /** Takes over the groups of all images; null where there is none. */
    public void grouped(@Nullable String[] groups) {
        table.groups(groups);
    }

    /** Takes over the probability in [0,1] that the model gave an image; NaN to forget it. */
    public void judged(int number, double probability) {
        table.probability(number, (float) probability);
    }

    /** Does {@code edit} to {@code numbers}; empty where nothing changes. What was undone before can no longer be redone. */
    public Optional<EditStep> edit(Edit edit, int[] numbers, Clock clock) {
        return change(EditStep.Kind.of(edit), numbers, number -> edit.applyTo(table.state(number)), clock.instant());
    }

    /** Puts every image into the part that {@code parts}, made by {@code kind}, tells, null for none, as one step. */
    public Optional<EditStep> split(SplitPlan.Kind kind, @Nullable Part[] parts, Clock clock) {
        int[] all = new int[table.size()];
        Arrays.setAll(all, i -> i);
        return change(
                EditStep.Kind.of(kind),
                all,
                number -> table.state(number).withPart(Optional.ofNullable(parts[number])),
                clock.instant());
    }

    /**
     * A copy of {@code table} with every image in the part that {@code plan} puts it into.
     *
     * @throws IllegalArgumentException if there are too few images or groups; the message says so
     */
    public static ImageTable split(ImageTable table, SplitPlan plan) {
        ImageSet set = new ImageSet(table.copy());
        set.split(plan.kind(), plan.parts(table), Clock.systemUTC());
        return set.table();
    }

    private Optional<EditStep> change(EditStep.Kind kind, int[] numbers, IntFunction<ImageState> after, Instant now) {
        int[] changed = Arrays.stream(numbers)
                .sorted()
                .distinct()
                .filter(number -> !after.apply(number).equals(table.state(number)))
                .toArray();
        if (changed.length == 0) {
            return Optional.empty();
        }
        List<ImageState> before = new ArrayList<>(changed.length);
        List<ImageState> next = new ArrayList<>(changed.length);
        for (int number : changed) {
            before.add(table.state(number));
            next.add(shared(after.apply(number)));
        }
        while (steps.size() > done) {
            steps.removeLast();
        }
        long id = steps.isEmpty() ? 1 : steps.getLast().id() + 1;
        EditStep step = new EditStep(id, now, kind, changed, before, next);
        steps.add(step);
        redo();
        return Optional.of(step);
    }

    /**
     * Does what was done in an earlier run: {@code id} is the next after those taken over already. Of the states {@code after}
     * only what the step changed counts; the rest is what it is now, as folders and tables may say something new since.
     */
    void restore(long id, Instant at, EditStep.Kind kind, int[] numbers, List<ImageState> after) {
        List<ImageState> before = new ArrayList<>(numbers.length);
        List<ImageState> next = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            ImageState now = table.state(numbers[i]);
            before.add(now);
            next.add(shared(kind.laidOver(now, after.get(i))));
        }
        steps.add(new EditStep(id, at, kind, numbers, before, next));
        redo();
    }

    /** What was done right before {@code step}. */
    Optional<EditStep> preceding(EditStep step) {
        int place = steps.indexOf(step);
        return place < 1 ? Optional.empty() : Optional.of(steps.get(place - 1));
    }

    /** The step that {@link #undo()} would take back. */
    public Optional<EditStep> undoable() {
        return done == 0 ? Optional.empty() : Optional.of(steps.get(done - 1));
    }

    /** How the parts of now were made: the kind of a {@link Split} of them. */
    public String splitKind() {
        return steps.subList(0, done).reversed().stream()
                .flatMap(step -> step.kind().split().stream())
                .findFirst()
                .orElse(BY_HAND);
    }

    /** The step that {@link #redo()} would do again. */
    public Optional<EditStep> redoable() {
        return done == steps.size() ? Optional.empty() : Optional.of(steps.get(done));
    }

    /** Takes back the last step; empty where there is none. */
    public Optional<EditStep> undo() {
        Optional<EditStep> last = undoable();
        last.ifPresent(step -> {
            set(step.images(), step.before());
            done--;
        });
        return last;
    }

    /** Does again what was undone last; empty where there is nothing. */
    public Optional<EditStep> redo() {
        Optional<EditStep> next = redoable();
        next.ifPresent(step -> {
            set(step.images(), step.after());
            done++;
        });
        return next;
    }

    private void set(int[] numbers, List<ImageState> to) {
        for (int i = 0; i < numbers.length; i++) {
            table.state(numbers[i], to.get(i));
        }
    }

    /** What was done to an image and not undone, the oldest first. */
    public List<Change> history(int number) {
        List<Change> changes = new ArrayList<>();
        for (EditStep step : steps.subList(0, done)) {
            int place = step.placeOf(number);
            if (place >= 0) {
                changes.add(new Change(
                        step.at(), step.before().get(place), step.after().get(place)));
            }
        }
        return changes;
    }

    /** One change of one image. */
    public record Change(Instant at, ImageState before, ImageState after) {}

    /** Thousands of images share few states. */
    private ImageState shared(ImageState state) {
        return known.computeIfAbsent(state, key -> key);
    }
}

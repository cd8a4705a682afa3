package io.crackscope.ui.dataset;

import io.crackscope.dataset.Facet;
import io.crackscope.dataset.Finding;
import io.crackscope.dataset.ImageFilter;
import io.crackscope.dataset.ImageOrder;
import io.crackscope.dataset.ImageQuery;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Magnitude;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which images of a data set are shown and in which order. What is shown changes when a person asks for it, and never by
 * itself while it is looked at: numbers beside the filters follow every change, the grid only {@link #refresh()}.
 */
public final class BrowseModel {
    private static final ImageQuery NOTHING =
            new ImageQuery(new int[0], Map.of(), new ImageQuery.Histogram(0, 1, new int[1], 0));

    private final ReadOnlyObjectWrapper<ImageFilter> filter = new ReadOnlyObjectWrapper<>(ImageFilter.ALL);
    private final ReadOnlyObjectWrapper<ImageOrder> order = new ReadOnlyObjectWrapper<>(ImageOrder.LISTED);
    private final ReadOnlyBooleanWrapper falling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Magnitude> magnitude = new ReadOnlyObjectWrapper<>(Magnitude.BRIGHTNESS);
    private final ReadOnlyObjectWrapper<ImageQuery> numbers = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<int[]> shown = new ReadOnlyObjectWrapper<>(new int[0]);
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Finding> finding = new ReadOnlyObjectWrapper<>();
    private final ImageSelection selection = new ImageSelection();

    private @Nullable ImageTable table;
    private double crackFrom = 0.5;
    private List<int[]> copies = List.of();

    public ReadOnlyObjectProperty<ImageFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ImageOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    /** Whether the order is the other way round. */
    public ReadOnlyBooleanProperty fallingProperty() {
        return falling.getReadOnlyProperty();
    }

    /** What the histogram counts. */
    public ReadOnlyObjectProperty<Magnitude> magnitudeProperty() {
        return magnitude.getReadOnlyProperty();
    }

    /** The counts of kinds and the histogram as of now. */
    public ReadOnlyObjectProperty<ImageQuery> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /** The numbers of the images in the grid, in order. */
    public ReadOnlyObjectProperty<int[]> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the grid would show other images, or another order, if it were asked again. */
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** The finding of a check whose images are shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable Finding> findingProperty() {
        return finding.getReadOnlyProperty();
    }

    /** How many images of the data set are labelled otherwise than on disk, or left out. */
    public int changed() {
        return table == null ? 0 : table.relabelled();
    }

    public ImageSelection selection() {
        return selection;
    }

    /** Shows another data set, all of it; null for none. */
    void workOn(@Nullable ImageTable other) {
        table = other;
        copies = List.of();
        filter.set(ImageFilter.ALL);
        finding.set(null);
        order.set(ImageOrder.LISTED);
        falling.set(false);
        selection.show(new int[0]);
        refresh();
    }

    /** The probability from which on the model calls an image a crack. */
    void crackFrom(double threshold) {
        crackFrom = threshold;
        recount();
    }

    double crackFrom() {
        return crackFrom;
    }

    /** Which images are copies of each other, for sorting by that; follows at the next {@link #refresh()}. */
    void copies(List<int[]> clusters) {
        copies = clusters;
    }

    public void choose(Facet.Value kind, boolean chosen) {
        filter(filter.get().with(kind, chosen));
    }

    public void text(String text) {
        filter(filter.get().withText(text));
    }

    public void group(Optional<String> group) {
        filter(filter.get().withGroup(group));
    }

    /** Shows only images whose magnitude of the histogram is within {@code range}; without bounds where it is empty. */
    public void range(Optional<ImageFilter.Range> range) {
        filter(filter.get().with(magnitude.get(), range));
    }

    /** Lets the histogram count another magnitude. */
    public void magnitude(Magnitude other) {
        magnitude.set(other);
        recount();
    }

    public void order(ImageOrder other) {
        order.set(other);
        refresh();
    }

    public void falling(boolean other) {
        falling.set(other);
        refresh();
    }

    /** Shows all images that a check found, copies side by side, what the model contradicts most first. */
    public void show(Finding found) {
        BitSet among = new BitSet();
        for (int image : found.images()) {
            among.set(image);
        }
        finding.set(found);
        order.set(
                switch (found.check()) {
                    case EXACT_DUPLICATES, NEAR_DUPLICATES, CONFLICTS, LEAKS -> ImageOrder.DUPLICATES;
                    case LABEL_SUSPECTS -> ImageOrder.WORST_FIRST;
                    case BLURRED -> ImageOrder.SHARPNESS;
                    case DARK, OVEREXPOSED -> ImageOrder.BRIGHTNESS;
                    case ODD_SIZE -> ImageOrder.SIZE;
                    case UNREADABLE, IMBALANCE -> ImageOrder.LISTED;
                });
        falling.set(false);
        filter(ImageFilter.ALL.withAmong(Optional.of(among)));
    }

    /** Shows all images, what the model contradicts most first. */
    public void worstFirst() {
        order.set(ImageOrder.WORST_FIRST);
        falling.set(false);
        filter(ImageFilter.ALL);
    }

    /** Shows all images again. */
    public void showAll() {
        if (order.get() == ImageOrder.DUPLICATES) {
            order.set(ImageOrder.LISTED);
        }
        filter(ImageFilter.ALL);
    }

    private void filter(ImageFilter next) {
        filter.set(next);
        if (next.among().isEmpty()) {
            finding.set(null);
        }
        refresh();
    }

    /** Shows what filter and order ask for now. */
    public void refresh() {
        ImageQuery now = ask();
        numbers.set(now);
        selection.show(now.images());
        shown.set(now.images());
        outdated.set(false);
    }

    /** Brings the numbers beside the filters up to date; the grid stays. */
    void recount() {
        ImageQuery now = ask();
        numbers.set(now);
        outdated.set(!java.util.Arrays.equals(now.images(), shown.get()));
    }

    private ImageQuery ask() {
        Finding found = finding.get();
        return table == null
                ? NOTHING
                : ImageQuery.of(
                        table,
                        new ImageQuery.Wish(
                                filter.get(),
                                order.get(),
                                falling.get(),
                                magnitude.get(),
                                found == null ? copies : found.clusters(),
                                crackFrom));
    }
}

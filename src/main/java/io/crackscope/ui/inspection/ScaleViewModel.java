package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.ReferenceLength;
import io.crackscope.project.PhotoId;
import io.crackscope.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * How a person says how large a photo's pixels are on the concrete: by a line over something of known length, or as
 * millimetres per pixel. Nothing is guessed and nothing is kept before it is applied. UI executor only.
 */
final class ScaleViewModel {
    /** A pixel of more than that is no photo of concrete from near. */
    private static final double MOST_MILLIMETRES = 1000;

    private final ProjectDesk desk;
    private final ReviewViewModel review;
    private final Messages messages;
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<ScaleLine> line = new ReadOnlyObjectWrapper<>(new ScaleLine(0, 0, 0, 0));
    private final StringProperty length = new SimpleStringProperty("");
    private final StringProperty pixel = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<PhotoScale>> scale = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    ScaleViewModel(ProjectDesk desk, ReviewViewModel review, ObservableValue<?> selected, Messages messages) {
        this.desk = desk;
        this.review = review;
        this.messages = messages;
        selected.addListener(change -> leave());
        line.addListener(change -> refresh());
        length.addListener(change -> refresh());
        pixel.addListener(change -> refresh());
    }

    /** Whether line and fields are shown. */
    ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** The line over the photo. */
    ReadOnlyObjectProperty<ScaleLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** What is typed as the length of the line, in millimetres. */
    StringProperty lengthProperty() {
        return length;
    }

    /** What is typed as the size of a pixel, in millimetres; counts where no length is typed. */
    StringProperty pixelProperty() {
        return pixel;
    }

    /** The scale that would be applied; empty while there is none. */
    ReadOnlyObjectProperty<Optional<PhotoScale>> scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** What line and fields amount to. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Why what is typed cannot be; empty where it can or nothing is typed. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Begins with a line across what is seen, or puts the line there again. Nothing happens where nothing can be saved. */
    void measure(Area seen) {
        if (review.canReviewProperty().get()) {
            line.set(ScaleLine.across(seen));
            measuring.set(true);
        }
    }

    /** Ends without a change. */
    void leave() {
        measuring.set(false);
        length.set("");
        pixel.set("");
    }

    /** Moves an end of the line. */
    void move(boolean isFirst, double x, double y) {
        line.set(line.get().with(isFirst, x, y));
    }

    /** The photos that the scale would be applied to. */
    List<PhotoRow> photos() {
        return review.rows();
    }

    /** Gives these photos the scale, as one step to undo, and ends. */
    void apply() {
        scale.get().ifPresent(now -> {
            keep(Optional.of(now));
            leave();
        });
    }

    /** Takes the scale of these photos away, as one step to undo, and ends. */
    void remove() {
        keep(Optional.empty());
        leave();
    }

    private void keep(Optional<PhotoScale> now) {
        List<PhotoId> ids =
                photos().stream().map(PhotoRow::id).filter(Objects::nonNull).toList();
        desk.change(project -> project.scale(ids, now));
    }

    private void refresh() {
        String typedLength = length.get().strip();
        String typedPixel = pixel.get().strip();
        boolean isMeasured = !typedLength.isEmpty() || typedPixel.isEmpty();
        String typed = isMeasured ? typedLength : typedPixel;
        double value = number(typed);
        double pixels = line.get().length();
        scale.set(Optional.empty());
        problem.set("");
        words.set(isMeasured ? messages.get("ui.scale.line", pixels) : "");
        if (typed.isEmpty()) {
            return;
        }
        if (!(value > 0 && (isMeasured ? value / pixels : value) <= MOST_MILLIMETRES)) {
            problem.set(messages.get("ui.scale.wrong"));
        } else if (!isMeasured) {
            scale.set(Optional.of(new PhotoScale(value, messages.get("ui.scale.source.typed"))));
        } else if (pixels < ReferenceLength.LEAST_PIXELS) {
            problem.set(messages.get("ui.scale.short", ReferenceLength.LEAST_PIXELS));
        } else {
            ReferenceLength known = new ReferenceLength(pixels, value);
            String source = messages.get("ui.scale.source.line", value, pixels);
            scale.set(Optional.of(new PhotoScale(known.millimetresPerPixel(), source)));
            words.set(messages.get("ui.scale.measured", pixels, known.millimetresPerPixel(), known.error()));
        }
    }

    /** Reads both decimal marks; not a number where it is none. */
    private static double number(String typed) {
        try {
            return Double.parseDouble(typed.replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

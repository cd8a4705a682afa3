package io.crackscope.ui.inspection;

import io.crackscope.domain.KnownLength;
import io.crackscope.domain.PhotoScale;
import io.crackscope.project.PhotoId;
import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.ScaleLine.End;
import io.crackscope.ui.inspection.ScaleLine.Mark;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * How large a photo's pixels are, said by a person: by a line over something of known length, or as a number. UI executor
 * only.
 */
final class ScaleViewModel {
    /** What the typed number means. */
    enum Unit {
        MILLIMETRES(1),
        CENTIMETRES(10),
        METRES(1000),
        /** The scale itself, without a line. */
        MILLIMETRES_PER_PIXEL(1);

        private final double millimetres;

        Unit(double millimetres) {
            this.millimetres = millimetres;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?");

    /** A sign that may part thousands as well as decimals. */
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}([.,])\\d{3}");

    private final ReviewViewModel review;
    private final ProjectDesk desk;
    private final ReadOnlyObjectProperty<PhotoRow> selected;
    private final Messages messages;
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ScaleLine>> line = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty number = new SimpleStringProperty("");
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(Unit.MILLIMETRES);
    private final ReadOnlyIntegerWrapper others = new ReadOnlyIntegerWrapper();
    private final BooleanProperty forOthers = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ScaleDraft> draft;
    private final ObservableValue<Optional<PhotoScale>> scale;

    ScaleViewModel(InspectionViewModel model, Messages messages) {
        this.review = model.review();
        this.desk = model.desk();
        this.selected = model.selectedProperty();
        this.messages = messages;
        this.scale = selected.flatMap(PhotoRow::scaleProperty).orElse(Optional.empty());
        this.draft = new ReadOnlyObjectWrapper<>(come());
        line.addListener(change -> draft.set(come()));
        number.addListener(change -> draft.set(come()));
        unit.addListener(change -> draft.set(come()));
        forOthers.addListener(change -> draft.set(come()));
        review.chosenProperty().addListener(change -> count());
        review.canReviewProperty().subscribe(can -> leaveUnless(can));
        selected.addListener((observable, before, now) -> {
            line.set(Optional.empty());
            count();
        });
    }

    /** Whether a person is at it. */
    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Whether the selected photo belongs to an inspection that can be changed. */
    ReadOnlyBooleanProperty canStartProperty() {
        return review.canReviewProperty();
    }

    ReadOnlyObjectProperty<Optional<ScaleLine>> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** The number as it was typed. */
    StringProperty numberProperty() {
        return number;
    }

    ObjectProperty<Unit> unitProperty() {
        return unit;
    }

    /** How many photos are chosen besides the selected one. */
    ReadOnlyIntegerProperty othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** Whether the other chosen photos get or lose the scale too. */
    BooleanProperty forOthersProperty() {
        return forOthers;
    }

    ReadOnlyObjectProperty<ScaleDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The scale that the selected photo has. */
    ObservableValue<Optional<PhotoScale>> scaleProperty() {
        return scale;
    }

    void toggle() {
        if (active.get()) {
            leave();
        } else if (canStartProperty().get()) {
            line.set(Optional.empty());
            number.set("");
            unit.set(Unit.MILLIMETRES);
            forOthers.set(false);
            count();
            active.set(true);
        }
    }

    /** Ends it without a change. */
    void leave() {
        active.set(false);
        line.set(Optional.empty());
    }

    void draw(ScaleLine drawn) {
        if (active.get()) {
            line.set(Optional.of(drawn));
        }
    }

    /** Puts one end of the line elsewhere in its photo, which is {@code width} times {@code height} pixels large. */
    void move(End end, Mark mark, double width, double height) {
        line.get().ifPresent(now -> line.set(Optional.of(now.with(end, mark, width, height))));
    }

    /** Sets the scale, if there is one to set. */
    void apply() {
        if (active.get() && draft.get() instanceof ScaleDraft.Ready(PhotoScale made, Optional<KnownLength> measured)) {
            change(Optional.of(made));
        }
    }

    /** Takes the scale away. */
    void remove() {
        if (active.get() && scale.getValue().isPresent()) {
            change(Optional.empty());
        }
    }

    private void change(Optional<PhotoScale> wanted) {
        PhotoId one = selected.get().id();
        List<PhotoId> photos = forOthers.get() || one == null ? review.ids() : List.of(one);
        desk.change(project -> project.scale(photos, wanted));
        leave();
    }

    private void count() {
        others.set(Math.max(0, review.ids().size() - 1));
        if (others.get() == 0) {
            forOthers.set(false);
        }
    }

    private void leaveUnless(boolean can) {
        if (!can) {
            leave();
        }
    }

    private ScaleDraft come() {
        String typed = number.get().strip();
        boolean direct = unit.get() == Unit.MILLIMETRES_PER_PIXEL;
        double pixels = line.get().map(ScaleLine::length).orElse(0.0);
        if (!direct && line.get().isEmpty()) {
            return new ScaleDraft.Open(messages.get("ui.scale.open.line"));
        }
        if (!direct && pixels < KnownLength.LEAST_PIXELS) {
            return new ScaleDraft.Wrong(messages.get("ui.scale.wrong.short", pixels, KnownLength.LEAST_PIXELS));
        }
        if (typed.isEmpty()) {
            return new ScaleDraft.Open(
                    direct ? messages.get("ui.scale.open.direct") : messages.get("ui.scale.open.length", pixels));
        }
        if (!NUMBER.matcher(typed).matches()) {
            return new ScaleDraft.Wrong(messages.get("ui.scale.wrong.number"));
        }
        if (isAmbiguous(typed)) {
            return new ScaleDraft.Wrong(messages.get("ui.scale.wrong.thousands"));
        }
        double value = Double.parseDouble(typed.replace(',', '.')) * unit.get().millimetres;
        if (value <= 0) {
            return new ScaleDraft.Wrong(messages.get("ui.scale.wrong.positive"));
        }
        double endError = line.get().map(ScaleLine::endError).orElse(1.0);
        Optional<KnownLength> known = direct ? Optional.empty() : Optional.of(new KnownLength(pixels, value, endError));
        double millimetresPerPixel = known.map(KnownLength::millimetresPerPixel).orElse(value);
        if (!PhotoScale.isPlausible(millimetresPerPixel)) {
            return new ScaleDraft.Wrong(messages.get(
                    "ui.scale.wrong.range",
                    String.format(messages.locale(), "%.2g", millimetresPerPixel),
                    PhotoScale.LEAST,
                    PhotoScale.MOST));
        }
        String source =
                known.map(measured -> source(measured, typed)).orElseGet(() -> messages.get("ui.scale.source.typed"));
        return new ScaleDraft.Ready(new PhotoScale(millimetresPerPixel, source), known);
    }

    private String source(KnownLength known, String typed) {
        String length = typed + "\u00a0"
                + messages.get("ui.scale.unit." + unit.get().name().toLowerCase(java.util.Locale.ROOT));
        PhotoRow row = selected.get();
        return forOthers.get() && row != null
                ? messages.get(
                        "ui.scale.source.measured_on", known.pixels(), length, 100 * known.uncertainty(), row.name())
                : messages.get("ui.scale.source.measured", known.pixels(), length, 100 * known.uncertainty());
    }

    /** "1,000" is a thousand to some and one to others: a scale must not be wrong by a thousand. */
    private boolean isAmbiguous(String typed) {
        var thousands = THOUSANDS.matcher(typed);
        return thousands.matches()
                && thousands.group(1).charAt(0)
                        != DecimalFormatSymbols.getInstance(messages.locale()).getDecimalSeparator();
    }
}

package io.crackscope.ui.training;

import io.crackscope.learning.Augmentation;
import io.crackscope.text.Messages;
import io.crackscope.ui.training.NumberField.Range;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How tiles are varied, as a form: not at all, as usual, or as a person says. */
final class AugmentationForm {
    /** Which of the three. */
    enum Kind {
        NONE,
        STANDARD,
        OWN
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.STANDARD);
    private final BooleanProperty flips = new SimpleBooleanProperty(true);
    private final Map<String, NumberField> parts = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Augmentation>> augmentation =
            new ReadOnlyObjectWrapper<>(Optional.of(Augmentation.STANDARD));

    AugmentationForm(Messages messages) {
        part(messages, "scale", new Range(1, 4, false, false, false, false), Augmentation::scale);
        part(messages, "light", Range.share(true, 1), Augmentation::light);
        part(messages, "grey", Range.share(false, 1), Augmentation::grey);
        part(messages, "blur", Range.share(false, 1), Augmentation::blur);
        part(messages, "noise", Range.share(false, 1), Augmentation::noise);
        part(messages, "jpeg", Range.share(false, 1), Augmentation::jpeg);
        kind.addListener((observable, before, now) -> refresh());
        flips.addListener((observable, before, now) -> refresh());
    }

    private void part(Messages messages, String name, Range range, ToDoubleFunction<Augmentation> usual) {
        NumberField field = new NumberField(range, messages);
        field.set(usual.applyAsDouble(Augmentation.STANDARD));
        field.textProperty().addListener((observable, before, now) -> refresh());
        parts.put(name, field);
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    BooleanProperty flipsProperty() {
        return flips;
    }

    /** The numbers of {@link Kind#OWN} by name, in order. */
    Map<String, NumberField> parts() {
        return parts;
    }

    /** What the form says; empty while a number of it is wrong. */
    ReadOnlyObjectProperty<Optional<Augmentation>> augmentationProperty() {
        return augmentation.getReadOnlyProperty();
    }

    /** Shows {@code wanted}; who then turns to numbers of their own begins with the usual ones if it was none. */
    void set(Augmentation wanted) {
        boolean none = wanted.equals(Augmentation.NONE);
        Augmentation numbers = none ? Augmentation.STANDARD : wanted;
        flips.set(numbers.flips());
        parts.get("scale").set(numbers.scale());
        parts.get("light").set(numbers.light());
        parts.get("grey").set(numbers.grey());
        parts.get("blur").set(numbers.blur());
        parts.get("noise").set(numbers.noise());
        parts.get("jpeg").set(numbers.jpeg());
        kind.set(none ? Kind.NONE : wanted.equals(Augmentation.STANDARD) ? Kind.STANDARD : Kind.OWN);
    }

    private void refresh() {
        augmentation.set(
                switch (kind.get()) {
                    case NONE -> Optional.of(Augmentation.NONE);
                    case STANDARD -> Optional.of(Augmentation.STANDARD);
                    case OWN -> own();
                });
    }

    private Optional<Augmentation> own() {
        if (!parts.values().stream().allMatch(NumberField::isValid)) {
            return Optional.empty();
        }
        return Optional.of(new Augmentation(
                flips.get(),
                parts.get("scale").number(),
                parts.get("light").number(),
                parts.get("grey").number(),
                parts.get("blur").number(),
                parts.get("noise").number(),
                parts.get("jpeg").number()));
    }
}

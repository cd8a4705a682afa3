package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number that a person types: its text, and what is wrong with it in words. */
final class NumberField {
    private final Range range;
    private final Messages messages;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private double least;

    /**
     * What is allowed.
     *
     * @param least smallest value
     * @param most largest value
     * @param whole whether it must be a whole number
     * @param openBelow whether {@code least} itself is too small
     * @param openAbove whether {@code most} itself is too large
     * @param mayBeEmpty whether it may be left out
     */
    record Range(double least, double most, boolean whole, boolean openBelow, boolean openAbove, boolean mayBeEmpty) {
        static Range whole(double least, double most) {
            return new Range(least, most, true, false, false, false);
        }

        static Range share(boolean openAbove, double most) {
            return new Range(0, most, false, false, openAbove, false);
        }
    }

    NumberField(Range range, Messages messages) {
        this.range = range;
        this.messages = messages;
        this.least = range.least();
        text.addListener((observable, before, now) -> check());
        check();
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is wrong and what is allowed; empty if nothing is wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    boolean isValid() {
        return problem.get().isEmpty();
    }

    /** The number; empty where it is left out or wrong. */
    OptionalDouble value() {
        return isValid() ? parsed() : OptionalDouble.empty();
    }

    /** The number of a valid field that may not be empty. */
    double number() {
        return value().orElseThrow();
    }

    /** As {@link #number()}, whole. */
    int whole() {
        return (int) number();
    }

    /** Writes {@code value} as people here do. */
    void set(double value) {
        text.set(format(value));
    }

    /** Moves the smallest value allowed. */
    void least(double value) {
        least = value;
        check();
    }

    private void check() {
        String typed = text.get().strip();
        if (typed.isEmpty()) {
            problem.set(range.mayBeEmpty() ? "" : messages.get("ui.train.field.empty"));
            return;
        }
        OptionalDouble value = parsed();
        if (value.isEmpty()) {
            problem.set(messages.get("ui.train.field.number", typed));
            return;
        }
        double number = value.getAsDouble();
        boolean isLow = range.openBelow() ? !(number > least) : !(number >= least);
        boolean isHigh = range.openAbove() ? !(number < range.most()) : !(number <= range.most());
        if (isLow || isHigh) {
            problem.set(allowed());
        } else if (range.whole() && number != Math.rint(number)) {
            problem.set(messages.get("ui.train.field.whole"));
        } else {
            problem.set("");
        }
    }

    private String allowed() {
        String low = format(least);
        String high = format(range.most());
        if (range.most() == Double.MAX_VALUE || range.most() == Integer.MAX_VALUE) {
            return messages.get(range.openBelow() ? "ui.train.field.above" : "ui.train.field.least", low);
        }
        return messages.get(
                range.openBelow()
                        ? "ui.train.field.above_to"
                        : range.openAbove() ? "ui.train.field.to_below" : "ui.train.field.to",
                low,
                high);
    }

    /** Both decimal signs are understood; who types a thousands sign is told that it is no number. */
    private OptionalDouble parsed() {
        String typed = text.get().strip().replace(',', '.');
        try {
            double value = Double.parseDouble(typed);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private String format(double value) {
        return new DecimalFormat("0.##########", DecimalFormatSymbols.getInstance(messages.locale())).format(value);
    }
}

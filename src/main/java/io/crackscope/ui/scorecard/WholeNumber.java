package io.crackscope.ui.scorecard;

import java.util.function.Supplier;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers; of anything else it makes the number that was there before. */
final class WholeNumber extends StringConverter<Integer> {
    private final Supplier<Integer> before;

    WholeNumber(Supplier<Integer> before) {
        this.before = before;
    }

    @Override
    public String toString(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return before.get();
        }
    }
}

package io.crackscope.cli;

import java.util.Map;

/**
 * What the program's output goes to.
 *
 * @param width columns of text
 * @param outputShown whether standard output is a terminal that a person reads
 * @param errorShown whether standard error is
 * @param colour whether colours may be used where a terminal is read
 */
public record Terminal(int width, boolean outputShown, boolean errorShown, boolean colour) {
    private static final int USUAL_WIDTH = 100;

    /**
     * A terminal as the environment describes it: no colour where {@code NO_COLOR} is set to anything (no-color.org) or
     * {@code TERM} is {@code dumb}; the width of {@code COLUMNS} where that is a number.
     */
    public static Terminal of(boolean outputShown, boolean errorShown, Map<String, String> environment) {
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", ""));
        int width = USUAL_WIDTH;
        try {
            width = Math.clamp(Integer.parseInt(environment.getOrDefault("COLUMNS", "")), 40, 500);
        } catch (NumberFormatException e) {
            // unset or not a number: the usual width
        }
        return new Terminal(width, outputShown, errorShown, colour);
    }
}

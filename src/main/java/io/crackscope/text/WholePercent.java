package io.crackscope.text;

/** Shares and probabilities as people read them, the same in the window, on the terminal and in reports. */
public final class WholePercent {
    private WholePercent() {}

    /**
     * {@code 37 %}, with a space that does not break; {@code <1 %} below 1 and {@code >99 %} above 99: 0 and 100 only if it is
     * exactly that, since a model that says 99.7 % does not know.
     *
     * @param share in [0,1]
     */
    public static String of(double share) {
        String number;
        if (share > 0 && share < 0.01) {
            number = "<1";
        } else if (share > 0.99 && share < 1) {
            number = ">99";
        } else {
            number = Long.toString(Math.round(100 * share));
        }
        return number + "\u00a0%";
    }
}

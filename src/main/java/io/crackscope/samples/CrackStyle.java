package io.crackscope.samples;

/** How a crack is to look; widths in pixels. */
public enum CrackStyle {
    /** One line, about 1 to 2.5 wide. */
    HAIRLINE(1.1, 2.3),
    /** One line, about 3 to 8 wide, now and then interrupted. */
    MEDIUM(3.2, 7),
    /** One line, about 12 to 32 wide with places up to 40, spalled edges. */
    WIDE(13, 27),
    /** A line with branches and strands that leave it and come back. */
    BRANCHED(2.5, 9),
    /** A net of fine cracks over part of the surface. */
    MAP(1.1, 2.6);

    private final double thinnest;
    private final double widest;

    CrackStyle(double thinnest, double widest) {
        this.thinnest = thinnest;
        this.widest = widest;
    }

    /** A typical width of one crack of this style. */
    double width(Dice dice) {
        return dice.between(thinnest, widest);
    }
}

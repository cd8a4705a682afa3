package io.crackscope.imaging;

/**
 * How the stored rows and columns of a photo lie in the scene: the values 1 to 8 of the EXIF tag Orientation (0x0112,
 * CIPA DC-008).
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    TURNED_180(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURNED_LEFT(true, false, true);

    /** Whether stored rows are columns of the scene. */
    final boolean swapsSides;
    /** Whether the scene's x axis runs against the stored axis it comes from. */
    final boolean reversesX;
    /** Whether the scene's y axis runs against the stored axis it comes from. */
    final boolean reversesY;

    Orientation(boolean swapsSides, boolean reversesX, boolean reversesY) {
        this.swapsSides = swapsSides;
        this.reversesX = reversesX;
        this.reversesY = reversesY;
    }

    /** The orientation of an EXIF value; upright for any value outside 1 to 8. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /** Whether stored columns run from the scene's far side. */
    boolean reversesColumns() {
        return swapsSides ? reversesY : reversesX;
    }

    /** Whether stored rows run from the scene's far side. */
    boolean reversesRows() {
        return swapsSides ? reversesX : reversesY;
    }
}

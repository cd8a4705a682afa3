package io.crackscope.ui.inspection;

/**
 * The colour map "inferno" by Nathaniel Smith and Stéfan van der Walt (2015, CC0), perceptually uniform: equal steps of
 * a number look like equal steps, also to the colour-blind and in print. Read off at 33 places, straight between them.
 */
final class Inferno {
    private static final int[] COLOURS = {
        0x000004, 0x040312, 0x0B0724, 0x150B37, 0x210C4A, 0x2F0A5B, 0x3D0965, 0x4A0C6B, 0x57106E, 0x64156E, 0x71196E,
        0x7D1E6D, 0x8A226A, 0x972766, 0xA32C61, 0xB0315B, 0xBC3754, 0xC63D4D, 0xD04545, 0xDA4E3C, 0xE35933, 0xEB6429,
        0xF1711F, 0xF67E14, 0xF98C0A, 0xFB9B06, 0xFCAA0F, 0xFBBA1F, 0xF9C932, 0xF5D949, 0xF2E865, 0xF3F586, 0xFCFFA4
    };

    private Inferno() {}

    /** The colour, 0xRRGGBB, of {@code share} in [0,1]; values outside are taken as the nearest end. */
    static int rgb(double share) {
        double place = Math.clamp(share, 0, 1) * (COLOURS.length - 1);
        int below = (int) Math.min(place, COLOURS.length - 2);
        double part = place - below;
        int a = COLOURS[below];
        int b = COLOURS[below + 1];
        return between(a >> 16 & 255, b >> 16 & 255, part) << 16
                | between(a >> 8 & 255, b >> 8 & 255, part) << 8
                | between(a & 255, b & 255, part);
    }

    private static int between(int a, int b, double part) {
        return (int) Math.round(a + part * (b - a));
    }
}

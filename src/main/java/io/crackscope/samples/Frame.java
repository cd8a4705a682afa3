package io.crackscope.samples;

/** The picture that props are placed in: its size in pixels and the look of the surface. */
record Frame(int width, int height, Look look) {
    float scale() {
        return look.scale();
    }

    int shortSide() {
        return Math.min(width, height);
    }

    Box box(double left, double top, double right, double bottom) {
        return Box.around(left, top, right, bottom, width, height);
    }

    /** A straight line right through the picture, by a point in its middle part, nearly upright or nearly level. */
    Stroke across(boolean upright, double lean, double strokeWidth, Dice dice) {
        double tilt = dice.between(-lean, lean);
        if (upright) {
            double x = width * dice.between(0.2, 0.8);
            return Stroke.straight(x - tilt * height / 2, -60, x + tilt * height / 2, height + 60, strokeWidth);
        }
        double y = height * dice.between(0.2, 0.8);
        return Stroke.straight(-60, y - tilt * width / 2, width + 60, y + tilt * width / 2, strokeWidth);
    }
}

package io.crackscope.text;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import java.util.Optional;

/** Sizes, lengths and places of photos as people read them, the same in the window and in reports. */
public final class PhotoFigures {
    private static final String TIMES = " \u00d7 ";
    private static final char NO_BREAK = '\u00a0';

    private final Messages messages;

    public PhotoFigures(Messages messages) {
        this.messages = messages;
    }

    /** {@code 4608 × 3456}: pixels as cameras write them. */
    public static String pixels(int width, int height) {
        return width + TIMES + height;
    }

    /** {@code 4608 × 3456 px, 15.9 MP}. */
    public String size(int width, int height) {
        return messages.get("photo.size", width, height, (double) width * height / 1e6);
    }

    /** {@code 305 × 8.2}: what so many pixels are on the concrete, in millimetres. */
    public String millimetres(int width, int height, PhotoScale scale) {
        return millimetres(width * scale.millimetresPerPixel())
                + TIMES
                + millimetres(height * scale.millimetresPerPixel());
    }

    /** In whole millimetres, below ten with one decimal. */
    private String millimetres(double length) {
        return fixed(length < 9.95 ? 1 : 0, length);
    }

    /** {@code 0.340 mm/px} and where that is known from. */
    public String scale(PhotoScale scale) {
        String figure = String.format(messages.locale(), "%.3g", scale.millimetresPerPixel());
        return scale.source().isBlank()
                ? messages.get("ui.scale.value", figure)
                : messages.get("ui.scale.value.source", figure, scale.source());
    }

    /** Degrees with five decimals, which is a metre; empty where the photo holds none. */
    public Optional<String> position(PhotoFacts facts) {
        if (facts.latitude().isEmpty() || facts.longitude().isEmpty()) {
            return Optional.empty();
        }
        double latitude = facts.latitude().getAsDouble();
        double longitude = facts.longitude().getAsDouble();
        return Optional.of(degrees(latitude) + (latitude < 0 ? "S" : "N") + ", " + degrees(longitude)
                + (longitude < 0 ? "W" : messages.get("ui.facts.east")));
    }

    private String degrees(double degrees) {
        return fixed(5, Math.abs(degrees)) + "\u00b0" + NO_BREAK;
    }

    private String fixed(int places, double value) {
        return String.format(messages.locale(), "%." + places + "f", value);
    }
}

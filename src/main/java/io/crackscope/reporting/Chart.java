package io.crackscope.reporting;

import java.util.List;

/**
 * A drawing as geometry: what an SVG shows and what a PDF page shows is drawn from these marks and therefore the same.
 * Lengths are points (1/72 inch) in the PDF; y grows downwards.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param marks in the order in which they are drawn
 * @param description what the drawing shows, for people who cannot see it
 */
public record Chart(double width, double height, List<Mark> marks, String description) {
    public Chart {
        marks = List.copyOf(marks);
    }

    /** Something to draw. */
    public sealed interface Mark {}

    /** A line through points, open; {@code dashed} or whole. */
    public record Path(double[] x, double[] y, Ink ink, double width, boolean dashed) implements Mark {}

    /** A filled rectangle. */
    public record Box(double x, double y, double width, double height, Ink ink, double opacity) implements Mark {}

    /** A filled circle. */
    public record Dot(double x, double y, double radius, Ink ink) implements Mark {}

    /** Words; {@code y} is the baseline, {@code x} what {@code anchor} says; {@code upwards} turns them left by 90 degrees. */
    public record Words(
            double x, double y, String text, double size, Anchor anchor, Ink ink, boolean bold, boolean upwards)
            implements Mark {}

    /** Where words stand relative to their point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A straight line. */
    static Path line(double x1, double y1, double x2, double y2, Ink ink, double width) {
        return new Path(new double[] {x1, x2}, new double[] {y1, y2}, ink, width, false);
    }
}

package io.crackscope.reporting;

import io.crackscope.domain.Verdict;
import java.awt.Color;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The sign of a verdict, as in the window: filled diamond, half diamond, ring, and a slash where there is none. */
final class PdfMark {
    /** Length of the arms of a Bezier quarter circle of radius 1. */
    private static final double KAPPA = 0.5523;

    private PdfMark() {}

    /** Draws the sign around a middle, {@code radius} points from it to its corners. */
    static void draw(PdfPages pages, Optional<Verdict> verdict, double x, double middle, double radius)
            throws IOException {
        pages.decoration(
                () -> sign(pages.content(), verdict, (float) x, (float) (pages.height() - middle), (float) radius));
    }

    private static void sign(PDPageContentStream on, Optional<Verdict> verdict, float x, float y, float r)
            throws IOException {
        Color colour = Color.decode(InspectionSections.ink(verdict).light());
        on.setStrokingColor(colour);
        on.setNonStrokingColor(colour);
        on.setLineWidth(r / 4);
        if (verdict.isEmpty()) {
            on.moveTo(x - r * 0.6f, y - r * 0.8f);
            on.lineTo(x + r * 0.6f, y + r * 0.8f);
            on.stroke();
            return;
        }
        switch (verdict.get()) {
            case CRACK -> {
                diamond(on, x, y, r);
                on.fill();
            }
            case UNCERTAIN -> {
                on.moveTo(x, y + r);
                on.lineTo(x - r, y);
                on.lineTo(x, y - r);
                on.closePath();
                on.fill();
                diamond(on, x, y, r - r / 8);
                on.stroke();
            }
            case NO_CRACK -> {
                circle(on, x, y, r * 0.8f);
                on.stroke();
            }
        }
    }

    private static void diamond(PDPageContentStream on, float x, float y, float r) throws IOException {
        on.moveTo(x, y + r);
        on.lineTo(x + r, y);
        on.lineTo(x, y - r);
        on.lineTo(x - r, y);
        on.closePath();
    }

    /** A circle as four Bezier curves. */
    static void circle(PDPageContentStream on, float x, float y, float r) throws IOException {
        float k = (float) (KAPPA * r);
        on.moveTo(x + r, y);
        on.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        on.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        on.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        on.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    }
}

package io.crackscope.reporting;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * What stands on every page.
 *
 * @param head above left
 * @param foot below left
 * @param number below right: of a page's number and how many there are
 * @param warning above right: of what a page warns, where it warns of anything
 */
record PdfFurniture(String head, String foot, BinaryOperator<String> number, Function<List<String>, String> warning) {
    private static final double SMALL = 7.5;
    private static final Color BANNER = Color.decode("#fff4e5");
    private static final Color BANNER_EDGE = Color.decode("#d98a1f");

    /** Draws on the page of {@code index}, from 0, of {@code of}. */
    void draw(PdfPages pages, PDPageContentStream on, int index, int of, List<String> warnings) throws IOException {
        double above = pages.top() - 28;
        double below = pages.bottom() + 28;
        for (double at : new double[] {pages.top() - 22, pages.bottom() + 16}) {
            pages.line(on, pages.left(), pages.right(), at, Color.decode(Ink.GRID.light()), 0.6);
        }
        double room = pages.measure();
        if (!warnings.isEmpty()) {
            String words = pages.fitted(warning.apply(warnings), room * 0.6, SMALL, true);
            double width = pages.width(words, SMALL, true) + 14;
            room -= width + 10;
            double left = pages.right() - width;
            bar(pages, on, left, width, BANNER);
            bar(pages, on, left, 3, BANNER_EDGE);
            pages.show(on, words, left + 8, above - 0.5, SMALL, true, Ink.TEXT, false);
        }
        pages.show(on, pages.fitted(head, room, SMALL, false), pages.left(), above, SMALL, false, Ink.MUTED, false);
        String page = number.apply(String.valueOf(index + 1), String.valueOf(of));
        double numbered = pages.right() - pages.width(page, SMALL, false);
        String words = pages.fitted(foot, numbered - pages.left() - 12, SMALL, false);
        pages.show(on, words, pages.left(), below, SMALL, false, Ink.MUTED, false);
        pages.show(on, page, numbered, below, SMALL, false, Ink.MUTED, false);
    }

    private static void bar(PdfPages pages, PDPageContentStream on, double x, double width, Color colour)
            throws IOException {
        on.setNonStrokingColor(colour);
        on.addRect((float) x, (float) (pages.height() - pages.top() + 24), (float) width, 15);
        on.fill();
    }
}

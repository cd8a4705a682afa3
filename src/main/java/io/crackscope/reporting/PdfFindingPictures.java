package io.crackscope.reporting;

import io.crackscope.reporting.FindingPictures.Shown;
import io.crackscope.text.PhotoFigures;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sets the pictures of a finding: the photo, its crack map beside it, close-ups below. */
final class PdfFindingPictures {
    private static final double GAP = 10;
    private static final double TALLEST = 232;
    private static final double SMALL = 7;
    private static final double SMALL_LINE = 9.5;

    private final PdfPages pages;
    private final InspectionWords words;

    PdfFindingPictures(PdfPages pages, InspectionWords words) {
        this.pages = pages;
        this.words = words;
    }

    /** The pictures that a page of this width shows, at {@code dpi}. */
    static FindingPictures.Wanted wanted(PdfPages pages, int dpi, Locale language) {
        double half = (pages.measure() - GAP) / 2;
        return new FindingPictures.Wanted(
                pixels(half, dpi),
                pixels(TALLEST, dpi),
                pixels(detailWidth(pages, 2), dpi),
                true,
                PdfInspection.QUALITY,
                language);
    }

    /** Fewer close-ups are larger, two as wide as the photo. */
    private static double detailWidth(PdfPages pages, int count) {
        int beside = Math.max(2, count);
        return (pages.measure() - (beside - 1) * GAP) / beside;
    }

    static int pixels(double points, int dpi) {
        return (int) Math.round(points / 72 * dpi);
    }

    private double columnWidth() {
        return (pages.measure() - GAP) / 2;
    }

    /** Height of the photo and the crack map with their captions. */
    double height(Shown shown) {
        return bare(shown) + (shown.bar().isPresent() ? 2 : 1) * SMALL_LINE + 8;
    }

    private double bare(Shown shown) {
        double half = columnWidth();
        double height = 0;
        for (Optional<JpegFile> some : List.of(shown.photo(), shown.map())) {
            if (some.isPresent()) {
                JpegFile jpeg = some.get();
                height = Math.max(height, Math.min(TALLEST, half * jpeg.height() / jpeg.width()));
            }
        }
        return height;
    }

    void write(Finding finding, Shown shown) throws IOException {
        double height = bare(shown);
        double caption = shown.bar().isPresent() ? 2 * SMALL_LINE : SMALL_LINE;
        pages.need(height + caption + 10);
        String name = finding.photo().name();
        double x = pages.left();
        if (shown.photo().isPresent()) {
            String what = words.get(
                    shown.closeUps().isEmpty() ? "inspection.finding.photo.plain" : "inspection.finding.photo");
            picture(shown.photo().get(), x, height, words.get("inspection.finding.photo.alt", name));
            caption(what, x, height);
            if (shown.bar().isPresent()) {
                String bar = words.get(
                        "inspection.finding.bar", words.length(shown.bar().get()));
                caption(bar, x, height + SMALL_LINE);
            }
            x += columnWidth() + GAP;
        }
        if (shown.map().isPresent()) {
            String alt = words.get(
                    "inspection.finding.map.alt", name, finding.evidence().size());
            picture(shown.map().get(), x, height, alt);
            caption(words.get("inspection.finding.map"), x, height);
        }
        pages.down(height + caption + 8);
        closeUps(finding, shown);
    }

    private void picture(JpegFile jpeg, double x, double height, String description) throws IOException {
        double scale = Math.min(columnWidth() / jpeg.width(), height / jpeg.height());
        double top = pages.y();
        pages.figure(description, () -> pages.picture(jpeg, x, top, scale * jpeg.width(), scale * jpeg.height()));
    }

    private void caption(String text, double x, double height) throws IOException {
        String fits = pages.fitted(text, columnWidth(), SMALL, false);
        pages.tags().element("Caption", () -> pages.text(fits, x, pages.y() + height + 9, SMALL, false, Ink.MUTED));
    }

    /** Height of the close-ups with their captions. */
    double closeUpHeight(Shown shown) {
        int count = shown.closeUps().size();
        return count == 0 ? 0 : detailWidth(pages, count) * CloseUp.SHAPE + SMALL_LINE + 8;
    }

    private void closeUps(Finding finding, Shown shown) throws IOException {
        if (shown.closeUps().isEmpty()) {
            return;
        }
        double width = detailWidth(pages, shown.closeUps().size());
        double height = width * CloseUp.SHAPE;
        pages.need(height + SMALL_LINE + 8);
        double x = pages.left();
        double top = pages.y();
        for (FindingPictures.Detail detail : shown.closeUps()) {
            double left = x;
            CloseUp closeUp = detail.closeUp();
            String alt = words.get(
                    "inspection.finding.close_up.alt",
                    closeUp.number(),
                    finding.photo().name());
            pages.figure(alt, () -> pages.picture(detail.jpeg(), left, top, width, height));
            String number = String.valueOf(closeUp.number());
            String size = size(finding, closeUp);
            pages.tags().element("Caption", () -> {
                pages.text(number, left, top + height + 9, SMALL, true, Ink.TEXT);
                pages.text(
                        pages.fitted(size, width - 10, SMALL, false),
                        left + 10,
                        top + height + 9,
                        SMALL,
                        false,
                        Ink.MUTED);
            });
            x += width + GAP;
        }
        pages.down(height + SMALL_LINE + 8);
    }

    private String size(Finding finding, CloseUp closeUp) {
        String pixels = PhotoFigures.pixels(closeUp.width(), closeUp.height()) + "\u00a0px";
        return finding.photo()
                .scale()
                .map(scale -> pixels + " = " + words.figures().millimetres(closeUp.width(), closeUp.height(), scale)
                        + "\u00a0mm")
                .orElse(pixels);
    }
}

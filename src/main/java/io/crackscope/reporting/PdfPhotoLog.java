package io.crackscope.reporting;

import io.crackscope.reporting.FindingPictures.Outcome;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sets six photos a page, each with its crack map over it, what model and person say, time and place. */
final class PdfPhotoLog {
    private static final int COLUMNS = 2;
    private static final double GAP = 14;
    private static final double PICTURE = 150;
    private static final double TEXT = 54;
    private static final double SMALL = 7;
    private static final double LINE = 9.5;
    private static final Color GROUND = Color.decode("#f6f8fa");

    private final PdfPages pages;
    private final InspectionWords words;
    private int column;
    private double top;

    PdfPhotoLog(PdfPages pages, InspectionWords words) {
        this.pages = pages;
        this.words = words;
    }

    static FindingPictures.Wanted wanted(PdfPages pages, int dpi, Locale language) {
        return new FindingPictures.Wanted(
                PdfFindingPictures.pixels(width(pages), dpi),
                PdfFindingPictures.pixels(PICTURE, dpi),
                0,
                false,
                PdfInspection.QUALITY,
                language);
    }

    private static double width(PdfPages pages) {
        return (pages.measure() - (COLUMNS - 1) * GAP) / COLUMNS;
    }

    void write(Finding finding, Outcome outcome) throws IOException {
        if (column == 0) {
            pages.need(PICTURE + TEXT);
            top = pages.y();
            pages.down(PICTURE + TEXT);
        }
        if (finding.awaitsReview()) {
            pages.warn(String.valueOf(finding.number()));
        }
        double x = pages.left() + column * (width(pages) + GAP);
        pages.tags().element("Sect", () -> one(finding, outcome, x));
        column = (column + 1) % COLUMNS;
    }

    private void one(Finding finding, Outcome outcome, double x) throws IOException {
        double width = width(pages);
        pages.box(x, top, width, PICTURE, GROUND, 1);
        switch (outcome) {
            case Outcome.Made(FindingPictures.Shown shown) -> {
                Optional<JpegFile> picture = shown.map().or(shown::photo);
                if (picture.isPresent()) {
                    picture(finding, picture.get(), x, width);
                }
            }
            case Outcome.Missing missing -> {
                String why =
                        words.get("inspection.finding.missing", words.messages().refusal(missing.refusal()));
                pages.tags().element("P", () -> {
                    double baseline = top + 16;
                    for (String line : pages.lines(why, width - 16, SMALL, false)) {
                        pages.text(line, x + 8, baseline, SMALL, false, Ink.TEXT);
                        baseline += 9.5;
                    }
                });
            }
        }
        PdfMark.draw(pages, finding.judged().map(answer -> answer.verdict()), x + 5, top + PICTURE + 9, 4);
        pages.tags().element("P", () -> caption(finding, x, width));
    }

    private void picture(Finding finding, JpegFile jpeg, double x, double width) throws IOException {
        double scale = Math.min(width / jpeg.width(), PICTURE / jpeg.height());
        double w = scale * jpeg.width();
        double h = scale * jpeg.height();
        pages.figure(
                words.get("inspection.log.alt", finding.photo().name()),
                () -> pages.picture(jpeg, x + (width - w) / 2, top + (PICTURE - h) / 2, w, h));
    }

    private void caption(Finding finding, double x, double width) throws IOException {
        double baseline = top + PICTURE + 12;
        String name = finding.number() + "  " + finding.photo().name();
        pages.text(pages.fitted(name, width - 14, 8, true), x + 14, baseline, 8, true, Ink.TEXT);
        double line = baseline + 11;
        List<String> said = said(finding, width);
        for (String text : said) {
            pages.text(pages.fitted(text, width, SMALL, false), x, line, SMALL, false, Ink.TEXT);
            line += LINE;
        }
        for (String text : note(finding, width, 3 - said.size())) {
            pages.text(text, x, line, SMALL, false, Ink.MUTED);
            line += LINE;
        }
        String when = finding.photo()
                .facts()
                .map(facts -> facts.taken().map(words::time).orElse("")
                        + words.position(facts)
                                .map(place -> "  \u00b7  " + place)
                                .orElse(""))
                .orElse("");
        pages.text(pages.fitted(when, width, SMALL, false), x, line, SMALL, false, Ink.MUTED);
    }

    /** The beginning of the note, on at most {@code most} lines. */
    private List<String> note(Finding finding, double width, int most) throws IOException {
        if (finding.note().isEmpty()) {
            return List.of();
        }
        String note =
                words.get("inspection.finding.note") + ": " + finding.note().replaceAll("\\s+", " ");
        List<String> lines = pages.lines(note, width - pages.width(" \u2026", SMALL, false), SMALL, false);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> begun = new ArrayList<>(lines.subList(0, most));
        begun.set(most - 1, begun.getLast() + " \u2026");
        return begun;
    }

    /** What model and person say, on one line if that fits. */
    private List<String> said(Finding finding, double width) throws IOException {
        String model = words.get("inspection.finding.model") + ": " + words.model(finding);
        String person = words.get("inspection.finding.person") + ": " + words.person(finding);
        String both = model + "  \u00b7  " + person;
        return pages.width(both, SMALL, false) <= width ? List.of(both) : List.of(model, person);
    }
}

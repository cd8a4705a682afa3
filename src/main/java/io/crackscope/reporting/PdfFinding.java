package io.crackscope.reporting;

import io.crackscope.domain.Verdict;
import io.crackscope.reporting.FindingPictures.Outcome;
import io.crackscope.reporting.FindingPictures.Shown;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sets one finding on PDF pages: who says what, pictures, evidence, facts, and room for what the engineer measures. */
final class PdfFinding {
    private static final double GAP = 10;
    private static final double SMALL = 7;
    private static final double SMALL_LINE = 9.5;
    private static final double NAME = 12;
    private static final double INDENT = 24;
    private static final Color GROUND = Color.decode("#f6f8fa");
    private static final Color OPEN = Color.decode("#fff4e5");
    private static final Color OPEN_EDGE = Color.decode("#d98a1f");

    private final PdfPages pages;
    private final PdfBlocks blocks;
    private final InspectionWords words;
    private final PdfFindingPictures pictures;
    private final PdfFindingDetails details;

    PdfFinding(PdfPages pages, InspectionWords words) {
        this.pages = pages;
        this.blocks = new PdfBlocks(pages);
        this.words = words;
        this.pictures = new PdfFindingPictures(pages, words);
        this.details = new PdfFindingDetails(pages, words);
    }

    void write(Finding finding, Outcome outcome) throws IOException {
        double whole = opening(finding, outcome) + rest(finding, outcome);
        double together = opening(finding, outcome) + closeUps(outcome);
        double room = pages.bottom() - pages.top();
        pages.need(whole <= room ? whole : together <= room ? together : opening(finding, outcome));
        PdfTags.Drawing drawing = () -> pages.tags().element("Sect", () -> content(finding, outcome));
        if (finding.awaitsReview()) {
            pages.warn(String.valueOf(finding.number()));
            pages.warning(String.valueOf(finding.number()), drawing);
        } else {
            drawing.draw();
        }
        pages.down(16);
    }

    /** What must stand together: name, verdicts, and the pictures if there are any. */
    private double opening(Finding finding, Outcome outcome) throws IOException {
        double height = 24 + verdictHeight(finding) + 8;
        return outcome instanceof Outcome.Made made ? height + pictures.height(made.shown()) : height + 60;
    }

    /** What follows: close-ups, note, evidence, facts, form. */
    private double rest(Finding finding, Outcome outcome) throws IOException {
        double note = finding.note().isEmpty()
                ? 0
                : SMALL_LINE
                        + 6
                        + PdfBlocks.TEXT_LINE
                                * pages.lines(finding.note(), pages.measure(), PdfBlocks.TEXT, false)
                                        .size();
        return closeUps(outcome) + note + details.height(finding);
    }

    private double closeUps(Outcome outcome) {
        return outcome instanceof Outcome.Made made ? pictures.closeUpHeight(made.shown()) : 0;
    }

    private void content(Finding finding, Outcome outcome) throws IOException {
        head(finding);
        verdicts(finding);
        switch (outcome) {
            case Outcome.Made(Shown shown) -> pictures.write(finding, shown);
            case Outcome.Missing missing -> missing(finding, missing);
        }
        note(finding);
        details.write(finding);
    }

    private void head(Finding finding) throws IOException {
        pages.rule(pages.left(), pages.right(), pages.y(), Color.decode(Ink.TEXT.light()), 0.8);
        double right = pages.right();
        if (finding.awaitsReview()) {
            String open = words.get("inspection.unreviewed");
            double width = pages.width(open, 8, true) + 14;
            right -= width + 8;
            pages.box(pages.right() - width, pages.y() + 4, width, 15, OPEN, 1);
            pages.box(pages.right() - width, pages.y() + 4, 3, 15, OPEN_EDGE, 1);
            pages.tags()
                    .element(
                            "P",
                            () -> pages.text(open, pages.right() - width + 8, pages.y() + 14.5, 8, true, Ink.TEXT));
        }
        String number = words.get("inspection.finding", finding.number());
        double after = pages.left() + pages.width(number, NAME, true) + 10;
        String name = pages.fitted(finding.photo().name(), right - after, NAME, false);
        pages.tags().element("H3", () -> {
            pages.text(number, pages.left(), pages.y() + 16, NAME, true, Ink.TEXT);
            pages.text(name, after, pages.y() + 16, NAME, false, Ink.TEXT);
        });
        pages.down(24);
    }

    private double columnWidth() {
        return (pages.measure() - GAP) / 2;
    }

    private List<String> broken(String text) throws IOException {
        return pages.lines(text, columnWidth() - INDENT - 6, PdfBlocks.TEXT, true);
    }

    private double verdictHeight(Finding finding) throws IOException {
        int most = Math.max(
                broken(words.model(finding)).size(),
                broken(words.person(finding)).size());
        return 30 + most * PdfBlocks.TEXT_LINE;
    }

    /** What the model says, and beside it what the person says. */
    private void verdicts(Finding finding) throws IOException {
        double height = verdictHeight(finding);
        double top = pages.y();
        double second = pages.left() + columnWidth() + GAP;
        pages.box(pages.left(), top, columnWidth(), height, GROUND, 1);
        pages.box(second, top, columnWidth(), height, finding.awaitsReview() ? OPEN : GROUND, 1);
        Optional<Verdict> verdict = finding.judged().map(answer -> answer.verdict());
        PdfMark.draw(pages, verdict, pages.left() + 12, top + 21, 5);
        String model = finding.photo()
                .latest()
                .map(answer -> words.get(
                        "inspection.finding.stamp",
                        answer.answer().model().name(),
                        words.time(answer.answer().when())))
                .orElse("");
        said(pages.left(), top, words.get("inspection.finding.model"), words.model(finding), model, INDENT);
        String person = finding.photo()
                .review()
                .map(review -> words.get("inspection.finding.stamp", review.who(), words.time(review.when())))
                .orElse("");
        said(second, top, words.get("inspection.finding.person"), words.person(finding), person, 10);
        pages.down(height + 6);
    }

    private void said(double x, double top, String who, String what, String when, double indent) throws IOException {
        pages.tags().element("P", () -> {
            pages.text(who, x + indent, top + 11, SMALL, false, Ink.MUTED);
            double baseline = top + 11;
            for (String line : broken(what)) {
                baseline += PdfBlocks.TEXT_LINE;
                pages.text(line, x + indent, baseline, PdfBlocks.TEXT, true, Ink.TEXT);
            }
            String fits = pages.fitted(when, columnWidth() - INDENT - 6, SMALL, false);
            pages.text(fits, x + indent, baseline + 11, SMALL, false, Ink.MUTED);
        });
    }

    private void note(Finding finding) throws IOException {
        if (finding.note().isEmpty()) {
            return;
        }
        pages.need(2 * PdfBlocks.TEXT_LINE);
        blocks.paragraph(words.get("inspection.finding.note"), SMALL, SMALL_LINE, Ink.MUTED);
        blocks.paragraph(finding.note(), PdfBlocks.TEXT, PdfBlocks.TEXT_LINE, Ink.TEXT);
        pages.down(6);
    }

    private void missing(Finding finding, Outcome.Missing missing) throws IOException {
        String why = words.messages().refusal(missing.refusal());
        blocks.write(List.of(new Report.Notice(
                words.get("inspection.finding.missing", why),
                List.of(finding.photo().file().toString()),
                true)));
    }
}

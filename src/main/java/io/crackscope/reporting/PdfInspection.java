package io.crackscope.reporting;

import io.crackscope.reporting.FindingPictures.Outcome;
import io.crackscope.reporting.Report.Block;
import io.crackscope.reporting.Report.Captioned;
import io.crackscope.reporting.Report.Charts;
import io.crackscope.reporting.Report.Heading;
import io.crackscope.reporting.Report.Paragraph;
import io.crackscope.text.Messages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Lookahead;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes an inspection report as a tagged PDF/A-2b. While one finding is set, the pictures of the next are made; no more
 * than two photos are in memory, and finished pictures wait in a temporary file.
 */
public final class PdfInspection {
    /** Of JPEG pictures: what stays invisible in print. */
    static final double QUALITY = 0.8;

    private final InspectionReport report;
    private final ReportStyle style;
    private final InspectionWords words;
    private final InspectionSections sections;
    private final Messages messages;

    /** {@code messages} in the report's language. */
    public PdfInspection(InspectionReport report, ReportStyle style, Messages messages) {
        this.report = report;
        this.style = style;
        this.messages = messages;
        this.words = new InspectionWords(messages, report.made().getZone());
        this.sections = new InspectionSections(report, words);
    }

    /**
     * Writes the file to {@code out}, which stays open.
     *
     * @param progress of the findings
     * @throws IOException if {@code out} or a temporary file cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public void write(OutputStream out, FindingPictures pictures, ProgressListener progress, Cancellation cancellation)
            throws IOException {
        write(out, (PictureSource) pictures, progress, cancellation);
    }

    /**
     * As above.
     *
     * @return on which pages, counted from 0, the numbered findings stand
     */
    Map<Integer, Set<Integer>> write(
            OutputStream out, PictureSource pictures, ProgressListener progress, Cancellation cancellation)
            throws IOException {
        try (PdfPages pages = new PdfPages(style.paper())) {
            new PdfCover(pages, report, style, words).write(sections.state());
            pages.breakPage();
            PdfBlocks blocks = new PdfBlocks(pages);
            PdfSignature signature = new PdfSignature(
                    pages, style.company().closing(), report.facts().inspector().strip(), words);
            Job job = new Job(pages, blocks, pictures, progress, cancellation, new TreeMap<>());
            List<Block> end = switch (style.template()) {
                case SHORT -> brief(job);
                case FULL -> full(job);
                case PHOTOS -> photos(job);
            };
            // a signature on a page of its own could belong to any report
            blocks.writeBefore(signature.height(), end);
            signature.write();
            cancellation.throwIfCancelled();
            finish(pages);
            pages.save(out);
            return job.places();
        }
    }

    /** What a report is being made with. */
    private record Job(
            PdfPages pages,
            PdfBlocks blocks,
            PictureSource pictures,
            ProgressListener progress,
            Cancellation cancellation,
            Map<Integer, Set<Integer>> places) {}

    /** Writes a short report; returns what stands at its end. */
    private List<Block> brief(Job job) throws IOException {
        job.blocks().write(sections.summary(style.company().introduction()));
        job.blocks().write(sections.notInspected());
        job.blocks().write(List.of(new Heading(1, words.get("inspection.findings"))));
        table(job, report.told().stream().sorted(Finding.WORST_FIRST).toList());
        job.blocks().write(sections.calm());
        job.progress().progress(report.findings().size(), report.findings().size());
        return sections.method();
    }

    /** A table of findings that warns on each page of those that no one reviewed. */
    private void table(Job job, List<Finding> findings) throws IOException {
        if (findings.isEmpty()) {
            job.blocks().write(List.of(new Paragraph(words.get("inspection.findings.none"), false)));
            return;
        }
        job.blocks().write(List.of(new FindingLines(words).withNotes(findings)), row -> {
            Finding finding = findings.get(row);
            if (finding.awaitsReview()) {
                job.pages().warn(String.valueOf(finding.number()));
            }
        });
    }

    /** As above: all of every finding. */
    private List<Block> full(Job job) throws IOException {
        job.blocks().write(sections.summary(style.company().introduction()));
        List<Finding> worst = report.worst();
        job.blocks().write(sections.worst(), row -> {
            if (row < worst.size() && worst.get(row).awaitsReview()) {
                job.pages().warn(String.valueOf(worst.get(row).number()));
            }
        });
        job.blocks().write(sections.notInspected());
        job.pages().breakPage();
        List<Finding> told = report.told();
        job.blocks().write(List.of(new Heading(1, words.get("inspection.findings"))));
        if (told.isEmpty()) {
            job.blocks().write(List.of(new Paragraph(words.get("inspection.findings.none"), false)));
        }
        PdfFinding setter = new PdfFinding(job.pages(), words);
        each(
                job,
                told,
                PdfFindingPictures.wanted(
                        job.pages(), style.dpi(), words.messages().locale()),
                setter::write);
        job.blocks().write(sections.calm());
        job.blocks().write(positions(job.pages()));
        job.blocks().write(sections.method());
        return sections.audit();
    }

    /** As above: the photos. */
    private List<Block> photos(Job job) throws IOException {
        job.blocks().write(List.of(new Heading(1, words.get("inspection.findings.all"))));
        PdfPhotoLog log = new PdfPhotoLog(job.pages(), words);
        each(
                job,
                report.findings(),
                PdfPhotoLog.wanted(job.pages(), style.dpi(), words.messages().locale()),
                log::write);
        job.blocks().write(sections.notInspected());
        return positions(job.pages());
    }

    @FunctionalInterface
    private interface Setter {
        void set(Finding finding, Outcome outcome) throws IOException;
    }

    private static void each(Job job, List<Finding> findings, FindingPictures.Wanted wanted, Setter setter)
            throws IOException {
        job.progress().progress(0, findings.size());
        try (Lookahead<Outcome> outcomes = new Lookahead<>(
                "report-pictures", findings.size(), 1, i -> job.pictures().of(findings.get(i), wanted))) {
            for (int i = 0; i < findings.size(); i++) {
                job.cancellation().throwIfCancelled();
                Outcome outcome = outcomes.next();
                int first = job.pages().number();
                setter.set(findings.get(i), outcome);
                for (int page = first; page <= job.pages().number(); page++) {
                    job.places()
                            .computeIfAbsent(page - 1, number -> new TreeSet<>())
                            .add(findings.get(i).number());
                }
                job.progress().progress(i + 1, findings.size());
            }
        }
    }

    private List<Block> positions(PdfPages pages) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, words.get("inspection.positions")));
        List<Finding> placed = PlaceSketch.placed(report.findings());
        if (placed.isEmpty()) {
            blocks.add(new Paragraph(words.get("inspection.positions.none"), false));
            return blocks;
        }
        blocks.add(new Charts(
                List.of(new Captioned("", new PlaceSketch(words, pages.measure()).of(placed))), List.of()));
        blocks.add(new Paragraph(
                words.get("inspection.positions.text", report.findings().size() - placed.size()), true));
        return blocks;
    }

    private void finish(PdfPages pages) throws IOException {
        String title = PdfCover.title(report, style, words);
        String subject = report.facts().title().isBlank()
                ? title
                : title + " \u00b7 " + report.facts().title();
        pages.furnish(new PdfFurniture(
                subject,
                words.get("inspection.screening"),
                (page, of) -> words.get("inspection.page", page, of),
                numbers -> words.get(
                        "inspection.unreviewed.page",
                        Numbers.runs(numbers.stream().map(Integer::valueOf).toList()))));
        PdfArchive.declare(
                pages.document(),
                messages.locale().getLanguage(),
                subject,
                report.facts().inspector().strip(),
                report.program(),
                report.made());
    }
}

package io.crackscope.reporting;

import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import io.crackscope.project.AuditEntry;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.Verification;
import io.crackscope.reporting.Report.Block;
import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Heading;
import io.crackscope.reporting.Report.Notice;
import io.crackscope.reporting.Report.Paragraph;
import io.crackscope.reporting.Report.Row;
import io.crackscope.reporting.Report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of an inspection report that are text and tables. */
final class InspectionSections {
    /** Gravest findings that the summary of a full report names. */
    private static final int WORST = 12;

    private static final int HASH = 16;

    private final InspectionReport report;
    private final InspectionWords words;
    private final FindingLines lines;

    InspectionSections(InspectionReport report, InspectionWords words) {
        this.report = report;
        this.words = words;
        this.lines = new FindingLines(words);
    }

    /** Whether everything was reviewed. */
    Notice state() {
        long open = report.awaitingReview();
        return open > 0
                ? new Notice(
                        words.get("inspection.state.draft", open),
                        List.of(words.get("inspection.state.draft.more")),
                        true)
                : new Notice(
                        words.get("inspection.state.reviewed"),
                        List.of(words.get(
                                "inspection.state.reviewed.more",
                                report.matrix().ofDecision(Optional.empty()))),
                        false);
    }

    /** Counts, agreement, gravest findings, what was refused, what was left out. */
    List<Block> summary(String introduction) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, words.get("inspection.summary")));
        introduction
                .strip()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> blocks.add(new Paragraph(line, false)));
        blocks.add(new Heading(2, words.get("inspection.summary.matrix")));
        ReviewMatrix matrix = report.matrix();
        blocks.add(matrix(matrix));
        blocks.add(new Paragraph(
                matrix.compared() > 0
                        ? words.get("inspection.summary.agreement", matrix.compared(), matrix.hits())
                        : words.get("inspection.summary.no_agreement"),
                true));
        return blocks;
    }

    private Table matrix(ReviewMatrix matrix) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.get("inspection.summary.model"), 2.2, false));
        List<Optional<Review.Decision>> decisions = new ArrayList<>();
        for (Review.Decision decision : Review.Decision.values()) {
            decisions.add(Optional.of(decision));
        }
        decisions.add(Optional.empty());
        String person = words.get("inspection.summary.person");
        decisions.forEach(decision -> columns.add(new Column(person + ": " + words.decision(decision), 1.3, true)));
        columns.add(new Column(words.get("inspection.summary.total"), 1, true));
        List<Row> rows = new ArrayList<>();
        List<Optional<Verdict>> verdicts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            verdicts.add(Optional.of(verdict));
        }
        verdicts.add(Optional.empty());
        for (Optional<Verdict> verdict : verdicts) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(words.verdict(verdict), "", Optional.of(ink(verdict))));
            decisions.forEach(decision -> cells.add(Cell.of(Numbers.count(matrix.count(verdict, decision)))));
            cells.add(Cell.of(Numbers.count(matrix.ofVerdict(verdict))));
            rows.add(new Row(cells, false));
        }
        List<Cell> sums = new ArrayList<>();
        sums.add(Cell.of(words.get("inspection.summary.total")));
        decisions.forEach(decision -> sums.add(Cell.of(Numbers.count(matrix.ofDecision(decision)))));
        sums.add(Cell.of(Numbers.count(matrix.total())));
        rows.add(new Row(sums, false));
        return new Table(columns, rows);
    }

    /** The colour that stands for a verdict everywhere in the report. */
    static Ink ink(Optional<Verdict> verdict) {
        return verdict.map(known -> switch (known) {
                    case CRACK -> Ink.BAD;
                    case UNCERTAIN -> Ink.SERIES_5;
                    case NO_CRACK -> Ink.SERIES_3;
                })
                .orElse(Ink.SERIES_6);
    }

    /** The gravest findings of a full report. */
    List<Block> worst() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, words.get("inspection.summary.worst")));
        List<Finding> worst = report.worst();
        if (worst.isEmpty()) {
            blocks.add(new Paragraph(words.get("inspection.summary.worst.none"), false));
            return blocks;
        }
        blocks.add(lines.of(worst.subList(0, Math.min(WORST, worst.size()))));
        if (worst.size() > WORST) {
            blocks.add(new Paragraph(
                    words.get("inspection.summary.worst.more", Numbers.count(worst.size() - WORST)), true));
        }
        return blocks;
    }

    /** What no model has looked at, and why. */
    List<Block> notInspected() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, words.get("inspection.summary.refused")));
        List<Finding> refused = report.notInspected();
        if (refused.isEmpty()) {
            blocks.add(new Paragraph(words.get("inspection.summary.refused.none"), false));
        } else {
            List<Column> columns = List.of(
                    new Column(words.get("inspection.column.number"), 0.4, false),
                    new Column(words.get("inspection.column.photo"), 2, false),
                    new Column(words.get("inspection.column.reason"), 4, false),
                    new Column(words.get("inspection.column.person"), 1.3, false));
            blocks.add(new Table(
                    columns,
                    refused.stream()
                            .map(finding -> new Row(
                                    List.of(
                                            Cell.of(String.valueOf(finding.number())),
                                            Cell.of(finding.photo().name()),
                                            Cell.of(words.reason(finding)),
                                            Cell.of(words.person(finding))),
                                    false))
                            .toList()));
        }
        if (!report.leftOut().isEmpty()) {
            blocks.add(new Heading(2, words.get("inspection.summary.left_out")));
            String names = report.leftOut().stream()
                    .map(Finding::photo)
                    .map(ProjectPhoto::name)
                    .collect(Collectors.joining(", "));
            long grave = report.leftOut().stream().filter(Finding::isGrave).count();
            blocks.add(new Paragraph(
                    words.get(
                            "inspection.summary.left_out.text", report.leftOut().size(), grave, names),
                    false));
        }
        return blocks;
    }

    /** Photos that show no crack as far as anyone knows. */
    List<Block> calm() {
        List<Finding> calm = report.calm();
        return calm.isEmpty()
                ? List.of()
                : List.of(
                        new Heading(1, words.get("inspection.calm")),
                        new Paragraph(words.get("inspection.calm.text"), true),
                        lines.of(calm));
    }

    /** Models, thresholds, scores, limits. */
    List<Block> method() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, words.get("inspection.method")));
        for (String topic : List.of("screening", "tiles", "widths", "alarms")) {
            blocks.add(new Paragraph(words.get("inspection.method." + topic), false));
        }
        if (report.models().isEmpty()) {
            blocks.add(new Paragraph(words.get("inspection.method.none"), false));
        }
        for (ModelUse model : report.models()) {
            blocks.add(new Heading(
                    2, words.get("inspection.method.model", model.stamp().name())));
            List<Row> rows = new ArrayList<>();
            rows.add(fact(words.get("inspection.method.file"), model.stamp().sha256()));
            rows.add(fact(words.get("inspection.method.photos"), Numbers.count(model.photos())));
            model.thresholds()
                    .ifPresent(known -> rows.add(fact(
                            words.get("inspection.method.thresholds"),
                            words.get(
                                    "inspection.method.thresholds.value",
                                    words.numbers().threshold(known.crackFrom()),
                                    words.numbers().threshold(known.uncertainFrom())))));
            model.facts()
                    .ifPresentOrElse(
                            known -> new CardFacts(words.messages())
                                    .of(known.card(), known.tileThreshold(), known.temperature())
                                    .forEach(line -> rows.add(fact(line.name(), line.value()))),
                            () -> rows.add(fact(
                                    words.get("inspection.method.unknown"),
                                    words.get("inspection.method.unknown.value"))));
            blocks.add(new Table(List.of(new Column("", 1.3, false), new Column("", 6, false)), rows));
        }
        return blocks;
    }

    private static Row fact(String name, String value) {
        return new Row(List.of(Cell.of(name), Cell.of(value)), false);
    }

    /** Whether the audit trail holds together, and its end. */
    List<Block> audit() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, words.get("inspection.audit")));
        if (report.audit().isEmpty()) {
            blocks.add(new Paragraph(words.get("inspection.audit.none"), false));
            return blocks;
        }
        AuditExtract audit = report.audit().get();
        switch (audit.verification()) {
            case Verification.Whole whole -> {
                blocks.add(new Paragraph(words.get("inspection.audit.whole", Numbers.count(whole.entries())), false));
                blocks.add(new Paragraph(whole.head(), false));
            }
            case Verification.Broken broken ->
                blocks.add(new Notice(
                        words.get("inspection.audit"),
                        List.of(words.get(
                                broken.seq() > 0 ? "inspection.audit.broken.entry" : "inspection.audit.broken",
                                words.get(broken.fault().key()),
                                broken.seq())),
                        true));
        }
        blocks.add(new Heading(
                2, words.get("inspection.audit.extract", audit.entries().size())));
        List<Column> columns = List.of(
                new Column(words.get("inspection.column.number"), 0.5, false),
                new Column(words.get("inspection.audit.column.time"), 1.5, false),
                new Column(words.get("inspection.audit.column.who"), 1.1, false),
                new Column(words.get("inspection.audit.column.what"), 1.8, false),
                new Column(words.get("inspection.column.photo"), 2, false),
                new Column(words.get("inspection.audit.column.hash"), 1.7, false));
        blocks.add(new Table(columns, audit.entries().stream().map(this::entry).toList()));
        return blocks;
    }

    private Row entry(AuditEntry entry) {
        return new Row(
                List.of(
                        Cell.of(String.valueOf(entry.seq())),
                        Cell.of(words.time(entry.when())),
                        Cell.of(entry.who()),
                        Cell.of(new AuditWords(words.messages()).what(entry)),
                        Cell.of(entry.photoName()),
                        Cell.of(entry.hash().substring(0, HASH))),
                false);
    }
}

package io.crackscope.reporting;

import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import io.crackscope.reporting.Report.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tables of findings, one line each. */
final class FindingLines {
    /** Characters of a note in a short report. */
    private static final int NOTE = 200;

    private final InspectionWords words;

    FindingLines(InspectionWords words) {
        this.words = words;
    }

    /** One line a finding, and below it what the person noted, a long note only as far as a short report goes. */
    Table withNotes(List<Finding> findings) {
        return table(findings, finding -> begun(finding.note()));
    }

    private String begun(String note) {
        if (note.length() <= NOTE) {
            return note;
        }
        int blank = note.lastIndexOf(' ', NOTE);
        // where a word, or a sign of two characters, would be torn
        int end = blank > NOTE / 2 ? blank : note.offsetByCodePoints(0, note.codePointCount(0, NOTE));
        return words.get("inspection.findings.note", note.substring(0, end).strip());
    }

    /** One line a finding. */
    Table of(List<Finding> findings) {
        return table(findings, finding -> "");
    }

    private Table table(List<Finding> findings, Function<Finding, String> below) {
        List<Column> columns = List.of(
                new Column(words.get("inspection.column.number"), 0.5, false),
                new Column(words.get("inspection.column.photo"), 2.3, false),
                new Column(words.get("inspection.column.model"), 2.1, false),
                new Column(words.get("inspection.column.person"), 2.1, false),
                new Column(words.get("inspection.column.places"), 0.7, true));
        return new Table(
                columns,
                findings.stream()
                        .map(finding -> new Row(
                                List.of(
                                        Cell.of(String.valueOf(finding.number())),
                                        Cell.of(finding.photo().name()),
                                        new Cell(
                                                words.model(finding),
                                                "",
                                                Optional.of(InspectionSections.ink(
                                                        finding.judged().map(answer -> answer.verdict())))),
                                        Cell.of(words.person(finding), below.apply(finding)),
                                        Cell.of(String.valueOf(
                                                finding.evidence().size()))),
                                false))
                        .toList());
    }
}

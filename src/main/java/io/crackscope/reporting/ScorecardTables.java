package io.crackscope.reporting;

import io.crackscope.domain.ClassScore;
import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.Comparison;
import io.crackscope.evaluation.Comparison.DataFacts;
import io.crackscope.evaluation.Comparison.Result;
import io.crackscope.evaluation.Comparison.Subject;
import io.crackscope.evaluation.GroupScore;
import io.crackscope.evaluation.HeldOut;
import io.crackscope.evaluation.Trial;
import io.crackscope.reporting.Report.Block;
import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Heading;
import io.crackscope.reporting.Report.Paragraph;
import io.crackscope.reporting.Report.Row;
import io.crackscope.reporting.Report.Table;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of a scorecard. */
final class ScorecardTables {
    /** A group of fewer images is luck. */
    private static final int LEAST_IN_GROUP = 5;

    private static final int MOST_GROUPS = 12;

    private final Messages messages;
    private final Numbers numbers;

    ScorecardTables(Messages messages) {
        this.messages = messages;
        this.numbers = new Numbers(messages.locale());
    }

    /** How the images were held out, in a few words. */
    String kind(HeldOut kind) {
        return messages.get("report.kind." + kind.word());
    }

    Table scores(Comparison comparison) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(messages.get("report.column.held_out"), 1.9, false));
        columns.add(new Column(messages.get("report.column.images"), 1.1, true));
        for (String name : List.of("accuracy", "precision", "recall", "f1")) {
            columns.add(new Column(messages.get("report.column." + name), 1.18, true, name.equals("f1")));
        }
        for (String name : List.of("auroc", "ap", "ece")) {
            columns.add(new Column(messages.get("report.column." + name), 1.25, true, name.equals("ap")));
        }
        List<Row> rows = new ArrayList<>();
        for (DataFacts data : comparison.data()) {
            rows.add(new Row(
                    List.of(Cell.of(
                            data.name(),
                            messages.get(
                                    "report.data",
                                    Numbers.count(data.images()),
                                    Numbers.count(data.cracks()),
                                    Numbers.count(data.groups())))),
                    false));
            for (int i = 0; i < comparison.models().size(); i++) {
                Subject model = comparison.models().get(i);
                for (Result result : comparison.results()) {
                    if (result.data().equals(data.name()) && result.model().equals(model.name())) {
                        for (Trial trial : result.trials()) {
                            rows.add(scores(trial, model, Ink.series(i)));
                        }
                    }
                }
            }
        }
        return new Table(columns, rows);
    }

    private Row scores(Trial trial, Subject model, Ink ink) {
        Scorecard score = trial.score();
        ClassScore crack = score.confusion().score(Label.CRACK);
        // among cracks alone every alarm is right, whatever the model does
        boolean both = !Double.isNaN(score.auroc());
        return new Row(
                List.of(
                        new Cell(kind(trial.heldOut()), model.name(), Optional.of(ink)),
                        Cell.of(
                                Numbers.count(score.images()),
                                messages.get("report.groups", Numbers.count(score.groups()), score.groups())),
                        Cell.of(numbers.percent(score.accuracy()), numbers.percents(score.accuracyInterval())),
                        figure(
                                both,
                                numbers.percent(crack.precision()),
                                numbers.percents(score.crackIntervals().precision())),
                        Cell.of(
                                numbers.percent(crack.recall()),
                                numbers.percents(score.crackIntervals().recall())),
                        figure(
                                both,
                                numbers.percent(crack.f1()),
                                numbers.percents(score.crackIntervals().f1())),
                        Cell.of(numbers.decimal(score.auroc()), numbers.decimals(score.aurocInterval())),
                        figure(
                                both,
                                numbers.decimal(score.averagePrecision()),
                                numbers.decimals(score.averagePrecisionInterval())),
                        Cell.of(
                                numbers.decimal(score.calibrationError()),
                                numbers.decimals(score.calibrationErrorInterval()))),
                !trial.heldOut().tests());
    }

    private static Cell figure(boolean stated, String text, String below) {
        return stated ? Cell.of(text, below) : Cell.of(Numbers.NONE);
    }

    /** What the kinds of rows that occur are worth. */
    Table kinds(Comparison comparison) {
        List<Row> rows = new ArrayList<>();
        for (HeldOut kind : HeldOut.values()) {
            boolean occurs = comparison.results().stream()
                    .flatMap(result -> result.trials().stream())
                    .anyMatch(trial -> trial.heldOut() == kind);
            if (occurs) {
                rows.add(new Row(
                        List.of(Cell.of(kind(kind)), Cell.of(messages.get("report.kind.means." + kind.word()))),
                        !kind.tests()));
            }
        }
        return new Table(List.of(new Column("", 1.3, false), new Column("", 6, false)), rows);
    }

    List<Block> groups(Trial trial) {
        List<GroupScore> groups =
                GroupScore.worstFirst(trial.images(), trial.score().threshold(), LEAST_IN_GROUP);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, messages.get("report.by_group")));
        if (groups.isEmpty()) {
            blocks.add(new Paragraph(messages.get("report.by_group.none", LEAST_IN_GROUP), true));
            return blocks;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(messages.get("report.column.group"), 3, false));
        for (String name : List.of("images", "cracks", "accuracy", "missed", "false_alarms")) {
            columns.add(new Column(messages.get("report.column." + name), 1, true));
        }
        List<Row> rows = new ArrayList<>();
        List<GroupScore> wrong = groups.stream()
                .filter(group -> group.confusion().accuracy() < 1)
                .toList();
        if (wrong.isEmpty()) {
            blocks.add(new Paragraph(messages.get("report.by_group.all_right", groups.size(), LEAST_IN_GROUP), true));
            return blocks;
        }
        for (GroupScore group : wrong.subList(0, Math.min(MOST_GROUPS, wrong.size()))) {
            ConfusionMatrix confusion = group.confusion();
            rows.add(new Row(
                    List.of(
                            Cell.of(group.group()),
                            Cell.of(Numbers.count(confusion.total())),
                            Cell.of(Numbers.count(confusion.tp() + confusion.fn())),
                            Cell.of(numbers.percent(confusion.accuracy())),
                            Cell.of(Numbers.count(confusion.fn())),
                            Cell.of(Numbers.count(confusion.fp()))),
                    false));
        }
        blocks.add(new Table(columns, rows));
        if (wrong.size() > MOST_GROUPS) {
            GroupScore best = groups.get(MOST_GROUPS);
            blocks.add(new Paragraph(
                    messages.get(
                            "report.by_group.more",
                            groups.size() - MOST_GROUPS,
                            numbers.percent(best.confusion().accuracy())),
                    true));
        } else if (groups.size() > wrong.size()) {
            blocks.add(new Paragraph(messages.get("report.by_group.right", groups.size() - wrong.size()), true));
        }
        return blocks;
    }

    /** What the model file says of the model. */
    Table card(Subject model) {
        List<Row> rows = new ArrayList<>();
        rows.add(fact(messages.get("report.card.model"), model.card().name() + " (" + model.file() + ")"));
        rows.add(fact(
                messages.get("report.card.memory"),
                model.memory()
                        .map(memory -> messages.get(
                                "report.card.memory.value",
                                Numbers.count(memory.trainImages()),
                                Numbers.count(memory.validationImages()),
                                Numbers.count(memory.groups())))
                        .orElseGet(() -> messages.get("report.card.memory.none"))));
        for (CardFacts.Fact line : new CardFacts(messages).of(model.card(), model.threshold(), model.temperature())) {
            rows.add(fact(line.name(), line.value()));
        }
        rows.add(fact(messages.get("report.card.scope"), messages.get("report.card.scope.value")));
        return new Table(List.of(new Column("", 1.3, false), new Column("", 6, false)), rows);
    }

    private static Row fact(String name, String value) {
        return new Row(List.of(Cell.of(name), Cell.of(value)), false);
    }
}

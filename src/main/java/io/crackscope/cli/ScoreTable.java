package io.crackscope.cli;

import io.crackscope.domain.ClassIntervals;
import io.crackscope.domain.ClassScore;
import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import io.crackscope.reporting.SplitWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scorecard as text: figures with intervals, scores a class, confusion matrix. */
final class ScoreTable {
    private final Console console;

    ScoreTable(Console console) {
        this.console = console;
    }

    /** The lines that show {@code score}. */
    List<String> lines(Scorecard score, int refused) {
        List<String> lines = new ArrayList<>();
        lines.add(console.text("cli.score.images", score.images(), score.groups(), refused));
        lines.add(console.text(
                "cli.score.held_out",
                new SplitWords(console.messages()).of(score.split()),
                String.format(Locale.ROOT, "%.3f", score.threshold())));
        lines.add("");
        figures(lines, score);
        lines.add("");
        classes(lines, score.confusion());
        lines.add("");
        confusion(lines, score.confusion());
        lines.add("");
        lines.add(console.text(score.groups() < 2 ? "cli.score.one_group" : "cli.score.intervals"));
        return lines;
    }

    private void figures(List<String> lines, Scorecard score) {
        ClassScore crack = score.confusion().score(Label.CRACK);
        ClassScore clean = score.confusion().score(Label.NO_CRACK);
        ClassIntervals ofCrack = score.crackIntervals();
        ClassIntervals ofClean = score.noCrackIntervals();
        String[][] rows = {
            {"", "", console.text("cli.score.interval")},
            {"accuracy", Figure.percent(score.accuracy()), Figure.percent(score.accuracyInterval())},
            {"precision", Figure.percent(crack.precision()), Figure.percent(ofCrack.precision())},
            {"recall", Figure.percent(crack.recall()), Figure.percent(ofCrack.recall())},
            {"f1", Figure.percent(crack.f1()), Figure.percent(ofCrack.f1())},
            {"no_crack.precision", Figure.percent(clean.precision()), Figure.percent(ofClean.precision())},
            {"no_crack.recall", Figure.percent(clean.recall()), Figure.percent(ofClean.recall())},
            {"no_crack.f1", Figure.percent(clean.f1()), Figure.percent(ofClean.f1())},
            {"auroc", Figure.decimal(score.auroc()), Figure.decimal(score.aurocInterval())},
            {
                "average_precision",
                Figure.decimal(score.averagePrecision()),
                Figure.decimal(score.averagePrecisionInterval())
            },
            {"loss", Figure.decimal(score.loss()), Figure.decimal(score.lossInterval())},
            {"ece", Figure.decimal(score.calibrationError()), Figure.decimal(score.calibrationErrorInterval())}
        };
        for (String[] row : rows) {
            String name = row[0].isEmpty() ? "" : console.text("cli.score." + row[0]);
            lines.add(String.format("%-28s  %9s  %22s", name, row[1], row[2]).stripTrailing());
        }
    }

    private void classes(List<String> lines, ConfusionMatrix confusion) {
        lines.add(String.format(
                "%-28s  %9s  %9s  %9s  %9s",
                console.text("cli.score.class"),
                console.text("cli.score.class.precision"),
                console.text("cli.score.class.recall"),
                console.text("cli.score.class.f1"),
                console.text("cli.score.class.support")));
        for (Label label : List.of(Label.CRACK, Label.NO_CRACK)) {
            ClassScore score = confusion.score(label);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-28s  %9s  %9s  %9s  %,9d",
                    console.text("cli.label." + label.word()),
                    Figure.percent(score.precision()),
                    Figure.percent(score.recall()),
                    Figure.percent(score.f1()),
                    score.support()));
        }
    }

    private void confusion(List<String> lines, ConfusionMatrix confusion) {
        String crack = console.text("cli.label.crack");
        String other = console.text("cli.label.no_crack");
        lines.add(String.format(
                "%-28s  %20s  %20s",
                console.text("cli.score.confusion"),
                console.text("cli.score.called", crack),
                console.text("cli.score.called", other)));
        lines.add(String.format(
                Locale.ROOT,
                "%-28s  %,20d  %,20d",
                console.text("cli.score.labelled", crack),
                confusion.tp(),
                confusion.fn()));
        lines.add(String.format(
                Locale.ROOT,
                "%-28s  %,20d  %,20d",
                console.text("cli.score.labelled", other),
                confusion.fp(),
                confusion.tn()));
    }
}

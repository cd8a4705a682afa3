package io.crackscope.reporting;

import io.crackscope.evaluation.Comparison;
import io.crackscope.evaluation.Comparison.DataFacts;
import io.crackscope.evaluation.Comparison.Result;
import io.crackscope.evaluation.Comparison.Subject;
import io.crackscope.evaluation.HeldOut;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Trial;
import io.crackscope.reporting.Report.Block;
import io.crackscope.reporting.Report.Captioned;
import io.crackscope.reporting.Report.Charts;
import io.crackscope.reporting.Report.Gallery;
import io.crackscope.reporting.Report.Heading;
import io.crackscope.reporting.Report.Key;
import io.crackscope.reporting.Report.Notice;
import io.crackscope.reporting.Report.Paragraph;
import io.crackscope.reporting.Report.Shot;
import io.crackscope.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a scorecard together: what is said, in which order, in the person's language. */
public final class ScorecardReport {
    private static final int WORST = 10;

    private final Messages messages;
    private final Function<ScoredImage, Optional<Thumbnail>> pictures;
    private final ScorecardTables tables;
    private final LeakNotices leaks;
    private final ScoreCharts charts;

    /** {@code pictures} shows an image small, or nothing where it cannot be read any more. */
    public ScorecardReport(Messages messages, Function<ScoredImage, Optional<Thumbnail>> pictures) {
        this.messages = messages;
        this.pictures = pictures;
        this.tables = new ScorecardTables(messages);
        this.leaks = new LeakNotices(messages);
        this.charts = new ScoreCharts(messages);
    }

    /** The report as far as it goes without pictures and curves: what a terminal shows. */
    public Report summary(Comparison comparison) {
        return report(comparison, opening(comparison));
    }

    /** The whole report. */
    public Report of(Comparison comparison) {
        List<Block> blocks = new ArrayList<>(opening(comparison));
        for (DataFacts data : comparison.data()) {
            List<Result> results = comparison.results().stream()
                    .filter(result -> result.data().equals(data.name()))
                    .filter(result -> !result.trials().isEmpty())
                    .toList();
            if (!results.isEmpty()) {
                blocks.add(new Heading(1, data.name()));
                blocks.addAll(curves(comparison, results));
                for (Result result : results) {
                    blocks.addAll(details(comparison, result));
                }
            }
        }
        for (Subject model : comparison.models()) {
            blocks.add(new Heading(1, messages.get("report.card.title", model.name())));
            blocks.add(tables.card(model));
        }
        blocks.add(new Heading(1, messages.get("report.method.title")));
        for (String topic : List.of("threshold", "intervals", "figures", "calibration", "groups")) {
            blocks.add(new Paragraph(messages.get("report.method." + topic), true));
        }
        return report(comparison, blocks);
    }

    private Report report(Comparison comparison, List<Block> blocks) {
        return new Report(
                messages.locale().getLanguage(),
                messages.get("report.title"),
                messages.get(
                        "report.subject",
                        comparison.models().stream().map(Subject::name).collect(Collectors.joining(", ")),
                        comparison.data().stream().map(DataFacts::name).collect(Collectors.joining(", "))),
                comparison.created() + " \u00b7 " + comparison.program(),
                blocks);
    }

    private List<Block> opening(Comparison comparison) {
        List<Block> blocks = new ArrayList<>();
        if (!comparison.complete()) {
            blocks.add(new Notice(
                    messages.get("report.incomplete.title"), List.of(messages.get("report.incomplete")), true));
        }
        blocks.add(new Heading(1, messages.get("report.scores")));
        blocks.add(tables.scores(comparison));
        for (Subject model : comparison.models()) {
            blocks.add(new Paragraph(
                    messages.get(
                            "report.threshold",
                            model.name(),
                            new Numbers(messages.locale()).fixed(model.threshold(), 3)),
                    true));
        }
        blocks.add(new Heading(1, messages.get("report.leaks")));
        blocks.addAll(leaks.of(comparison));
        blocks.add(new Heading(2, messages.get("report.kinds")));
        blocks.add(tables.kinds(comparison));
        return blocks;
    }

    private List<Block> curves(Comparison comparison, List<Result> results) {
        List<ScoreCharts.Series> all = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        for (Result result : results) {
            for (Trial trial : result.trials()) {
                if (shown(result, trial) && !Double.isNaN(trial.score().auroc())) {
                    boolean dashed = trial.heldOut() == HeldOut.RANDOM || trial.heldOut() == HeldOut.SEEN;
                    Ink ink = ink(comparison, result);
                    all.add(new ScoreCharts.Series(ink, dashed, trial));
                    keys.add(new Key(ink, dashed, tables.kind(trial.heldOut()) + " \u00b7 " + result.model()));
                }
            }
        }
        if (all.isEmpty()) {
            return List.of(new Paragraph(messages.get("report.no_curves"), true));
        }
        return List.of(new Charts(
                List.of(
                        new Captioned(messages.get("report.chart.roc"), charts.roc(all)),
                        new Captioned(messages.get("report.chart.pr"), charts.precisionRecall(all))),
                keys));
    }

    /** Images that were seen are drawn only where there is nothing else to draw. */
    private static boolean shown(Result result, Trial trial) {
        return trial.heldOut().tests()
                || result.trials().stream().noneMatch(other -> other.heldOut().tests());
    }

    private static Ink ink(Comparison comparison, Result result) {
        List<String> names = comparison.models().stream().map(Subject::name).toList();
        return Ink.series(names.indexOf(result.model()));
    }

    private List<Block> details(Comparison comparison, Result result) {
        List<Block> blocks = new ArrayList<>();
        Optional<Trial> main = result.main();
        if (main.isEmpty()) {
            return blocks;
        }
        Trial trial = main.get();
        blocks.add(new Heading(
                2,
                messages.get(
                        "report.details",
                        result.model(),
                        tables.kind(trial.heldOut()),
                        Numbers.count(trial.images().size()))));
        ScoreCharts.Series series = new ScoreCharts.Series(ink(comparison, result), false, trial);
        blocks.add(new Charts(
                List.of(
                        new Captioned(messages.get("report.chart.reliability"), charts.reliability(series)),
                        new Captioned(
                                messages.get("report.chart.confusion"),
                                charts.confusion(trial.score().confusion()))),
                List.of()));
        blocks.addAll(tables.groups(trial));
        blocks.add(new Heading(2, messages.get("report.misses")));
        blocks.add(gallery(trial.worstMisses(WORST), "report.misses.none"));
        blocks.add(new Heading(2, messages.get("report.alarms")));
        blocks.add(gallery(trial.worstFalseAlarms(WORST), "report.alarms.none"));
        return blocks;
    }

    private Block gallery(List<ScoredImage> images, String none) {
        if (images.isEmpty()) {
            return new Paragraph(messages.get(none), true);
        }
        return new Gallery(images.stream()
                .map(image -> new Shot(
                        pictures.apply(image),
                        Numbers.wholePercent(image.probability()),
                        // the file's name only: a scorecard travels, and a path tells whose machine it was
                        String.valueOf(Path.of(image.image()).getFileName()),
                        List.of(
                                messages.get(
                                        "report.shot",
                                        messages.get(
                                                "cli.label." + image.label().word())),
                                image.group())))
                .toList());
    }
}

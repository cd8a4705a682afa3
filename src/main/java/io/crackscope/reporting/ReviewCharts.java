package io.crackscope.reporting;

import io.crackscope.domain.Label;
import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import io.crackscope.evaluation.HeldOut;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Trial;
import io.crackscope.reporting.Chart.Anchor;
import io.crackscope.reporting.Chart.Mark;
import io.crackscope.text.Messages;
import io.crackscope.work.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charts of an inspection report: the model's verdicts against the person's decisions, as matrix and as curves. */
public final class ReviewCharts {
    private static final double CELL_WIDTH = 84;
    private static final double CELL_HEIGHT = 44;
    private static final double LEFT = 150;
    private static final double TOP = 40;
    private static final double FONT = 8.5;

    private final Messages messages;
    private final InspectionWords words;

    /** Charts in the language of {@code messages}. */
    public ReviewCharts(InspectionReport report, Messages messages) {
        this.messages = messages;
        this.words = new InspectionWords(messages, report.made().getZone());
    }

    /**
     * Writes the charts of {@code report} into {@code folder}, which exists, each as SVG and PNG.
     *
     * @throws IOException if one cannot be written
     */
    public static void write(InspectionReport report, Messages messages, Path folder) throws IOException {
        for (Map.Entry<String, Chart> chart :
                new ReviewCharts(report, messages).of(report).entrySet()) {
            AtomicFile.write(folder.resolve(chart.getKey() + ".svg"), ChartFile.svg(chart.getValue()));
            AtomicFile.write(folder.resolve(chart.getKey() + ".png"), ChartFile.png(chart.getValue()));
        }
    }

    /**
     * The charts by the names that their files should have: {@code matrix}, and {@code roc}, {@code precision-recall} and
     * {@code reliability} where persons found both cracks and none.
     */
    public Map<String, Chart> of(InspectionReport report) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("matrix", matrix(report.matrix()));
        List<ScoredImage> decided = report.findings().stream()
                .flatMap(finding -> scored(finding).stream())
                .toList();
        boolean both = decided.stream().map(ScoredImage::label).distinct().count() == 2;
        Optional<Double> threshold = report.models().stream()
                .flatMap(model -> model.thresholds().stream())
                .map(thresholds -> thresholds.crackFrom())
                .findFirst();
        if (both && threshold.isPresent()) {
            Trial trial = Trial.of(HeldOut.UNKNOWN, decided, threshold.get(), 1);
            ScoreCharts scores = new ScoreCharts(messages);
            ScoreCharts.Series series = new ScoreCharts.Series(Ink.SERIES_1, false, trial);
            charts.put("roc", scores.roc(List.of(series)));
            charts.put("precision-recall", scores.precisionRecall(List.of(series)));
            charts.put("reliability", scores.reliability(series));
        }
        return charts;
    }

    /** A photo on which a person was definite and a model gave a probability. */
    private static Optional<ScoredImage> scored(Finding finding) {
        Optional<Label> label = finding.decision().flatMap(decision -> switch (decision) {
            case CRACK -> Optional.of(Label.CRACK);
            case NO_CRACK -> Optional.of(Label.NO_CRACK);
            case UNSURE -> Optional.empty();
        });
        return finding.judged().isEmpty()
                ? Optional.empty()
                : label.map(known -> new ScoredImage(
                        finding.photo().name(), known, finding.probability(), String.valueOf(finding.number())));
    }

    private Chart matrix(ReviewMatrix matrix) {
        List<Mark> marks = new ArrayList<>();
        int columns = ReviewMatrix.NO_DECISION + 1;
        int rows = ReviewMatrix.NO_VERDICT + 1;
        marks.add(
                text(LEFT + columns * CELL_WIDTH / 2, 10, words.get("inspection.summary.person"), Anchor.MIDDLE, true));
        marks.add(text(4, TOP - 8, words.get("inspection.summary.model"), Anchor.START, true));
        for (int column = 0; column < columns; column++) {
            Optional<Review.Decision> decision = column == ReviewMatrix.NO_DECISION
                    ? Optional.empty()
                    : Optional.of(Review.Decision.values()[column]);
            String title = words.decisionBriefly(decision);
            marks.add(text(LEFT + (column + 0.5) * CELL_WIDTH, TOP - 8, title, Anchor.MIDDLE, false));
        }
        for (int row = 0; row < rows; row++) {
            Optional<Verdict> verdict =
                    row == ReviewMatrix.NO_VERDICT ? Optional.empty() : Optional.of(Verdict.values()[row]);
            double y = TOP + row * CELL_HEIGHT;
            marks.add(text(LEFT - 8, y + CELL_HEIGHT / 2 + 3, words.verdict(verdict), Anchor.END, false));
            int sum = Math.max(1, matrix.ofVerdict(verdict));
            for (int column = 0; column < columns; column++) {
                int count = matrix.counts()[row][column];
                double x = LEFT + column * CELL_WIDTH;
                double opacity = 0.06 + 0.34 * count / sum;
                marks.add(new Chart.Box(x + 1, y + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2, ink(row, column), opacity));
                marks.add(new Chart.Words(
                        x + CELL_WIDTH / 2,
                        y + CELL_HEIGHT / 2 + 5,
                        Numbers.count(count),
                        14,
                        Anchor.MIDDLE,
                        Ink.TEXT,
                        true,
                        false));
            }
        }
        return new Chart(
                LEFT + columns * CELL_WIDTH, TOP + rows * CELL_HEIGHT, marks, words.get("inspection.summary.matrix"));
    }

    /** Where both were definite: agreement or not; grey elsewhere. */
    private static Ink ink(int row, int column) {
        boolean modelDefinite = row == Verdict.CRACK.ordinal() || row == Verdict.NO_CRACK.ordinal();
        boolean personDefinite =
                column == Review.Decision.CRACK.ordinal() || column == Review.Decision.NO_CRACK.ordinal();
        if (!modelDefinite || !personDefinite) {
            return Ink.SERIES_6;
        }
        boolean agree = (row == Verdict.CRACK.ordinal()) == (column == Review.Decision.CRACK.ordinal());
        return agree ? Ink.GOOD : Ink.BAD;
    }

    private static Chart.Words text(double x, double y, String text, Anchor anchor, boolean bold) {
        return new Chart.Words(x, y, text, FONT, anchor, bold ? Ink.TEXT : Ink.MUTED, bold, false);
    }
}

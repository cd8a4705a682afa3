package io.crackscope.reporting;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.evaluation.Curves;
import io.crackscope.evaluation.Reliability;
import io.crackscope.evaluation.Trial;
import io.crackscope.reporting.Chart.Anchor;
import io.crackscope.reporting.Chart.Mark;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** Lays out the charts of a scorecard. */
final class ScoreCharts {
    /** Half the width of the text on an A4 page, less the gap. */
    private static final double HALF = 240;

    private static final double LEFT = 36;
    private static final double TOP = 8;
    private static final double BOTTOM = 34;
    private static final double RIGHT = 8;
    private static final double SIDE = HALF - LEFT - RIGHT;
    private static final double FONT = 8.5;

    /** Points nearer to the last one than this are not drawn: a two-hundredth of a chart is below what print shows. */
    private static final double LEAST_STEP = 0.004;

    private final Messages messages;
    private final Numbers numbers;

    ScoreCharts(Messages messages) {
        this.messages = messages;
        this.numbers = new Numbers(messages.locale());
    }

    /** A trial in its colour. */
    record Series(Ink ink, boolean dashed, Trial trial) {}

    Chart roc(List<Series> all) {
        List<Mark> marks = frame("report.chart.fpr", "report.chart.tpr");
        marks.add(diagonal());
        for (Series series : all) {
            curve(marks, series, Curves.roc(series.trial().images()), false);
            threshold(
                    marks,
                    series,
                    1 - specificity(series.trial().score().confusion()),
                    recall(series.trial().score().confusion()));
        }
        return new Chart(HALF, TOP + SIDE + BOTTOM, marks, messages.get("report.chart.roc"));
    }

    Chart precisionRecall(List<Series> all) {
        List<Mark> marks = frame("report.chart.recall", "report.chart.precision");
        for (Series series : all) {
            curve(marks, series, Curves.precisionRecall(series.trial().images()), true);
            ConfusionMatrix confusion = series.trial().score().confusion();
            threshold(
                    marks,
                    series,
                    recall(confusion),
                    confusion.score(io.crackscope.domain.Label.CRACK).precision());
        }
        return new Chart(HALF, TOP + SIDE + BOTTOM, marks, messages.get("report.chart.pr"));
    }

    private static double recall(ConfusionMatrix confusion) {
        return confusion.score(io.crackscope.domain.Label.CRACK).recall();
    }

    private static double specificity(ConfusionMatrix confusion) {
        return confusion.score(io.crackscope.domain.Label.NO_CRACK).recall();
    }

    private List<Mark> frame(String xTitle, String yTitle) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= 5; i++) {
            double at = i / 5.0;
            marks.add(Chart.line(x(at), y(0), x(at), y(1), Ink.GRID, 0.6));
            marks.add(Chart.line(x(0), y(at), x(1), y(at), Ink.GRID, 0.6));
            String label = numbers.fixed(at, 1);
            marks.add(words(x(at), y(0) + 12, label, Anchor.MIDDLE, Ink.MUTED));
            marks.add(words(x(0) - 5, y(at) + 3, label, Anchor.END, Ink.MUTED));
        }
        marks.add(Chart.line(x(0), y(0), x(1), y(0), Ink.AXIS, 0.8));
        marks.add(Chart.line(x(0), y(0), x(0), y(1), Ink.AXIS, 0.8));
        marks.add(words(x(0.5), y(0) + 27, messages.get(xTitle), Anchor.MIDDLE, Ink.TEXT));
        marks.add(upwards(9, y(0.5), messages.get(yTitle), Ink.TEXT));
        return marks;
    }

    private static Mark diagonal() {
        return new Chart.Path(new double[] {x(0), x(1)}, new double[] {y(0), y(1)}, Ink.AXIS, 0.7, true);
    }

    private static void curve(List<Mark> marks, Series series, List<Curves.Point> points, boolean steps) {
        if (points.isEmpty()) {
            return;
        }
        List<Curves.Point> drawn = Curves.line(points, steps, LEAST_STEP);
        marks.add(new Chart.Path(
                drawn.stream().mapToDouble(point -> x(point.x())).toArray(),
                drawn.stream().mapToDouble(point -> y(point.y())).toArray(),
                series.ink(),
                1.5,
                series.dashed()));
    }

    /** Where the model's own threshold lies on the curve. */
    private static void threshold(List<Mark> marks, Series series, double atX, double atY) {
        if (Double.isFinite(atX) && Double.isFinite(atY)) {
            marks.add(new Chart.Dot(x(atX), y(atY), 3.2, series.ink()));
        }
    }

    private static double x(double share) {
        return LEFT + SIDE * share;
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }

    private static Chart.Words words(double x, double y, String text, Anchor anchor, Ink ink) {
        return new Chart.Words(x, y, text, FONT, anchor, ink, false, false);
    }

    private static Chart.Words upwards(double x, double y, String text, Ink ink) {
        return new Chart.Words(x, y, text, FONT, Anchor.MIDDLE, ink, false, true);
    }

    /** Share of cracks over the probability said, and how many images that rests on. */
    Chart reliability(Series series) {
        double width = 300;
        double plot = width - LEFT - RIGHT;
        double height = 150;
        double bars = TOP + height + 56;
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= 5; i++) {
            double at = i / 5.0;
            double gridY = TOP + height * (1 - at);
            String label = numbers.fixed(at, 1);
            marks.add(Chart.line(LEFT + plot * at, TOP, LEFT + plot * at, TOP + height, Ink.GRID, 0.6));
            marks.add(Chart.line(LEFT, gridY, LEFT + plot, gridY, Ink.GRID, 0.6));
            marks.add(words(LEFT + plot * at, TOP + height + 12, label, Anchor.MIDDLE, Ink.MUTED));
            marks.add(words(LEFT - 5, gridY + 3, label, Anchor.END, Ink.MUTED));
        }
        marks.add(Chart.line(LEFT, TOP + height, LEFT + plot, TOP + height, Ink.AXIS, 0.8));
        marks.add(Chart.line(LEFT, TOP, LEFT, TOP + height, Ink.AXIS, 0.8));
        marks.add(new Chart.Path(
                new double[] {LEFT, LEFT + plot}, new double[] {TOP + height, TOP}, Ink.AXIS, 0.7, true));
        List<Reliability.Bin> bins = Reliability.of(series.trial().images());
        int most = bins.stream().mapToInt(Reliability.Bin::images).max().orElse(1);
        List<double[]> points = new ArrayList<>();
        for (Reliability.Bin bin : bins) {
            if (bin.images() > 0) {
                points.add(new double[] {
                    LEFT + plot * bin.meanProbability(), TOP + height * (1 - bin.crackShare()), bin.images()
                });
                double barHeight = Math.max(0.8, 22 * bin.images() / (double) most);
                double barWidth = plot * (bin.to() - bin.from()) - 1.5;
                double barX = LEFT + plot * bin.from() + 0.75;
                marks.add(new Chart.Box(barX, bars - barHeight, barWidth, barHeight, series.ink(), 0.45));
                marks.add(new Chart.Words(
                        barX + barWidth / 2,
                        bars - barHeight - 2,
                        compact(bin.images()),
                        6.5,
                        Anchor.MIDDLE,
                        Ink.MUTED,
                        false,
                        false));
            }
        }
        marks.add(new Chart.Path(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                series.ink(),
                1.3,
                false));
        for (double[] point : points) {
            marks.add(new Chart.Dot(point[0], point[1], 2 + 2.5 * Math.sqrt(point[2] / most), series.ink()));
        }
        marks.add(Chart.line(LEFT, bars, LEFT + plot, bars, Ink.AXIS, 0.8));
        marks.add(words(LEFT + plot / 2, bars + 12, messages.get("report.chart.probability"), Anchor.MIDDLE, Ink.TEXT));
        marks.add(upwards(9, TOP + height / 2, messages.get("report.chart.share"), Ink.TEXT));
        marks.add(upwards(9, bars - 14, messages.get("report.chart.images"), Ink.TEXT));
        return new Chart(width, bars + 18, marks, messages.get("report.chart.reliability"));
    }

    private static String compact(int count) {
        return count < 10_000 ? String.valueOf(count) : Math.round(count / 1000.0) + "k";
    }

    Chart confusion(ConfusionMatrix matrix) {
        double cellWidth = 76;
        double cellHeight = 62;
        double left = 22;
        double top = 34;
        long[][] counts = {{matrix.tp(), matrix.fn()}, {matrix.fp(), matrix.tn()}};
        String[] names = {messages.get("cli.label.crack"), messages.get("cli.label.no_crack")};
        List<Mark> marks = new ArrayList<>();
        marks.add(bold(left + cellWidth, 10, messages.get("report.chart.called"), FONT, Ink.TEXT));
        marks.add(new Chart.Words(
                8, top + cellHeight, messages.get("report.chart.labelled"), FONT, Anchor.MIDDLE, Ink.TEXT, true, true));
        for (int row = 0; row < 2; row++) {
            long total = counts[row][0] + counts[row][1];
            marks.add(words(left + cellWidth * (row + 0.5), top - 7, names[row], Anchor.MIDDLE, Ink.MUTED));
            marks.add(upwards(left - 2, top + cellHeight * (row + 0.5), names[row], Ink.MUTED));
            for (int column = 0; column < 2; column++) {
                double share = total == 0 ? Double.NaN : counts[row][column] / (double) total;
                Ink ink = row == column ? Ink.GOOD : Ink.BAD;
                double x = left + 2 + cellWidth * column;
                double y = top + cellHeight * row;
                double opacity = 0.07 + (Double.isNaN(share) ? 0 : 0.30 * share);
                marks.add(new Chart.Box(x + 1, y + 1, cellWidth - 2, cellHeight - 2, ink, opacity));
                String count = Numbers.count(counts[row][column]);
                marks.add(bold(x + cellWidth / 2, y + cellHeight / 2 + 2, count, 14, Ink.TEXT));
                marks.add(words(
                        x + cellWidth / 2,
                        y + cellHeight / 2 + 16,
                        Numbers.wholePercent(share),
                        Anchor.MIDDLE,
                        Ink.MUTED));
            }
        }
        return new Chart(
                left + 2 * cellWidth + 6, top + 2 * cellHeight + 6, marks, messages.get("report.chart.confusion"));
    }

    private static Chart.Words bold(double x, double y, String text, double size, Ink ink) {
        return new Chart.Words(x, y, text, size, Anchor.MIDDLE, ink, true, false);
    }
}

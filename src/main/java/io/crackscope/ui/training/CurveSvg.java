package io.crackscope.ui.training;

import io.crackscope.learning.EpochScore;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** Learning curves as a drawing that stands alone, for reports and papers: the same two charts that the window shows. */
final class CurveSvg {
    private static final double WIDTH = 820;
    private static final double LEFT = 62;
    private static final double RIGHT = 18;
    private static final double GAP = 34;
    private static final double LOSS_HEIGHT = 300;
    private static final double ACCURACY_HEIGHT = 180;
    private static final double TOP = 40;
    private static final double FLOOR = 1e-6;

    private final List<RunCurve> curves;
    private final boolean logarithmic;
    private final Messages messages;
    private final StringBuilder svg = new StringBuilder();
    private final double end;

    CurveSvg(List<RunCurve> curves, boolean logarithmic, Messages messages) {
        this.curves = curves;
        this.logarithmic = logarithmic;
        this.messages = messages;
        this.end = Math.max(
                1, Math.ceil(curves.stream().mapToDouble(RunCurve::end).max().orElse(1)));
    }

    /** One chart: where it lies and what its axis reaches. */
    private record Panel(double top, double height, double low, double high, boolean log) {
        double y(double value) {
            double share =
                    log ? Math.log(Math.max(FLOOR, value) / low) / Math.log(high / low) : (value - low) / (high - low);
            return top + height * (1 - Math.clamp(share, 0, 1));
        }
    }

    /** The whole drawing. */
    String text() {
        double height = TOP + LOSS_HEIGHT + GAP + ACCURACY_HEIGHT + 44;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\""
                .formatted(number(WIDTH), number(height)));
        svg.append(" font-family=\"Inter, Helvetica, Arial, sans-serif\" font-size=\"12\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        legend();
        Panel loss = loss();
        frame(loss, "ui.train.chart.loss", false);
        Panel accuracy = accuracy();
        frame(accuracy, "ui.train.chart.accuracy", true);
        boolean alone = curves.size() == 1;
        for (int i = 0; i < curves.size(); i++) {
            RunCurve curve = curves.get(i);
            String colour = ChartColours.css(ChartColours.LIGHT.series(alone ? 1 : i));
            String learning = ChartColours.css(ChartColours.LIGHT.series(i));
            int steps = curve.steps().size();
            if (alone) {
                line(loss, steps, curve::x, curve.steps()::loss, learning, 0.7, 0.35);
            }
            line(loss, steps, curve::x, curve::smoothedLoss, learning, alone ? 1.8 : 0.9, alone ? 1 : 0.45);
            List<EpochScore> epochs = curve.epochs();
            IntToDoubleFunction at = epoch -> epoch + 1;
            line(loss, epochs.size(), at, e -> epochs.get(e).validationLoss(), colour, 1.8, 1);
            line(accuracy, epochs.size(), at, e -> epochs.get(e).validationAccuracy(), colour, 1.8, 1);
            best(curve, loss, accuracy, alone ? "#1b1f24" : colour);
        }
        words(LEFT + plotWidth() / 2, height - 10, "middle", "#1b1f24", messages.get("ui.train.chart.epoch"));
        return svg.append("</svg>\n").toString();
    }

    private double plotWidth() {
        return WIDTH - LEFT - RIGHT;
    }

    private double x(double epoch) {
        return LEFT + plotWidth() * epoch / end;
    }

    private Panel loss() {
        double low = Double.MAX_VALUE;
        double high = 0;
        for (RunCurve curve : curves) {
            for (int i = 0; i < curve.steps().size(); i++) {
                double value = curves.size() == 1 ? curve.steps().loss(i) : curve.smoothedLoss(i);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            for (EpochScore epoch : curve.epochs()) {
                low = Math.min(low, epoch.validationLoss());
                high = Math.max(high, epoch.validationLoss());
            }
        }
        if (high <= 0) {
            low = 0.1;
            high = 1;
        }
        return logarithmic
                ? new Panel(TOP, LOSS_HEIGHT, Math.max(FLOOR, low / 1.15), high * 1.15, true)
                : new Panel(TOP, LOSS_HEIGHT, 0, high * 1.05, false);
    }

    private Panel accuracy() {
        double low = curves.stream()
                .flatMap(curve -> curve.epochs().stream())
                .mapToDouble(EpochScore::validationAccuracy)
                .min()
                .orElse(0.5);
        return new Panel(
                TOP + LOSS_HEIGHT + GAP,
                ACCURACY_HEIGHT,
                Math.max(0, low - Math.max(0.005, (1 - low) * 0.1)),
                1,
                false);
    }

    private void frame(Panel panel, String title, boolean percent) {
        for (double tick : Ticks.of(panel.low(), panel.high(), panel.log(), 6)) {
            double y = panel.y(tick);
            rule(LEFT, y, WIDTH - RIGHT, y, "#e6eaee");
            String label = percent
                    ? Ticks.label(100 * tick, messages.locale()) + "\u00A0%"
                    : Ticks.label(tick, messages.locale());
            words(LEFT - 6, y + 4, "end", "#57606a", label);
        }
        for (double tick : Ticks.of(0, end, false, 10)) {
            rule(x(tick), panel.top(), x(tick), panel.top() + panel.height(), "#e6eaee");
            if (percent) {
                words(
                        x(tick),
                        panel.top() + panel.height() + 16,
                        "middle",
                        "#57606a",
                        Ticks.label(tick, messages.locale()));
            }
        }
        words(LEFT, panel.top() - 8, "start", "#1b1f24", messages.get(title));
    }

    private void best(RunCurve curve, Panel loss, Panel accuracy, String colour) {
        if (curve.bestEpoch() > 0) {
            double x = x(curve.bestEpoch());
            for (Panel panel : List.of(loss, accuracy)) {
                svg.append(
                        "<line x1=\"%1$s\" y1=\"%2$s\" x2=\"%1$s\" y2=\"%3$s\" stroke=\"%4$s\" stroke-dasharray=\"4 3\"/>\n"
                                .formatted(
                                        number(x), number(panel.top()), number(panel.top() + panel.height()), colour));
            }
            boolean roomAtRight = curve.bestEpoch() < 0.7 * end;
            words(
                    x + (roomAtRight ? 5 : -5),
                    loss.top() + 14,
                    roomAtRight ? "start" : "end",
                    colour,
                    messages.get("ui.train.chart.best", curve.bestEpoch()));
        }
    }

    private void legend() {
        List<String> names = new ArrayList<>();
        if (curves.size() == 1) {
            names.add(messages.get("ui.train.legend.train"));
            names.add(messages.get("ui.train.legend.validation"));
        } else {
            curves.forEach(curve -> names.add(curve.name()));
        }
        double at = WIDTH - RIGHT;
        for (int i = names.size() - 1; i >= 0; i--) {
            words(at, 16, "end", "#1b1f24", names.get(i));
            // about as wide as the words of this size are
            at -= 7 * names.get(i).length() + 6;
            svg.append("<rect x=\"%s\" y=\"10\" width=\"16\" height=\"3\" fill=\"%s\"/>\n"
                    .formatted(number(at - 16), ChartColours.css(ChartColours.LIGHT.series(i))));
            at -= 34;
        }
    }

    private void line(
            Panel panel,
            int count,
            IntToDoubleFunction x,
            IntToDoubleFunction y,
            String colour,
            double width,
            double opacity) {
        if (count == 0) {
            return;
        }
        svg.append(
                "<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"%s\" stroke-width=\"%s\" stroke-opacity=\"%s\" points=\""
                        .formatted(colour, number(width), number(opacity)));
        for (int i : Decimation.minMax(y, 0, count, ThinnedSeries.MOST)) {
            svg.append(number(x(x.applyAsDouble(i))))
                    .append(',')
                    .append(number(panel.y(y.applyAsDouble(i))))
                    .append(' ');
        }
        svg.append("\"/>\n");
    }

    private void rule(double x1, double y1, double x2, double y2, String colour) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>\n"
                .formatted(number(x1), number(y1), number(x2), number(y2), colour));
    }

    private void words(double x, double y, String anchor, String colour, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(
                        number(x),
                        number(y),
                        anchor,
                        colour,
                        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

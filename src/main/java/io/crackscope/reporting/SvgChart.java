package io.crackscope.reporting;

import io.crackscope.reporting.Chart.Anchor;
import java.util.Locale;

/** Writes charts as SVG whose colours are variables of the page's style sheet. */
final class SvgChart {
    private SvgChart() {}

    /** The {@code svg} element; {@code scale} pixels stand for one unit of the chart. */
    static String of(Chart chart, double scale) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg role=\"img\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">"
                .formatted(
                        number(scale * chart.width()),
                        number(scale * chart.height()),
                        number(chart.width()),
                        number(chart.height())));
        svg.append("<title>").append(Html.escaped(chart.description())).append("</title>");
        for (Chart.Mark mark : chart.marks()) {
            svg.append(
                    switch (mark) {
                        case Chart.Path path -> path(path);
                        case Chart.Box box ->
                            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" style=\"fill:var(%s)\" fill-opacity=\"%s\"/>"
                                    .formatted(
                                            number(box.x()),
                                            number(box.y()),
                                            number(box.width()),
                                            number(box.height()),
                                            box.ink().variable(),
                                            number(box.opacity()));
                        case Chart.Dot dot ->
                            "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" style=\"fill:var(%s)\"/>"
                                    .formatted(
                                            number(dot.x()),
                                            number(dot.y()),
                                            number(dot.radius()),
                                            dot.ink().variable());
                        case Chart.Words words -> words(words);
                    });
        }
        return svg.append("</svg>").toString();
    }

    private static String path(Chart.Path path) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < path.x().length; i++) {
            points.append(i == 0 ? "" : " ")
                    .append(number(path.x()[i]))
                    .append(',')
                    .append(number(path.y()[i]));
        }
        return "<polyline points=\"%s\" fill=\"none\" stroke-linejoin=\"round\" style=\"stroke:var(%s)\" stroke-width=\"%s\"%s/>"
                .formatted(
                        points,
                        path.ink().variable(),
                        number(path.width()),
                        path.dashed() ? " stroke-dasharray=\"4 3\"" : "");
    }

    private static String words(Chart.Words words) {
        String anchor = words.anchor() == Anchor.START ? "start" : words.anchor() == Anchor.END ? "end" : "middle";
        String turned = words.upwards()
                ? " transform=\"rotate(-90 %s %s)\"".formatted(number(words.x()), number(words.y()))
                : "";
        return "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\"%s%s style=\"fill:var(%s)\">%s</text>"
                .formatted(
                        number(words.x()),
                        number(words.y()),
                        number(words.size()),
                        anchor,
                        words.bold() ? " font-weight=\"600\"" : "",
                        turned,
                        words.ink().variable(),
                        Html.escaped(words.text()));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}

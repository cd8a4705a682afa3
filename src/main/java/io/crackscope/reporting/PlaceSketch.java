package io.crackscope.reporting;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.reporting.Chart.Anchor;
import io.crackscope.reporting.Chart.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws where photos were taken, north up, to scale, with nothing but their positions: no map, no network. */
final class PlaceSketch {
    /** Metres of a degree of latitude, and of longitude at the equator: right to 0.6 % everywhere. */
    private static final double METRES = 111_320;

    private static final double HEIGHT = 300;
    private static final double EDGE = 34;
    private static final double LEAST_SPAN = 20;
    private static final double NEAR = 11;
    private static final double FONT = 7.5;
    private static final int LONGEST = 24;

    private final InspectionWords words;
    private final double width;

    PlaceSketch(InspectionWords words, double width) {
        this.words = words;
        this.width = width;
    }

    /** Photos that hold a position. */
    static List<Finding> placed(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.photo()
                        .facts()
                        .filter(facts -> facts.latitude().isPresent()
                                && facts.longitude().isPresent())
                        .isPresent())
                .toList();
    }

    /** Photos of one place of the sketch. */
    private record Spot(double x, double y, List<Finding> findings) {}

    /** The sketch of {@code findings}, all of which hold a position, at least one. */
    Chart of(List<Finding> findings) {
        double[] east = new double[findings.size()];
        double[] north = new double[findings.size()];
        double middle = findings.stream()
                .mapToDouble(finding -> facts(finding).latitude().orElseThrow())
                .average()
                .orElseThrow();
        double first = facts(findings.getFirst()).longitude().orElseThrow();
        for (int i = 0; i < east.length; i++) {
            PhotoFacts facts = facts(findings.get(i));
            // across the date line the short way
            double degrees = Math.IEEEremainder(facts.longitude().orElseThrow() - first, 360);
            east[i] = degrees * METRES * Math.cos(Math.toRadians(middle));
            north[i] = (facts.latitude().orElseThrow() - middle) * METRES;
        }
        Range across = Range.of(east);
        Range down = Range.of(north);
        double scale = Math.min(
                (width - 2 * EDGE) / Math.max(LEAST_SPAN, across.span()),
                (HEIGHT - 2 * EDGE) / Math.max(LEAST_SPAN, down.span()));
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < east.length; i++) {
            double x = width / 2 + (east[i] - across.middle()) * scale;
            double y = HEIGHT / 2 - (north[i] - down.middle()) * scale;
            add(spots, x, y, findings.get(i));
        }
        List<Mark> marks = frame(scale);
        spots.forEach(spot -> spot(marks, spot));
        return new Chart(width, HEIGHT, marks, words.get("inspection.positions.alt", findings.size()));
    }

    private static PhotoFacts facts(Finding finding) {
        return finding.photo().facts().orElseThrow();
    }

    /** Least and greatest of some figures. */
    private record Range(double least, double most) {
        static Range of(double[] figures) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double figure : figures) {
                least = Math.min(least, figure);
                most = Math.max(most, figure);
            }
            return new Range(least, most);
        }

        double span() {
            return most - least;
        }

        double middle() {
            return (least + most) / 2;
        }
    }

    private static void add(List<Spot> spots, double x, double y, Finding finding) {
        for (Spot spot : spots) {
            if (Math.hypot(spot.x() - x, spot.y() - y) < NEAR) {
                spot.findings().add(finding);
                return;
            }
        }
        spots.add(new Spot(x, y, new ArrayList<>(List.of(finding))));
    }

    private List<Mark> frame(double scale) {
        List<Mark> marks = new ArrayList<>();
        double[] xs = {0, width, width, 0, 0};
        double[] ys = {0, 0, HEIGHT, HEIGHT, 0};
        marks.add(new Chart.Path(xs, ys, Ink.AXIS, 0.6, false));
        double x = width - 16;
        marks.add(new Chart.Path(new double[] {x - 4, x, x + 4}, new double[] {18, 10, 18}, Ink.TEXT, 1, false));
        marks.add(Chart.line(x, 10, x, 30, Ink.TEXT, 1));
        marks.add(new Chart.Words(
                x, 40, words.get("inspection.positions.north"), FONT + 1, Anchor.MIDDLE, Ink.TEXT, true, false));
        double metres = Math.pow(10, Math.floor(Math.log10(width * 0.25 / scale)));
        for (int factor : new int[] {5, 2}) {
            if (factor * metres * scale <= width * 0.25) {
                metres *= factor;
                break;
            }
        }
        double length = metres * scale;
        double y = HEIGHT - 10;
        marks.add(Chart.line(10, y, 10 + length, y, Ink.TEXT, 1.4));
        marks.add(Chart.line(10, y - 3, 10, y + 3, Ink.TEXT, 0.8));
        marks.add(Chart.line(10 + length, y - 3, 10 + length, y + 3, Ink.TEXT, 0.8));
        String label = metres >= 1000 ? Math.round(metres / 1000) + "\u00a0km" : Math.round(metres) + "\u00a0m";
        marks.add(new Chart.Words(10, y - 6, label, FONT, Anchor.START, Ink.TEXT, false, false));
        return marks;
    }

    /** A dot in the colour of the gravest photo there, and the numbers. */
    private static void spot(List<Mark> marks, Spot spot) {
        Finding worst = spot.findings().stream().min(Finding.WORST_FIRST).orElseThrow();
        Ink ink = InspectionSections.ink(
                Optional.of(worst).flatMap(Finding::judged).map(answer -> answer.verdict()));
        marks.add(new Chart.Dot(spot.x(), spot.y(), 4, ink));
        marks.add(new Chart.Words(
                spot.x() + 6, spot.y() + 2.5, numbers(spot.findings()), FONT, Anchor.START, Ink.TEXT, true, false));
    }

    /** Not more numbers than fit beside a dot. */
    private static String numbers(List<Finding> findings) {
        List<Integer> all = findings.stream().map(Finding::number).toList();
        String runs = Numbers.runs(all);
        return runs.length() <= LONGEST ? runs : Numbers.runs(all.subList(0, 1)) + " \u2026 (" + all.size() + ")";
    }
}

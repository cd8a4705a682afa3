package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/**
 * Outlines and numbers of the evidence over a photo. Each line lies on a darker, wider one, so that it is seen on light
 * and dark concrete alike; lines keep their width at every zoom. So that a busy photo stays a photo, evidence that does not
 * make a crack by itself is drawn thin and broken, and so are spots beside a crack that are too small to be one; of numbers
 * that would cover each other only the more probable one is shown.
 */
final class EvidenceLayer extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass WEAK = PseudoClass.getPseudoClass("weak");
    private static final double LINE = 1.5;
    private static final double HALO = 3.5;
    private static final double WEAK_LINE = 1;
    private static final double WEAK_HALO = 2.5;
    private static final double DASH = 4;

    /** As many tiles must speak together before a person should look ({@code EvidenceLinker}). */
    private static final double WITNESSES = 2;

    /** A line and the darker one below it. */
    private record Stroke(Path halo, Path line, boolean weak) {}

    private record Outline(
            Evidence evidence, List<Stroke> strokes, Label number, EvidenceContour.Point at, Area around) {
        boolean isChosen() {
            return number.getPseudoClassStates().contains(CHOSEN);
        }
    }

    private final Group shapes = new Group();
    private final Translate translate = new Translate();
    private final Scale scale = new Scale();
    private final List<Outline> outlines = new ArrayList<>();
    private Placement placement = new Placement(1, 0, 0);

    EvidenceLayer() {
        setManaged(false);
        setMouseTransparent(true);
        shapes.getTransforms().addAll(translate, scale);
        shapes.setManaged(false);
        getChildren().add(shapes);
        // a number has no size while another tab is shown
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                placeNumbers();
            }
        });
    }

    /**
     * Shows evidence of {@code map}, most probable first.
     *
     * @param tileThreshold probability from which a tile speaks by itself
     * @param crackFrom probability from which evidence makes a crack
     */
    void show(CrackMap map, List<Evidence> evidence, double tileThreshold, double crackFrom) {
        clear();
        for (Evidence one : evidence) {
            List<EvidenceContour.Loop> loops = EvidenceContour.trace(map, one, tileThreshold);
            boolean weak = one.probability() < crackFrom;
            Label number = new Label(Integer.toString(outlines.size() + 1));
            number.getStyleClass().add("evidence-number");
            number.pseudoClassStateChanged(WEAK, weak);
            number.setManaged(false);
            Outline outline = new Outline(
                    one,
                    strokes(loops, weak),
                    number,
                    loops.getFirst().points().stream()
                            .min(Comparator.comparingDouble(EvidenceContour.Point::y)
                                    .thenComparingDouble(EvidenceContour.Point::x))
                            .orElseThrow(),
                    EvidenceContour.around(loops));
            outlines.add(outline);
            // The strongest evidence comes first and lies on top.
            outline.strokes().forEach(stroke -> shapes.getChildren().addAll(0, List.of(stroke.halo(), stroke.line())));
            getChildren().add(number);
        }
        place(placement);
    }

    void clear() {
        outlines.clear();
        shapes.getChildren().clear();
        getChildren().setAll(shapes);
    }

    /** Marks this evidence, or none if it is null or not shown. */
    void choose(@Nullable Evidence evidence) {
        for (Outline outline : outlines) {
            boolean chosen = outline.evidence().equals(evidence);
            outline.strokes().forEach(stroke -> stroke.line().pseudoClassStateChanged(CHOSEN, chosen));
            outline.number().pseudoClassStateChanged(CHOSEN, chosen);
        }
        place(placement);
    }

    /** What the outline of this evidence encloses; the box around its tiles if it is not shown. */
    Area around(Evidence evidence) {
        return outlines.stream()
                .filter(outline -> outline.evidence().equals(evidence))
                .map(Outline::around)
                .findFirst()
                .orElseGet(() -> new Area(evidence.left(), evidence.top(), evidence.right(), evidence.bottom()));
    }

    void place(Placement now) {
        placement = now;
        translate.setX(now.x());
        translate.setY(now.y());
        scale.setX(now.scale());
        scale.setY(now.scale());
        for (Outline outline : outlines) {
            outline.strokes().forEach(stroke -> stroke(stroke, now.scale()));
        }
        placeNumbers();
    }

    private static void stroke(Stroke stroke, double scale) {
        stroke.halo().setStrokeWidth((stroke.weak() ? WEAK_HALO : HALO) / scale);
        stroke.line().setStrokeWidth((stroke.weak() ? WEAK_LINE : LINE) / scale);
        if (stroke.weak()) {
            stroke.line().getStrokeDashArray().setAll(DASH / scale, DASH / scale);
        }
    }

    private void placeNumbers() {
        List<Bounds> taken = new ArrayList<>();
        outlines.stream()
                .sorted(Comparator.comparing(outline -> !outline.isChosen()))
                .forEach(outline -> {
                    Label number = outline.number();
                    number.applyCss();
                    number.autosize();
                    // On top of the outline, or inside it where its top is out of sight.
                    double x = Math.round(placement.x() + outline.at().x() * placement.scale());
                    double top = placement.y() + outline.at().y() * placement.scale() - number.getHeight();
                    double y = Math.round(Math.max(0, top));
                    double bottom = placement.y() + outline.around().bottom() * placement.scale();
                    Bounds bounds = new BoundingBox(x, y, number.getWidth(), number.getHeight());
                    boolean isFree = taken.stream().noneMatch(bounds::intersects);
                    number.setVisible(isFree && bottom > number.getHeight());
                    if (number.isVisible()) {
                        taken.add(bounds);
                        number.relocate(x, y);
                    }
                });
    }

    /** At most two: what is strong, and what is weak. */
    private static List<Stroke> strokes(List<EvidenceContour.Loop> loops, boolean allWeak) {
        Map<Boolean, List<EvidenceContour.Loop>> byWeakness = loops.stream()
                .collect(Collectors.partitioningBy(
                        loop -> allWeak || loop != loops.getFirst() && loop.size() > 0 && loop.size() < WITNESSES));
        List<Stroke> strokes = new ArrayList<>();
        byWeakness.forEach((weak, some) -> {
            if (!some.isEmpty()) {
                strokes.add(new Stroke(path(some, "evidence-halo", weak), path(some, "evidence-line", weak), weak));
            }
        });
        return strokes;
    }

    private static Path path(List<EvidenceContour.Loop> loops, String styleClass, boolean weak) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.pseudoClassStateChanged(WEAK, weak);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        for (EvidenceContour.Loop loop : loops) {
            EvidenceContour.Point first = loop.points().getFirst();
            path.getElements().add(new MoveTo(first.x(), first.y()));
            loop.points().stream().skip(1).forEach(point -> path.getElements().add(new LineTo(point.x(), point.y())));
            path.getElements().add(new ClosePath());
        }
        return path;
    }
}

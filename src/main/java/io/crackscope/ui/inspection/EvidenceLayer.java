package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
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

/**
 * Outlines and numbers of the evidence over a photo. Each line lies on a darker, wider one, so that it is seen on light
 * and dark concrete alike; lines keep their width at every zoom.
 */
final class EvidenceLayer extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double LINE = 1.5;
    private static final double HALO = 3.5;

    private record Outline(Evidence evidence, Path halo, Path line, Label number, EvidenceOutline.Corner at) {}

    private final Group shapes = new Group();
    private final Translate translate = new Translate();
    private final Scale scale = new Scale();
    private final List<Outline> outlines = new ArrayList<>();

    EvidenceLayer() {
        setManaged(false);
        setMouseTransparent(true);
        shapes.getTransforms().addAll(translate, scale);
        shapes.setManaged(false);
        getChildren().add(shapes);
    }

    void show(List<Evidence> evidence) {
        outlines.clear();
        shapes.getChildren().clear();
        getChildren().setAll(shapes);
        for (Evidence one : evidence) {
            List<List<EvidenceOutline.Corner>> loops = EvidenceOutline.trace(one.tiles());
            Label number = new Label(Integer.toString(outlines.size() + 1));
            number.getStyleClass().add("evidence-number");
            number.setManaged(false);
            Outline outline = new Outline(
                    one, path(loops, "evidence-halo"), path(loops, "evidence-line"), number, topmost(loops));
            outlines.add(outline);
            shapes.getChildren().addAll(outline.halo(), outline.line());
            getChildren().add(number);
        }
    }

    /** Marks this evidence, or none if it is not shown. */
    void choose(Evidence evidence) {
        for (Outline outline : outlines) {
            boolean chosen = outline.evidence().equals(evidence);
            outline.line().pseudoClassStateChanged(CHOSEN, chosen);
            outline.number().pseudoClassStateChanged(CHOSEN, chosen);
        }
    }

    void place(Placement placement) {
        translate.setX(placement.x());
        translate.setY(placement.y());
        scale.setX(placement.scale());
        scale.setY(placement.scale());
        for (Outline outline : outlines) {
            outline.halo().setStrokeWidth(HALO / placement.scale());
            outline.line().setStrokeWidth(LINE / placement.scale());
            placeNumber(outline, placement);
        }
    }

    /** On top of the outline, or inside it where its top is out of sight. */
    private static void placeNumber(Outline outline, Placement placement) {
        Label number = outline.number();
        number.applyCss();
        number.autosize();
        double x = placement.x() + outline.at().x() * placement.scale();
        double y = placement.y() + outline.at().y() * placement.scale();
        double bottom = placement.y() + outline.evidence().bottom() * placement.scale();
        number.setVisible(bottom > number.getHeight());
        number.relocate(Math.round(x), Math.round(Math.max(0, y - number.getHeight())));
    }

    private static Path path(List<List<EvidenceOutline.Corner>> loops, String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        for (List<EvidenceOutline.Corner> loop : loops) {
            path.getElements()
                    .add(new MoveTo(loop.getFirst().x(), loop.getFirst().y()));
            loop.stream().skip(1).forEach(corner -> path.getElements().add(new LineTo(corner.x(), corner.y())));
            path.getElements().add(new ClosePath());
        }
        return path;
    }

    private static EvidenceOutline.Corner topmost(List<List<EvidenceOutline.Corner>> loops) {
        return loops.stream()
                .flatMap(List::stream)
                .min(java.util.Comparator.comparingInt(EvidenceOutline.Corner::y)
                        .thenComparingInt(EvidenceOutline.Corner::x))
                .orElseThrow();
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.text.Messages;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/**
 * The whole photo in a corner while only a part of it is in view: that part, and where the evidence lies. A click or drag
 * looks elsewhere.
 */
final class Minimap extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double LONGEST_SIDE = 144;
    private static final double LEAST_FRAME = 6;

    private final PhotoCanvas canvas;
    private final EvidenceTour tour;
    private final ImageView picture = new ImageView();
    private final Group marks = new Group();
    private final Region frame = new Region();
    private double scale = 1;

    Minimap(PhotoCanvas canvas, EvidenceTour tour, Messages messages) {
        this.canvas = canvas;
        this.tour = tour;
        setId("minimap");
        getStyleClass().add("minimap");
        setAccessibleText(messages.get("ui.viewer.minimap"));
        setVisible(false);
        picture.setSmooth(true);
        frame.getStyleClass().add("minimap-frame");
        frame.setManaged(false);
        marks.setManaged(false);
        for (var node : List.of(picture, marks, frame)) {
            node.setMouseTransparent(true);
        }
        getChildren().addAll(picture, marks, frame);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::look);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::look);
        tour.evidence().addListener((ListChangeListener<Evidence>) change -> mark());
        tour.positionProperty().addListener(change -> mark());
    }

    /** Shows this photo from now on. */
    void show(Image smallest) {
        Pyramid pyramid = canvas.pyramid();
        scale = LONGEST_SIDE / Math.max(pyramid.width(), pyramid.height());
        double width = Math.max(1, Math.round(pyramid.width() * scale));
        double height = Math.max(1, Math.round(pyramid.height() * scale));
        picture.setImage(smallest);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        mark();
        follow();
    }

    /** Shows what is in view now. */
    void follow() {
        setVisible(!canvas.isEmpty() && !canvas.isFitting());
        if (isVisible()) {
            Area seen = canvas.seen();
            double width = Math.max(LEAST_FRAME, seen.width() * scale);
            double height = Math.max(LEAST_FRAME, seen.height() * scale);
            frame.resizeRelocate(
                    Math.round(seen.centreX() * scale - width / 2),
                    Math.round(seen.centreY() * scale - height / 2),
                    Math.round(width),
                    Math.round(height));
        }
    }

    private void look(MouseEvent event) {
        canvas.centreOn(event.getX() / scale, event.getY() / scale);
        event.consume();
    }

    private void mark() {
        marks.getChildren().clear();
        for (Evidence evidence : tour.evidence().reversed()) {
            // The most probable tile: the middle of a bent crack's box may lie beside it.
            var tile = evidence.tiles().getFirst();
            Circle dot =
                    new Circle((tile.x() + tile.width() / 2.0) * scale, (tile.y() + tile.height() / 2.0) * scale, 3);
            dot.getStyleClass().add("minimap-mark");
            dot.pseudoClassStateChanged(
                    CHOSEN, tour.current().filter(evidence::equals).isPresent());
            marks.getChildren().add(dot);
        }
    }
}

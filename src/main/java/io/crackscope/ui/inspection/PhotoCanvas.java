package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import java.util.List;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Draws one photo with what lies over it, and zooms and pans it by wheel, pinch, drag and double click. */
final class PhotoCanvas extends Pane {
    /** A wheel notch (40 units) zooms by a fifth. */
    private static final double ZOOM_PER_SCROLL_UNIT = Math.log(1.2) / 40;

    private static final Duration MOVE = Duration.millis(140);

    private final Viewport viewport = new Viewport();
    private final ImageView photo = new ImageView();
    private final ImageView heat = new ImageView();
    private final EvidenceLayer evidence = new EvidenceLayer();
    private List<Image> levels = List.of();
    private double photoWidth = 1;
    private double photoHeight = 1;
    private @Nullable Transition move;
    private Placement goal = viewport.fit();
    private double dragX;
    private double dragY;

    PhotoCanvas() {
        getStyleClass().add("photo-canvas");
        setMinSize(0, 0);
        setFocusTraversable(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        for (ImageView view : List.of(photo, heat)) {
            view.setManaged(false);
            view.setMouseTransparent(true);
            view.setVisible(false);
        }
        heat.setSmooth(true);
        heat.getStyleClass().add("heat-overlay");
        getChildren().addAll(photo, heat, evidence);
        viewport.placementProperty().addListener((observable, before, now) -> draw(now));
        widthProperty().addListener(change -> viewport.view(getWidth(), getHeight()));
        heightProperty().addListener(change -> viewport.view(getWidth(), getHeight()));
        listenToGestures();
    }

    ReadOnlyObjectProperty<Placement> placementProperty() {
        return viewport.placementProperty();
    }

    boolean isFitting() {
        return viewport.isFitting();
    }

    ImageView heatView() {
        return heat;
    }

    EvidenceLayer evidenceLayer() {
        return evidence;
    }

    /** Shows a photo of this full size, fitted; {@code sizes} are renditions of it, largest first. */
    void showPhoto(List<Image> sizes, double width, double height) {
        stop();
        levels = sizes;
        photoWidth = width;
        photoHeight = height;
        photo.setVisible(true);
        viewport.photo(width, height);
        draw(viewport.placement());
    }

    void clear() {
        stop();
        levels = List.of();
        photo.setImage(null);
        photo.setVisible(false);
        showHeat(null);
        evidence.show(List.of());
    }

    void showHeat(@Nullable Image image) {
        heat.setImage(image);
        draw(viewport.placement());
    }

    void fit() {
        moveTo(viewport.fit());
    }

    void actualSize() {
        arrive();
        moveTo(viewport.actualSize(getWidth() / 2, getHeight() / 2, screenPixels()));
    }

    void zoomBy(double factor) {
        arrive();
        moveTo(viewport.zoomed(getWidth() / 2, getHeight() / 2, factor));
    }

    void flyTo(Evidence target) {
        moveTo(viewport.around(target.left(), target.top(), target.right(), target.bottom()));
    }

    /** Pixels of the screen per logical pixel. */
    double screenPixels() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    /** Ends a running move where it was going, so that keys pressed quickly add up instead of starting from halfway. */
    private void arrive() {
        if (move != null) {
            stop();
            viewport.place(goal);
        }
    }

    private void moveTo(Placement newGoal) {
        stop();
        goal = newGoal;
        if (levels.isEmpty() || Platform.getPreferences().isReducedMotion()) {
            viewport.place(newGoal);
            return;
        }
        Placement from = viewport.placement();
        Placement to = newGoal;
        move = new Transition() {
            {
                setCycleDuration(MOVE);
                setInterpolator(Interpolator.EASE_BOTH);
            }

            @Override
            protected void interpolate(double share) {
                viewport.place(from.towards(to, share));
            }
        };
        move.setOnFinished(event -> move = null);
        move.play();
    }

    private void stop() {
        if (move != null) {
            move.stop();
            move = null;
        }
    }

    private void draw(Placement placement) {
        double width = photoWidth * placement.scale();
        double height = photoHeight * placement.scale();
        if (!levels.isEmpty()) {
            Image level = levelFor(width * screenPixels());
            photo.setImage(level);
            // From twice its size on, pixels are shown as what they are.
            photo.setSmooth(width * screenPixels() < 2 * level.getWidth());
        }
        for (ImageView view : List.of(photo, heat)) {
            view.setX(placement.x());
            view.setY(placement.y());
            view.setFitWidth(width);
            view.setFitHeight(height);
        }
        evidence.place(placement);
    }

    /** The smallest rendition that is not enlarged. */
    private Image levelFor(double pixelsWide) {
        Image best = levels.getFirst();
        for (Image level : levels) {
            if (level.getWidth() >= pixelsWide) {
                best = level;
            }
        }
        return best;
    }

    private void listenToGestures() {
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() != 0) {
                stop();
                double factor = Math.exp(event.getDeltaY() * ZOOM_PER_SCROLL_UNIT);
                viewport.place(viewport.zoomed(event.getX(), event.getY(), factor));
                event.consume();
            }
        });
        addEventHandler(ZoomEvent.ZOOM, event -> {
            stop();
            viewport.place(viewport.zoomed(event.getX(), event.getY(), event.getZoomFactor()));
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            stop();
            dragX = event.getX();
            dragY = event.getY();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            viewport.place(viewport.panned(event.getX() - dragX, event.getY() - dragY));
            dragX = event.getX();
            dragY = event.getY();
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
                moveTo(
                        viewport.isFitting()
                                ? viewport.actualSize(event.getX(), event.getY(), screenPixels())
                                : viewport.fit());
            }
        });
    }
}

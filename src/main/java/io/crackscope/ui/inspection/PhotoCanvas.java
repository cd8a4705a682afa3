package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.text.Messages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** One photo with what lies over it, at the place and scale of a viewport that gestures and keys move. */
final class PhotoCanvas extends Pane {
    /** Share of the view by which a key moves it. */
    private static final double STEP = 0.15;

    private final Viewport viewport = new Viewport();
    private final Flight flight = new Flight(viewport);
    private final PhotoTiles<Image> tiles;
    private final PhotoLayer photo;
    private final ImageView heat = new ImageView();
    private final TileGrid grid;
    private final EvidenceLayer evidence = new EvidenceLayer();
    private final Region focusFrame = new Region();
    private Runnable onDrawn = () -> {};

    PhotoCanvas(PhotoTiles<Image> tiles, Messages messages) {
        this.tiles = tiles;
        photo = new PhotoLayer(tiles);
        grid = new TileGrid(messages);
        getStyleClass().add("photo-canvas");
        setMinSize(0, 0);
        setFocusTraversable(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        heat.setManaged(false);
        heat.setMouseTransparent(true);
        heat.setVisible(false);
        heat.setSmooth(true);
        grid.setVisible(false);
        focusFrame.getStyleClass().add("focus-frame");
        focusFrame.setManaged(false);
        focusFrame.setMouseTransparent(true);
        getChildren().addAll(photo, heat, grid, evidence, grid.words(), focusFrame);
        viewport.placementProperty().addListener(change -> draw());
        widthProperty().addListener(change -> resizeView());
        heightProperty().addListener(change -> resizeView());
        tiles.onChange(this::draw);
        new PhotoGestures(this, viewport, flight);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> grid.probe(new Point2D(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> grid.probe(new Point2D(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> grid.probe(null));
    }

    ReadOnlyObjectProperty<Placement> placementProperty() {
        return viewport.placementProperty();
    }

    boolean isFitting() {
        return viewport.isFitting();
    }

    boolean isEmpty() {
        return photo.isEmpty();
    }

    /** Whether what is seen is drawn as sharp as its file and the screen allow. */
    boolean isSharp() {
        return photo.isComplete();
    }

    /** Whether it will not get sharper. */
    boolean isCoarseForGood() {
        return tiles.isBroken();
    }

    ImageView heatView() {
        return heat;
    }

    EvidenceLayer evidenceLayer() {
        return evidence;
    }

    TileGrid tileGrid() {
        return grid;
    }

    /** Calls {@code action} whenever the view was drawn anew. */
    void onDrawn(Runnable action) {
        onDrawn = action;
    }

    /** Shows a photo, fitted; {@code sizes} are renditions of all of it, largest first. */
    void showPhoto(List<Image> sizes, Pyramid pyramid) {
        flight.stop();
        photo.show(sizes, pyramid);
        viewport.photo(pyramid.width(), pyramid.height());
        draw();
    }

    /** A better rendition of the photo that is shown already; the view stays where it is. */
    void sharpenPhoto(List<Image> sizes, Pyramid pyramid) {
        photo.show(sizes, pyramid);
        draw();
    }

    void clear() {
        flight.stop();
        photo.clear();
        onDrawn.run();
    }

    void showHeat(@Nullable Image image) {
        heat.setImage(image);
        draw();
    }

    void fit() {
        moveTo(viewport.fit());
    }

    /** Zooms to so many screen pixels per photo pixel, on each side. */
    void zoomTo(double screenPixelsPerPhotoPixel) {
        flight.arrive();
        moveTo(viewport.scaled(screenPixelsPerPhotoPixel / screenPixels()));
    }

    void zoomBy(double factor) {
        flight.arrive();
        moveTo(viewport.zoomed(getWidth() / 2, getHeight() / 2, factor));
    }

    /** Moves what is looked at by steps to the right and down. */
    void moveView(int stepsRight, int stepsDown) {
        flight.arrive();
        grid.probe(null);
        moveTo(viewport.panned(-stepsRight * STEP * getWidth(), -stepsDown * STEP * getHeight()));
    }

    void flyTo(Evidence target) {
        moveTo(viewport.around(evidence.around(target)));
    }

    /** Puts this point of the photo into the middle, at once. */
    void centreOn(double x, double y) {
        flight.stop();
        viewport.place(viewport.centredOn(x, y));
    }

    /** What is seen of the photo. */
    Area seen() {
        return viewport.seen();
    }

    Pyramid pyramid() {
        return photo.pyramid();
    }

    /** Pixels of the screen per logical pixel. */
    double screenPixels() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private void moveTo(Placement goal) {
        if (isEmpty()) {
            viewport.place(goal);
        } else {
            flight.to(goal);
        }
    }

    private void resizeView() {
        viewport.view(getWidth(), getHeight());
        focusFrame.resize(getWidth(), getHeight());
        draw();
    }

    private void draw() {
        Placement placement = viewport.placement();
        photo.draw(placement, viewport.seen(), screenPixels());
        heat.setX(placement.x());
        heat.setY(placement.y());
        heat.setFitWidth(photo.pyramid().width() * placement.scale());
        heat.setFitHeight(photo.pyramid().height() * placement.scale());
        grid.place(placement, getWidth(), getHeight());
        evidence.place(placement);
        onDrawn.run();
    }
}

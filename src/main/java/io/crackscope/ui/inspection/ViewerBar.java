package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.Icons;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What concerns the view itself, at the photo's foot: how near it is, its tiles, and the way from crack to crack. */
final class ViewerBar extends HBox {
    private final Messages messages;
    private final MenuButton zoom = new MenuButton();
    private final Label place = new Label();
    private final Function<Evidence, String> kind;

    /** {@code kind} tells what evidence is called, with the places for its number, the count and its probability. */
    ViewerBar(
            PhotoCanvas canvas,
            HeatOverlay overlay,
            EvidenceTour tour,
            Function<Evidence, String> kind,
            Messages messages) {
        this.messages = messages;
        this.kind = kind;
        getStyleClass().add("viewer-bar");
        setAlignment(Pos.CENTER_LEFT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        zoom.setId("zoom");
        zoom.getStyleClass().addAll("flat", "viewer-chip", "viewer-zoom");
        zoom.setTooltip(new Tooltip(messages.get("ui.viewer.zoom.tip")));
        zoom.getItems()
                .addAll(
                        item(messages.get("ui.action.fit"), KeyCode.DIGIT0, canvas::fit),
                        item(WholePercent.of(0.5), null, () -> canvas.zoomTo(0.5)),
                        item(WholePercent.of(1), KeyCode.DIGIT1, () -> canvas.zoomTo(1)),
                        item(zoomed(2), null, () -> canvas.zoomTo(2)));
        ToggleButton grid = new ToggleButton(null, Icons.of(Feather.GRID));
        named(grid, "tile-grid", "ui.viewer.grid", "ui.viewer.grid.tip");
        grid.selectedProperty().bindBidirectional(overlay.gridProperty());
        getChildren().addAll(zoom, grid, tour(canvas, tour));
        tour.positionProperty().addListener(change -> showPlace(tour));
        tour.evidence().addListener((javafx.beans.Observable change) -> showPlace(tour));
    }

    /** Puts a tool beside the tiles. */
    void addTool(ButtonBase tool) {
        tool.getStyleClass().addAll("flat", "viewer-chip", "viewer-button");
        getChildren().add(2, tool);
    }

    /** Shows how many screen pixels one photo pixel takes on each side. */
    void showZoom(double screenPixelsPerPhotoPixel) {
        String percent = zoomed(screenPixelsPerPhotoPixel);
        if (!percent.equals(zoom.getText())) {
            zoom.setText(percent);
            zoom.setAccessibleText(messages.get("ui.viewer.zoom", percent));
        }
    }

    private static String zoomed(double screenPixelsPerPhotoPixel) {
        return WholePercent.of(Math.max(1, Math.round(100 * screenPixelsPerPhotoPixel)) / 100.0);
    }

    private HBox tour(PhotoCanvas canvas, EvidenceTour tour) {
        Button previous = new Button(null, Icons.of(Feather.CHEVRON_LEFT));
        named(previous, "previous-evidence", "ui.viewer.previous", "ui.viewer.previous.tip");
        previous.setOnAction(event -> tour.previous().ifPresent(canvas::flyTo));
        Button next = new Button(null, Icons.of(Feather.CHEVRON_RIGHT));
        named(next, "next-evidence", "ui.viewer.next", "ui.viewer.next.tip");
        next.setOnAction(event -> tour.next().ifPresent(canvas::flyTo));
        place.setId("evidence-place");
        place.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(previous, place, next);
        box.getStyleClass().addAll("viewer-chip", "viewer-tour");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setVisible(false);
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void showPlace(EvidenceTour tour) {
        int count = tour.evidence().size();
        place.getParent().setVisible(count > 0);
        place.setText(tour.current()
                .map(evidence -> messages.get(
                        kind.apply(evidence),
                        tour.positionProperty().get(),
                        count,
                        WholePercent.of(evidence.probability())))
                .orElseGet(() -> messages.get("ui.viewer.places", count)));
    }

    private void named(ButtonBase button, String id, String key, String tipKey) {
        button.setId(id);
        button.getStyleClass().addAll("flat", "viewer-chip", "viewer-button");
        button.setAccessibleText(messages.get(key));
        button.setTooltip(new Tooltip(messages.get(tipKey)));
    }

    private static MenuItem item(String text, @Nullable KeyCode key, Runnable action) {
        MenuItem item = new MenuItem(text);
        if (key != null) {
            item.setAccelerator(new KeyCodeCombination(key));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Shortcut;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The selected photo with crack map and evidence over it, and what there is to say about the view itself. Until a photo
 * is there, its enlarged thumbnail stands for it, or else the one before stays for a moment: nothing flashes.
 */
final class ViewerPane extends StackPane {
    /** Long enough for the tiles of a 100-megapixel photo, small enough to be drawn at once. */
    private static final int HEAT_SIDE = 640;

    /** What takes less time than this needs no words. */
    private static final Duration PATIENCE = Duration.millis(200);

    private final InspectionViewModel model;
    private final HeatOverlay overlay;
    private final PhotoPictures<Image> pictures;
    private final PhotoTiles<Image> tiles;
    private final Messages messages;
    private final PhotoWords words;
    private final EvidenceTour tour = new EvidenceTour();
    private final PhotoCanvas canvas;
    private final ViewerChrome chrome;
    private final Label message = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final ChangeListener<PhotoState> stateListener = (observable, before, now) -> showState(now);
    private @Nullable PhotoRow shown;
    private @Nullable PhotoRow drawn;

    ViewerPane(
            InspectionViewModel model,
            HeatOverlay overlay,
            PhotoPictures<Image> pictures,
            PhotoTiles<Image> tiles,
            Messages messages) {
        this.model = model;
        this.overlay = overlay;
        this.pictures = pictures;
        this.tiles = tiles;
        this.messages = messages;
        this.words = new PhotoWords(messages);
        canvas = new PhotoCanvas(tiles, messages);
        chrome = new ViewerChrome(canvas, overlay, tour, this::kind, messages);
        getStyleClass().add("viewer");
        setMinSize(0, 0);
        canvas.setId("photo-canvas");
        canvas.setAccessibleText(messages.get("ui.viewer.accessible"));
        canvas.heatView().setId("heat-overlay");
        canvas.heatView().opacityProperty().bind(overlay.opacityProperty());
        message.getStyleClass().add("viewer-message");
        message.setWrapText(true);
        message.setMouseTransparent(true);
        message.setId("viewer-message");
        setAlignment(message, Pos.CENTER);
        getChildren().addAll(canvas, message, chrome);
        overlay.visibleProperty().addListener(change -> showOverlays());
        overlay.gridProperty().addListener(change -> showOverlays());
        overlay.bareProperty().addListener(change -> showOverlays());
        tour.positionProperty()
                .addListener(
                        change -> canvas.evidenceLayer().choose(tour.current().orElse(null)));
        ViewerKeys.endBareWhenReleased(this, overlay.bareProperty());
        patience.setOnFinished(event -> showMessage());
        model.selectedProperty().addListener((observable, before, now) -> show(now));
        show(model.selectedProperty().get());
    }

    PhotoCanvas canvas() {
        return canvas;
    }

    /** The keys of the viewer. */
    List<Shortcut> shortcuts() {
        return ViewerKeys.of(canvas, overlay, tour, messages);
    }

    void flyTo(Evidence evidence) {
        tour.choose(evidence);
        canvas.flyTo(evidence);
    }

    private void show(@Nullable PhotoRow row) {
        if (shown != null) {
            shown.stateProperty().removeListener(stateListener);
        }
        shown = row;
        if (row == null || row.state() instanceof PhotoState.Refused) {
            pictures.leave();
            clear();
            message.setText(row == null ? "" : words.reason(row.state()));
            showMessage();
            follow(row);
            return;
        }
        message.setText(messages.get("ui.viewer.loading"));
        message.setVisible(false);
        patience.playFromStart();
        pictures.thumbnailAtHand(row.file()).ifPresent(thumbnail -> {
            Image image = thumbnail.image();
            int factor = (int) Math.ceil(thumbnail.width() / image.getWidth());
            tiles.close();
            showPhoto(row, List.of(image), new Pyramid(thumbnail.width(), thumbnail.height(), factor));
        });
        follow(row);
        pictures.photo(row.file(), answer -> {
            patience.stop();
            showAnswer(row, answer);
            readAhead(row);
        });
    }

    private void follow(@Nullable PhotoRow row) {
        if (row != null) {
            row.stateProperty().addListener(stateListener);
            showState(row.state());
        }
    }

    private void showAnswer(PhotoRow row, PhotoPictures.Shown<Image> answer) {
        switch (answer) {
            case PhotoPictures.Shown.Photo<Image> photo -> {
                message.setText("");
                showMessage();
                Pyramid pyramid =
                        new Pyramid(photo.facts().width(), photo.facts().height(), photo.subsampling());
                tiles.open(row.file(), pyramid);
                if (drawn == row) {
                    canvas.sharpenPhoto(photo.levels(), pyramid);
                } else {
                    showPhoto(row, photo.levels(), pyramid);
                    showState(row.state());
                }
                chrome.showPhoto(photo.levels().getLast());
            }
            case PhotoPictures.Shown.Unreadable<Image> unreadable -> {
                clear();
                message.setText(messages.refusal(unreadable.refusal()));
                showMessage();
            }
        }
    }

    private void showPhoto(PhotoRow row, List<Image> levels, Pyramid pyramid) {
        drawn = row;
        tour.begin(List.of());
        canvas.showPhoto(levels, pyramid);
        chrome.showPhoto(levels.getLast());
    }

    private void clear() {
        patience.stop();
        tiles.close();
        drawn = null;
        tour.begin(List.of());
        canvas.clear();
        showOverlays();
    }

    /** The next photo is likely to be looked at next. */
    private void readAhead(PhotoRow row) {
        int next = model.rows().indexOf(row) + 1;
        if (next > 0 && next < model.rows().size() && !(model.rows().get(next).state() instanceof PhotoState.Refused)) {
            pictures.ahead(model.rows().get(next).file());
        }
    }

    private void showMessage() {
        if (drawn != shown) {
            // The photo before has stayed long enough.
            clear();
        }
        // Over an enlarged thumbnail words would only be in the way; a sign that more is to come stands in the corner.
        message.setVisible(canvas.isEmpty() && !message.getText().isEmpty());
    }

    private void showState(PhotoState state) {
        if (state instanceof PhotoState.Refused) {
            clear();
            message.setText(words.reason(state));
            showMessage();
        }
        if (drawn != shown) {
            return;
        }
        if (state instanceof PhotoState.Inspected(var outcome)) {
            double threshold = tileThreshold();
            canvas.showHeat(FxImages.of(HeatRaster.of(outcome.map(), threshold, HEAT_SIDE)));
            canvas.tileGrid().show(new TileCells(outcome.map()));
            canvas.evidenceLayer().show(outcome.map(), outcome.evidence(), threshold, crackFrom());
            tour.begin(outcome.evidence());
            chrome.legend().threshold(threshold);
        } else {
            canvas.showHeat(null);
            canvas.tileGrid().show(null);
            canvas.evidenceLayer().clear();
            tour.begin(List.of());
        }
        showOverlays();
    }

    private void showOverlays() {
        boolean inspected = drawn != null && drawn.state() instanceof PhotoState.Inspected;
        boolean visible = inspected && !overlay.bareProperty().get();
        canvas.heatView().setVisible(visible && overlay.visibleProperty().get());
        canvas.evidenceLayer().setVisible(visible && overlay.visibleProperty().get());
        canvas.tileGrid().setVisible(visible && overlay.gridProperty().get());
        chrome.legend().setVisible(visible && overlay.visibleProperty().get());
    }

    private double tileThreshold() {
        return model.engineProperty().get() instanceof EngineState.Ready(var description)
                ? description.tileThreshold()
                : 0.5;
    }

    private double crackFrom() {
        return model.engineProperty().get() instanceof EngineState.Ready(var description)
                ? description.thresholds().crackFrom()
                : 0;
    }

    /** What evidence is called: a crack only where it makes one by itself. */
    private String kind(Evidence evidence) {
        return evidence.probability() >= crackFrom() ? "ui.viewer.crack_place" : "ui.viewer.uncertain_place";
    }
}

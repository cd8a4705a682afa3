package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Shortcut;
import java.util.ArrayList;
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
    private final CrackMapLayers layers;
    private final ScaleTool scale;
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
        ModelThresholds thresholds = new ModelThresholds(model);
        chrome = new ViewerChrome(canvas, overlay, tour, thresholds::kind, messages);
        scale = new ScaleTool(new ScaleViewModel(model, messages), canvas, messages);
        chrome.add(scale);
        layers = new CrackMapLayers(canvas, chrome.legend(), overlay, tour, thresholds);
        getStyleClass().add("viewer");
        setMinSize(0, 0);
        canvas.setId("photo-canvas");
        canvas.setAccessibleText(messages.get("ui.viewer.accessible"));
        canvas.heatView().setId("heat-overlay");
        message.getStyleClass().add("viewer-message");
        message.setWrapText(true);
        message.setMouseTransparent(true);
        message.setId("viewer-message");
        setAlignment(message, Pos.CENTER);
        getChildren().addAll(canvas, message, chrome);
        ViewerKeys.endBareWhenReleased(this, overlay.bareProperty());
        patience.setOnFinished(event -> showMessage());
        model.selectedProperty().addListener((observable, before, now) -> show(now));
        // what one tile says is known of the model in use only
        model.engineProperty().subscribe((before, now) -> {
            if (shown != null) {
                showState(shown.state());
            }
        });
        show(model.selectedProperty().get());
    }

    PhotoCanvas canvas() {
        return canvas;
    }

    /** The keys of the viewer. */
    List<Shortcut> shortcuts() {
        List<Shortcut> keys = new ArrayList<>(ViewerKeys.of(canvas, overlay, tour, messages));
        keys.add(scale.shortcut());
        return keys;
    }

    /** Keys of what a person is at in the viewer: they come before those of the tab. */
    List<Shortcut> urgentShortcuts() {
        return scale.shortcutsWhileActive();
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
                message.setText(new PhotoWords(messages).unreadable(row.name(), unreadable.refusal()));
                showMessage();
            }
        }
    }

    private void showPhoto(PhotoRow row, List<Image> levels, Pyramid pyramid) {
        drawn = row;
        layers.clear();
        canvas.showPhoto(levels, pyramid);
        chrome.showPhoto(levels.getLast());
    }

    private void clear() {
        patience.stop();
        tiles.close();
        drawn = null;
        layers.clear();
        canvas.clear();
    }

    private void readAhead(PhotoRow row) {
        model.after(row)
                .filter(next -> !(next.state() instanceof PhotoState.Refused))
                .ifPresent(next -> pictures.ahead(next.file()));
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
        if (drawn == shown) {
            layers.show(state);
        }
    }
}

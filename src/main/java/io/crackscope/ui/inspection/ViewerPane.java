package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Figures;
import io.crackscope.work.Cancellation;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The selected photo with crack map and evidence over it, and what there is to say about the view itself. */
final class ViewerPane extends StackPane {
    /** Long enough for the tiles of a 100-megapixel photo, small enough to be drawn at once. */
    private static final int HEAT_SIDE = 640;

    private final InspectionViewModel model;
    private final HeatOverlay overlay;
    private final PhotoPictures<Image> pictures;
    private final Messages messages;
    private final PhotoWords words;
    private final PhotoCanvas canvas = new PhotoCanvas();
    private final Label message = new Label();
    private final Label zoom = new Label();
    private final HeatLegend legend;
    private final ChangeListener<PhotoState> stateListener = (observable, before, now) -> showState(now);
    private @Nullable PhotoRow shown;
    private int subsampling = 1;
    private Cancellation loading = new Cancellation();

    ViewerPane(InspectionViewModel model, HeatOverlay overlay, PhotoPictures<Image> pictures, Messages messages) {
        this.model = model;
        this.overlay = overlay;
        this.pictures = pictures;
        this.messages = messages;
        this.words = new PhotoWords(messages);
        this.legend = new HeatLegend(messages);
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
        zoom.getStyleClass().add("viewer-badge");
        zoom.setMouseTransparent(true);
        setAlignment(zoom, Pos.BOTTOM_LEFT);
        setAlignment(legend, Pos.BOTTOM_RIGHT);
        getChildren().addAll(canvas, message, zoom, legend);
        canvas.placementProperty().addListener((observable, before, now) -> showZoom(now));
        overlay.visibleProperty().addListener(change -> showHeatParts());
        model.selectedProperty().addListener((observable, before, now) -> show(now));
        show(model.selectedProperty().get());
    }

    PhotoCanvas canvas() {
        return canvas;
    }

    void flyTo(Evidence evidence) {
        canvas.evidenceLayer().choose(evidence);
        canvas.flyTo(evidence);
    }

    private void show(@Nullable PhotoRow row) {
        if (shown != null) {
            shown.stateProperty().removeListener(stateListener);
        }
        loading.cancel();
        shown = row;
        canvas.clear();
        zoom.setVisible(false);
        message.setText("");
        if (row == null) {
            showHeatParts();
            return;
        }
        row.stateProperty().addListener(stateListener);
        message.setText(messages.get("ui.viewer.loading"));
        showState(row.state());
        if (row.state() instanceof PhotoState.Refused) {
            return;
        }
        loading = pictures.photo(row.file(), answer -> {
            if (shown == row) {
                showPhoto(answer);
                prefetchAfter(row);
            }
        });
    }

    private void showPhoto(PhotoPictures.Shown<Image> answer) {
        switch (answer) {
            case PhotoPictures.Shown.Photo<Image> photo -> {
                message.setText("");
                zoom.setVisible(true);
                subsampling = photo.subsampling();
                canvas.showPhoto(
                        photo.levels(), photo.facts().width(), photo.facts().height());
                if (shown != null) {
                    showState(shown.state());
                }
            }
            case PhotoPictures.Shown.Unreadable<Image> unreadable ->
                message.setText(messages.refusal(unreadable.refusal()));
        }
    }

    /** The next photo is likely to be looked at next. */
    private void prefetchAfter(PhotoRow row) {
        int next = model.rows().indexOf(row) + 1;
        if (next > 0 && next < model.rows().size() && !(model.rows().get(next).state() instanceof PhotoState.Refused)) {
            pictures.photo(model.rows().get(next).file(), ignored -> {});
        }
    }

    private void showState(PhotoState state) {
        if (state instanceof PhotoState.Refused) {
            canvas.clear();
            message.setText(words.reason(state));
        }
        if (state instanceof PhotoState.Inspected(var outcome)) {
            double threshold = model.engineProperty().get() instanceof EngineState.Ready(var description)
                    ? description.tileThreshold()
                    : 0.5;
            HeatRaster heat = HeatRaster.of(outcome.map(), threshold, HEAT_SIDE);
            canvas.showHeat(FxImages.of(heat));
            canvas.evidenceLayer().show(outcome.evidence());
            canvas.evidenceLayer().place(canvas.placementProperty().get());
            legend.threshold(threshold);
        } else {
            canvas.showHeat(null);
            canvas.evidenceLayer().show(List.of());
        }
        showHeatParts();
    }

    private void showHeatParts() {
        boolean inspected = shown != null && shown.state() instanceof PhotoState.Inspected;
        boolean visible = inspected && overlay.visibleProperty().get();
        canvas.heatView().setVisible(visible);
        canvas.evidenceLayer().setVisible(visible);
        legend.setVisible(visible);
    }

    private void showZoom(Placement placement) {
        double screenPixelsPerPhotoPixel = placement.scale() * canvas.screenPixels();
        long hundredths = Math.max(1, Math.round(100 * screenPixelsPerPhotoPixel));
        String percent = Figures.percent(hundredths / 100.0);
        boolean isCoarse = screenPixelsPerPhotoPixel * subsampling > 1.01 && subsampling > 1;
        zoom.setText(isCoarse ? messages.get("ui.viewer.coarse", percent, subsampling) : percent);
    }
}

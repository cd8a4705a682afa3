package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.ScaleBar;
import io.crackscope.text.Messages;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The scale bar of a photo, as long as it is at the present zoom; where no scale is known it says so. Leads to setting one. */
final class ScaleChip extends Button {
    /** Logical pixels across that the bar takes a part of. */
    private static final double WIDEST = 480;

    private final PhotoCanvas canvas;
    private final Messages messages;
    private final Region bar = new Region();
    private final ObjectProperty<Optional<PhotoScale>> scale = new SimpleObjectProperty<>(Optional.empty());

    ScaleChip(PhotoCanvas canvas, Messages messages) {
        this.canvas = canvas;
        this.messages = messages;
        setId("scale");
        getStyleClass().addAll("flat", "viewer-chip", "scale-chip");
        bar.getStyleClass().add("scale-bar");
        canvas.placementProperty().addListener(change -> follow());
        scale.addListener(change -> follow());
        follow();
    }

    /** The scale of the photo that is shown. */
    ObjectProperty<Optional<PhotoScale>> scaleProperty() {
        return scale;
    }

    private void follow() {
        Optional<PhotoScale> known = scale.get();
        if (known.isEmpty()) {
            setGraphic(null);
            setText(messages.get("ui.scale.none"));
            setTooltip(new Tooltip(messages.get("ui.scale.tip")));
            return;
        }
        ScaleBar length = ScaleBar.of(
                known.get(), WIDEST / canvas.placementProperty().get().scale());
        bar.setMinWidth(Math.max(1, length.share() * WIDEST));
        bar.setMaxWidth(bar.getMinWidth());
        setGraphic(bar);
        setText(length.label());
        setTooltip(new Tooltip(messages.get(
                "ui.scale.known.tip",
                known.get().millimetresPerPixel(),
                known.get().source())));
    }
}

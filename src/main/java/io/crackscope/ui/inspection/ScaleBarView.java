package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.ScaleBar;
import io.crackscope.text.Messages;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bar over the photo that is a round length on the concrete long, at every zoom. */
final class ScaleBarView extends VBox {
    /** A bar is at most three tenths of this. */
    private static final double WIDEST = 480;

    private final Messages messages;
    private final Label length = new Label();
    private final Region bar = new Region();

    ScaleBarView(Messages messages) {
        this.messages = messages;
        setId("scale-bar");
        getStyleClass().addAll("viewer-badge", "scale-bar");
        setMouseTransparent(true);
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        length.setId("scale-bar-length");
        bar.getStyleClass().add("scale-bar-line");
        bar.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(length, bar);
        setVisible(false);
    }

    /** Shows the bar for a photo at {@code zoom} logical pixels per pixel of the photo; none where no scale is known. */
    void show(Optional<PhotoScale> scale, double zoom, double viewWidth) {
        setVisible(scale.isPresent() && viewWidth > 0);
        if (isVisible()) {
            double across = Math.min(WIDEST, viewWidth);
            ScaleBar shown = ScaleBar.of(scale.orElseThrow(), across / zoom);
            length.setText(shown.label(messages.locale()));
            bar.setPrefWidth(shown.share() * across);
            setAccessibleText(messages.get("ui.scale.bar", length.getText()));
        }
    }
}

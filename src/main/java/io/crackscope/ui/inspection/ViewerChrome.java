package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoScale;
import io.crackscope.text.Messages;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** What lies around a photo in its viewer: bar, legend of the heat, minimap, and whether more detail is on its way. */
final class ViewerChrome extends StackPane {
    private static final Duration PATIENCE = Duration.millis(200);
    private static final double MARGIN = 12;
    private static final double GAP = 8;

    private final PhotoCanvas canvas;
    private final ViewerBar bar;
    private final HeatLegend legend;
    private final Minimap minimap;
    private final ScaleBarView scaleBar;
    private final Label detail = new Label();
    private final Messages messages;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Supplier<Optional<PhotoScale>> scale = Optional::empty;

    ViewerChrome(
            PhotoCanvas canvas,
            HeatOverlay overlay,
            EvidenceTour tour,
            Function<Evidence, String> kind,
            Messages messages) {
        this.canvas = canvas;
        bar = new ViewerBar(canvas, overlay, tour, kind, messages);
        legend = new HeatLegend(messages);
        minimap = new Minimap(canvas, tour, messages);
        scaleBar = new ScaleBarView(messages);
        this.messages = messages;
        detail.setId("viewer-detail");
        detail.getStyleClass().add("viewer-chip");
        detail.setMouseTransparent(true);
        detail.setVisible(false);
        setPickOnBounds(false);
        setMinSize(0, 0);
        setPadding(new Insets(MARGIN));
        setAlignment(bar, Pos.BOTTOM_LEFT);
        setAlignment(legend, Pos.BOTTOM_RIGHT);
        setAlignment(minimap, Pos.TOP_RIGHT);
        setAlignment(scaleBar, Pos.BOTTOM_LEFT);
        setAlignment(detail, Pos.TOP_LEFT);
        getChildren().addAll(detail, bar, scaleBar, legend, minimap);
        patience.setOnFinished(event -> detail.setVisible(!canvas.isSharp()));
        canvas.onDrawn(this::follow);
        follow();
    }

    HeatLegend legend() {
        return legend;
    }

    /** Lets a person measure with {@code tool}; its photo's scale is shown as a bar. */
    void add(ScaleTool tool) {
        bar.addTool(tool.button());
        setAlignment(tool.card(), Pos.TOP_LEFT);
        getChildren().add(tool.card());
        scale = tool::scale;
        tool.onChange(this::follow);
        follow();
    }

    /** A photo is shown; {@code smallest} is its smallest rendition. */
    void showPhoto(Image smallest) {
        minimap.show(smallest);
    }

    @Override
    protected void layoutChildren() {
        // Where the viewer is too narrow for both, the legend stands on the bar.
        boolean both = bar.prefWidth(-1) + legend.prefWidth(-1) + GAP + 2 * MARGIN <= getWidth();
        setMargin(legend, new Insets(0, 0, both ? 0 : bar.prefHeight(-1) + GAP, 0));
        setMargin(scaleBar, new Insets(0, 0, bar.prefHeight(-1) + GAP, 0));
        super.layoutChildren();
    }

    private void follow() {
        bar.setVisible(!canvas.isEmpty());
        bar.showZoom(canvas.placementProperty().get().scale() * canvas.screenPixels());
        scaleBar.show(
                canvas.isEmpty() ? Optional.empty() : scale.get(),
                canvas.placementProperty().get().scale(),
                canvas.getWidth());
        minimap.follow();
        detail.setText(missingDetail());
        if (canvas.isSharp()) {
            patience.stop();
            detail.setVisible(false);
        } else if (!detail.isVisible() && patience.getStatus() != Animation.Status.RUNNING) {
            patience.playFromStart();
        }
    }

    private String missingDetail() {
        if (canvas.isSharp()) {
            return "";
        }
        return canvas.isCoarseForGood()
                ? messages.get("ui.viewer.coarse", canvas.pyramid().overview())
                : messages.get("ui.viewer.detail");
    }
}

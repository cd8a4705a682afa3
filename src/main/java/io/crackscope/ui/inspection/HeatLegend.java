package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the overlay's colours mean: crack probability from the lower threshold up. */
final class HeatLegend extends VBox {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 6;

    private final ImageView bar = new ImageView();
    private final Label from = new Label();

    HeatLegend(Messages messages) {
        getStyleClass().addAll("viewer-badge", "heat-legend");
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label to = new Label(WholePercent.of(1));
        HBox scale = new HBox(from, bar, to);
        scale.setAlignment(Pos.CENTER);
        scale.getStyleClass().add("heat-legend-scale");
        getChildren().addAll(new Label(messages.get("ui.viewer.legend")), scale);
    }

    void threshold(double lowerThreshold) {
        from.setText(WholePercent.of(lowerThreshold));
        WritableImage colours = new WritableImage(WIDTH, HEIGHT);
        for (int x = 0; x < WIDTH; x++) {
            double probability = lowerThreshold + (1 - lowerThreshold) * x / (WIDTH - 1);
            int argb = 0xFF000000 | HeatRaster.rgb(probability, lowerThreshold);
            for (int y = 0; y < HEIGHT; y++) {
                colours.getPixelWriter().setArgb(x, y, argb);
            }
        }
        bar.setImage(colours);
    }
}

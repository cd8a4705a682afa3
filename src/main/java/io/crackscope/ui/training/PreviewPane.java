package io.crackscope.ui.training;

import io.crackscope.imaging.Picture;
import io.crackscope.text.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands where the charts will be while a run is planned: what the network will see. */
final class PreviewPane extends VBox {
    private static final double SIDE = 96;

    private final Messages messages;
    private final VBox rows = new VBox();
    private final Label help = new Label();

    PreviewPane(TrainingViewModel model, Messages messages) {
        this.messages = messages;
        setId("preview-pane");
        getStyleClass().add("preview-pane");
        setAlignment(Pos.CENTER);
        Label title = new Label(messages.get("ui.train.preview"));
        title.getStyleClass().add("empty-state-title");
        help.getStyleClass().add("preview-help");
        help.setWrapText(true);
        rows.getStyleClass().add("preview-rows");
        rows.setAlignment(Pos.CENTER);
        getChildren().addAll(title, rows, help);
        model.preview().rowsProperty().addListener((observable, before, now) -> show(now));
        show(model.preview().rowsProperty().get());
    }

    private void show(List<List<Picture>> tiles) {
        rows.getChildren().clear();
        help.setText(messages.get(tiles.isEmpty() ? "ui.train.preview.none" : "ui.train.preview.help"));
        for (List<Picture> row : tiles) {
            HBox line = new HBox();
            line.getStyleClass().add("preview-row");
            line.setAlignment(Pos.CENTER);
            for (int i = 0; i < row.size(); i++) {
                ImageView view = Tiles.view(row.get(i), SIDE);
                view.getStyleClass().add(i == 0 ? "preview-original" : "preview-variant");
                VBox cell = new VBox(view);
                cell.getStyleClass().add(i == 0 ? "preview-first" : "preview-cell");
                line.getChildren().add(cell);
            }
            rows.getChildren().add(line);
        }
    }
}

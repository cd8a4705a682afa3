package io.crackscope.ui.scorecard;

import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.ui.common.Icons;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The photos of the chosen cell, side by side. Enter or a double click opens one in the viewer. */
final class PhotoStrip extends VBox {
    private final ScorecardViewModel model;
    private final ScoreWords words;
    private final Label title = new Label();
    private final Label hint = new Label();
    private final ListView<JudgedPhoto> list = new ListView<>();

    PhotoStrip(ScorecardViewModel model, Thumbnails thumbnails, PhotoDestination destination, ScoreWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("photo-strip");
        title.setId("strip-title");
        title.getStyleClass().add("score-title");
        title.setMinWidth(0);
        Button show = new Button(words.get("ui.score.strip.show"), Icons.of(Feather.LIST));
        show.setId("strip-show");
        show.getStyleClass().add("flat");
        show.setMinWidth(USE_PREF_SIZE);
        show.setTooltip(new Tooltip(words.get("ui.score.strip.show.tip")));
        show.setOnAction(event -> destination.show(files(), title.getText()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(title, gap, show);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("strip-top");

        list.setId("strip");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setItems(model.chosenPhotos());
        list.setFixedCellSize(StripCell.WIDTH);
        list.setCellFactory(view -> new StripCell(thumbnails, destination::open));
        list.setAccessibleText(words.get("ui.score.strip.accessible"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            JudgedPhoto selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                event.consume();
                destination.open(selected.file());
            }
        });
        hint.getStyleClass().add("strip-hint");
        hint.setMouseTransparent(true);
        StackPane body = new StackPane(list, hint);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(top, body);
        model.chosenProperty().addListener(change -> show(show));
        model.chosenPhotos().addListener((ListChangeListener<JudgedPhoto>) change -> show(show));
        show(show);
    }

    private void show(Button showAll) {
        boolean isChosen = model.chosenProperty().get().isPresent();
        boolean isEmpty = model.chosenPhotos().isEmpty();
        title.setText(model.chosenProperty()
                .get()
                .map(cell -> words.get(
                        "ui.score.strip.title",
                        words.cell(cell),
                        model.chosenPhotos().size()))
                .orElseGet(() -> words.get("ui.score.strip")));
        hint.setText(words.get(isChosen ? "ui.score.strip.empty" : "ui.score.strip.hint"));
        hint.setVisible(isEmpty);
        list.setFocusTraversable(!isEmpty);
        showAll.setVisible(!isEmpty);
    }

    private List<java.nio.file.Path> files() {
        return model.chosenPhotos().stream().map(JudgedPhoto::file).toList();
    }
}

package io.crackscope.ui.scorecard;

import io.crackscope.ui.common.Icons;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The scorecard's tool bar: back to the photos, and its two exports. */
final class ScorecardToolBar extends HBox {
    private final ScoreWords words;

    ScorecardToolBar(ScorecardViewModel model, ScorecardExport export, Runnable back, ScoreWords words) {
        this.words = words;
        getStyleClass().add("tool-bar-row");
        setAlignment(Pos.CENTER_LEFT);
        Button photos = button("score-back", Feather.ARROW_LEFT, "back");
        photos.setOnAction(event -> back.run());
        Button picture = button("export-picture", Feather.IMAGE, "picture");
        picture.setOnAction(event -> export.picture(getScene()));
        Button table = button("export-table", Feather.FILE_TEXT, "table");
        table.setOnAction(event -> export.table(getScene()));
        for (Button needsCounts : new Button[] {picture, table}) {
            model.standingProperty()
                    .addListener((observable, before, now) -> needsCounts.setDisable(!ScorecardExport.canExport(now)));
            needsCounts.setDisable(
                    !ScorecardExport.canExport(model.standingProperty().get()));
        }
        Label title = new Label(words.get("ui.score.title"));
        title.getStyleClass().add("score-heading");
        Region gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(photos, new Separator(Orientation.VERTICAL), title, gap, picture, table);
    }

    private Button button(String id, Feather icon, String word) {
        Button button = new Button(words.get("ui.score.tool." + word), Icons.of(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words.get("ui.score.tool." + word + ".tip")));
        return button;
    }
}

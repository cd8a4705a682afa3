package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The inspections opened lately, to go on with one by a click. */
final class RecentProjects extends VBox {
    private static final int MOST = 5;

    private final InspectionViewModel model;
    private final Messages messages;

    RecentProjects(InspectionViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("recent-projects");
        getStyleClass().add("recent-projects");
        setAlignment(Pos.CENTER);
        model.desk().stateProperty().addListener((observable, before, now) -> {
            if (now instanceof DeskState.Closed) {
                list();
            }
        });
        list();
    }

    private void list() {
        List<Path> recent = model.desk().recent().stream().limit(MOST).toList();
        getChildren().clear();
        if (!recent.isEmpty()) {
            Label title = new Label(messages.get("ui.project.recent.title"));
            title.getStyleClass().add("section-title");
            getChildren().add(title);
            recent.forEach(file -> getChildren().add(entry(file)));
        }
    }

    private Button entry(Path file) {
        Label name = new Label(ProjectWords.name(file));
        name.getStyleClass().add("recent-name");
        Label folder = new Label(file.toAbsolutePath().getParent().toString());
        folder.getStyleClass().add("recent-folder");
        folder.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        HBox words = new HBox(Icons.of(Feather.BOOK_OPEN), name, folder);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("recent-row");
        Button button = new Button(null, words);
        button.getStyleClass().addAll("flat", "recent");
        button.setMaxWidth(560);
        button.setAccessibleText(messages.get("ui.project.recent.open", ProjectWords.name(file)));
        button.setTooltip(new Tooltip(file.toString()));
        button.setOnAction(event -> model.open(file));
        return button;
    }
}

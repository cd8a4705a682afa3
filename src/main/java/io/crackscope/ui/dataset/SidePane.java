package io.crackscope.ui.dataset;

import io.crackscope.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Beside the grid: the image, the checks, or the split. */
final class SidePane extends VBox {
    SidePane(
            DatasetViewModel model,
            DatasetServices services,
            DatasetActions actions,
            SplitTaker taker,
            Messages messages) {
        getStyleClass().add("side-pane");
        setMinWidth(280);
        List<Node> panes = List.of(
                new ImagePane(model, new PreviewPictures(services.runner(), services.reader()), messages),
                new ChecksPane(model, messages),
                new SplitPanel(model, actions, taker, messages));
        List<String> names = List.of("image", "checks", "split");
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox();
        tabs.getStyleClass().add("side-tabs");
        for (int i = 0; i < panes.size(); i++) {
            Node pane = panes.get(i);
            ToggleButton tab = new ToggleButton(messages.get("ui.set.side." + names.get(i)));
            tab.setId("side-" + names.get(i));
            tab.setToggleGroup(group);
            tab.getStyleClass().add(i == 0 ? "left-pill" : i == panes.size() - 1 ? "right-pill" : "center-pill");
            tab.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(tab, Priority.ALWAYS);
            // one of them is always in front
            tab.setOnAction(event -> tab.setSelected(true));
            tab.selectedProperty().addListener((observable, before, now) -> pane.setVisible(now));
            pane.setVisible(i == 0);
            tab.setSelected(i == 0);
            tabs.getChildren().add(tab);
        }
        StackPane stack = new StackPane();
        stack.getChildren().addAll(panes);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(tabs, stack);
    }
}

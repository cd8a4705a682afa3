package io.crackscope.ui.report;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Which photos the report tells of, in which order. */
final class PhotoChoicePane extends VBox {
    private final ReportViewModel model;
    private final Messages messages;
    private final ListView<PhotoChoice> list = new ListView<>();
    private final Label count = new Label();

    PhotoChoicePane(ReportViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("report-photos");
        list.setId("report-photos");
        list.setItems(model.photos());
        list.setAccessibleText(messages.get("ui.report.photos"));
        list.setCellFactory(CheckBoxListCell.forListView(this::included, names()));
        list.setPrefHeight(240);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.getStyleClass().add("report-count");
        model.photos().addListener((ListChangeListener<PhotoChoice>) change -> refreshCount());
        model.pagesProperty().addListener(change -> refreshCount());
        refreshCount();

        MenuButton choose = new MenuButton(messages.get("ui.report.photos.choose"));
        choose.getItems()
                .addAll(
                        item("ui.report.photos.all", () -> model.includeAll(true)),
                        item("ui.report.photos.findings", model::includeFindings),
                        item("ui.report.photos.none", () -> model.includeAll(false)));
        choose.disableProperty().bind(Bindings.isEmpty(model.photos()));
        Button up = arrow("report-up", Feather.ARROW_UP, "ui.report.photos.up", -1);
        Button down = arrow("report-down", Feather.ARROW_DOWN, "ui.report.photos.down", 1);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(choose, gap, up, down);
        tools.getStyleClass().add("report-photo-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(count, list, tools);
    }

    private ObservableValue<Boolean> included(PhotoChoice choice) {
        return choice.includedProperty();
    }

    private static StringConverter<PhotoChoice> names() {
        return new StringConverter<>() {
            @Override
            public String toString(PhotoChoice choice) {
                return choice == null ? "" : choice.photo().name();
            }

            @Override
            public PhotoChoice fromString(String name) {
                throw new UnsupportedOperationException("photos are not typed");
            }
        };
    }

    private void refreshCount() {
        long included = model.photos().stream()
                .filter(choice -> choice.includedProperty().get())
                .count();
        count.setText(
                messages.get("ui.report.photos.count", included, model.photos().size()));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Button arrow(String id, Feather icon, String key, int places) {
        Button button = new Button(null, Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(messages.get(key));
        button.setTooltip(new Tooltip(messages.get(key + ".tip")));
        button.setOnAction(event -> move(places));
        button.disableProperty().bind(Bindings.isEmpty(list.getSelectionModel().getSelectedItems()));
        return button;
    }

    private void move(int places) {
        int at = model.move(list.getSelectionModel().getSelectedIndex(), places);
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(at);
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            move(event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && list.getSelectionModel().getSelectedItem() != null) {
            PhotoChoice choice = list.getSelectionModel().getSelectedItem();
            choice.includedProperty().set(!choice.includedProperty().get());
            event.consume();
        }
    }
}

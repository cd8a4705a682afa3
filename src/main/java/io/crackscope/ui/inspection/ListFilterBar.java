package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.inspection.ListQuery.Order;
import io.crackscope.ui.inspection.ListQuery.ReviewFilter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the list shows and in which order: a field for names, a menu, and a line that says what is left out. */
final class ListFilterBar extends VBox {
    private final InspectionViewModel model;
    private final Messages messages;
    private final TextField name = new TextField();
    private final Label left = new Label();
    private final HBox leftOut;

    ListFilterBar(InspectionViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("list-filter");
        name.setId("filter-name");
        name.setPromptText(messages.get("ui.filter.name"));
        name.setAccessibleText(messages.get("ui.filter.name"));
        name.setTooltip(new Tooltip(messages.get("ui.filter.name.tip")));
        name.textProperty()
                .addListener((observable, before, now) ->
                        model.query(model.queryProperty().get().withText(now)));
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    name.clear();
                }
                getParent().lookup("#photo-list").requestFocus();
                event.consume();
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(name, menu());
        row.getStyleClass().add("list-filter-row");
        row.setAlignment(Pos.CENTER_LEFT);

        left.setId("filter-left-out");
        left.getStyleClass().add("filter-words");
        left.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(left, Priority.ALWAYS);
        Button all = new Button(messages.get("ui.filter.clear"));
        all.setId("filter-clear");
        all.getStyleClass().addAll("flat", "small");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> model.query(model.queryProperty().get().unfiltered()));
        leftOut = new HBox(left, all);
        leftOut.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, leftOut);
        model.queryProperty().addListener((observable, before, now) -> {
            // not while somebody types, before the list follows: what is asked for would be the text of a moment ago
            if (!name.getText().equals(now.text())) {
                name.setText(now.text());
            }
            count();
        });
        model.tallyProperty().addListener(change -> count());
        count();
    }

    /** Puts the keyboard into the field for names. */
    void search() {
        name.requestFocus();
        name.selectAll();
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton(null, Icons.of(Feather.FILTER));
        menu.setId("filter-menu");
        menu.getStyleClass().addAll("flat", "icon-menu");
        menu.setAccessibleText(messages.get("ui.filter.menu"));
        menu.setTooltip(new Tooltip(messages.get("ui.filter.menu")));
        ToggleGroup reviews = new ToggleGroup();
        for (ReviewFilter filter : ReviewFilter.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.get("ui.filter.review." + word(filter)));
            item.setToggleGroup(reviews);
            item.setId("filter-" + word(filter));
            item.setOnAction(event -> model.query(model.queryProperty().get().with(filter)));
            model.queryProperty().addListener((observable, before, now) -> item.setSelected(now.review() == filter));
            item.setSelected(filter == ReviewFilter.ANY);
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        ToggleGroup orders = new ToggleGroup();
        for (Order order : Order.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.get("ui.filter.order." + word(order)));
            item.setToggleGroup(orders);
            item.setId("order-" + word(order));
            item.setOnAction(event -> model.query(model.queryProperty().get().with(order)));
            model.queryProperty().addListener((observable, before, now) -> item.setSelected(now.order() == order));
            item.setSelected(order == Order.ADDED);
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void count() {
        ListQuery query = model.queryProperty().get();
        boolean isFiltering = query.isFiltering();
        leftOut.setVisible(isFiltering);
        leftOut.setManaged(isFiltering);
        ListQuery.Pick only = query.only();
        String shown = messages.get(
                "ui.filter.shown", model.shownRows().size(), model.rows().size());
        left.setText(only == null ? shown : only.words() + ": " + shown);
    }
}

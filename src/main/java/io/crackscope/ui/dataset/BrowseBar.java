package io.crackscope.ui.dataset;

import io.crackscope.dataset.Finding;
import io.crackscope.dataset.ImageFilter;
import io.crackscope.dataset.ImageOrder;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Above the grid: which images are shown, by name, by check, and in which order. */
final class BrowseBar extends HBox {
    private final BrowseModel browse;
    private final Messages messages;
    private final TextField name = new TextField();
    private final Button all;
    private final Label about = new Label();
    private final ToggleButton falling = new ToggleButton(null, Icons.of(Feather.ARROW_DOWN));
    private final Button refresh;

    BrowseBar(BrowseModel browse, Messages messages) {
        this.browse = browse;
        this.messages = messages;
        getStyleClass().add("browse-bar");
        setAlignment(Pos.CENTER_LEFT);
        name.setId("name-filter");
        name.setPromptText(messages.get("ui.set.name.prompt"));
        name.setAccessibleText(messages.get("ui.set.name.prompt"));
        name.getStyleClass().add("name-filter");
        name.textProperty().addListener((observable, before, now) -> browse.text(now));
        all = Panes.button("show-all", messages.get("ui.set.show_all"));
        all.getStyleClass().addAll("flat", "small");
        all.setOnAction(event -> browse.showAll());
        about.getStyleClass().add("browse-about");
        refresh = Panes.button("refresh", messages.get("ui.set.refresh"));
        refresh.getStyleClass().addAll("small");
        refresh.setGraphic(Icons.of(Feather.REFRESH_CW));
        refresh.setTooltip(new Tooltip(messages.get("ui.set.refresh.tip")));
        refresh.setOnAction(event -> browse.refresh());
        falling.setId("falling");
        falling.getStyleClass().addAll("flat", "button-icon");
        falling.setTooltip(new Tooltip(messages.get("ui.set.falling")));
        falling.setAccessibleText(messages.get("ui.set.falling"));
        falling.setOnAction(event -> browse.falling(falling.isSelected()));
        Label sort = new Label(messages.get("ui.set.sort"));
        sort.getStyleClass().add("browse-sort");
        sort.setMinWidth(Region.USE_PREF_SIZE);
        ChoiceBox<ImageOrder> orders = orders();
        sort.setLabelFor(orders);
        getChildren().addAll(name, about, all, Panes.gap(), refresh, sort, orders, falling);
        browse.filterProperty().addListener((observable, before, now) -> show(now));
        browse.findingProperty()
                .addListener(change -> show(browse.filterProperty().get()));
        browse.outdatedProperty().addListener((observable, before, now) -> Panes.showIf(refresh, now));
        browse.fallingProperty().addListener((observable, before, now) -> {
            falling.setSelected(now);
            falling.setGraphic(Icons.of(now ? Feather.ARROW_UP : Feather.ARROW_DOWN));
        });
        Panes.showIf(refresh, false);
        show(browse.filterProperty().get());
    }

    private ChoiceBox<ImageOrder> orders() {
        ChoiceBox<ImageOrder> choice = new ChoiceBox<>();
        choice.setId("order");
        choice.getItems().setAll(ImageOrder.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(ImageOrder order) {
                return order == null ? "" : messages.get("ui.set.order." + order.key());
            }

            @Override
            public ImageOrder fromString(String text) {
                throw new UnsupportedOperationException("nobody types an order");
            }
        });
        choice.setValue(browse.orderProperty().get());
        choice.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && now != browse.orderProperty().get()) {
                browse.order(now);
            }
        });
        browse.orderProperty().addListener((observable, before, now) -> choice.setValue(now));
        return choice;
    }

    private void show(ImageFilter filter) {
        if (!name.getText().equals(filter.text())) {
            name.setText(filter.text());
        }
        Finding finding = browse.findingProperty().get();
        Optional<String> group = filter.group();
        about.setText(
                finding != null
                        ? messages.get("ui.set.check." + finding.check().key())
                        : group.map(known -> messages.get("ui.set.group", known))
                                .orElse(""));
        // the name of a check is short enough to be read whole; that of a group is not always
        about.setMinWidth(finding != null ? Region.USE_PREF_SIZE : 0);
        Panes.showIf(about, !about.getText().isEmpty());
        Panes.showIf(all, !filter.isAll());
    }
}

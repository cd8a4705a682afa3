package io.crackscope.ui.shell;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The slim column at the left: the tabs, and settings, help and what the program is at its foot. */
final class Rail extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Map<ShellViewModel.Tab, Button> tabs = new EnumMap<>(ShellViewModel.Tab.class);

    /** What the buttons at the foot open. */
    record Sheets(Runnable settings, Runnable help, Runnable about) {}

    Rail(ShellViewModel model, Messages messages, Sheets sheets) {
        getStyleClass().add("rail");
        tab(model, ShellViewModel.Tab.INSPECT, Feather.SEARCH, messages, "ui.tab.inspect", "1");
        tab(model, ShellViewModel.Tab.DATASET, Feather.GRID, messages, "ui.tab.dataset", "2");
        tab(model, ShellViewModel.Tab.TRAIN, Feather.ACTIVITY, messages, "ui.tab.train", "3");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button settings = button("rail-settings", Feather.SETTINGS, messages.get("ui.rail.settings"));
        settings.setTooltip(new Tooltip(messages.get("ui.rail.settings.tip")));
        settings.setOnAction(event -> sheets.settings().run());
        Button help = button("rail-help", Feather.HELP_CIRCLE, messages.get("ui.rail.help"));
        help.setTooltip(new Tooltip(messages.get("ui.rail.help.tip")));
        help.setOnAction(event -> sheets.help().run());
        Button about = button("rail-about", Feather.INFO, messages.get("ui.rail.about"));
        about.setTooltip(new Tooltip(messages.get("ui.rail.about.tip")));
        about.setOnAction(event -> sheets.about().run());
        getChildren().addAll(gap, settings, help, about);
        model.tabProperty().addListener((observable, before, now) -> mark(now));
        mark(model.tabProperty().get());
    }

    private void tab(
            ShellViewModel model, ShellViewModel.Tab tab, Feather icon, Messages messages, String key, String digit) {
        String text = messages.get(key);
        Button button = button("tab-" + tab.name().toLowerCase(java.util.Locale.ROOT), icon, text);
        button.setTooltip(new Tooltip(text + "  (" + messages.get("key.ctrl") + "+" + digit + ")"));
        button.setOnAction(event -> model.select(tab));
        tabs.put(tab, button);
        getChildren().add(button);
    }

    private void mark(ShellViewModel.Tab current) {
        tabs.forEach((tab, button) -> button.pseudoClassStateChanged(CURRENT, tab == current));
    }

    private static Button button(String id, Feather icon, String text) {
        Button button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add("rail-button");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}

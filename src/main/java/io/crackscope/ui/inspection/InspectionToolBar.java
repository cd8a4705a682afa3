package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Inspect tab's tool bar: open, view, overlay; the rest in a menu that shows its keys. */
final class InspectionToolBar extends HBox {
    /** In a narrower window some buttons show their sign only, so that all fit into the smallest one in each language. */
    private static final double ROOMY = 1230;

    private final Messages messages;

    InspectionToolBar(
            InspectionViewModel model,
            HeatOverlay overlay,
            InspectionActions actions,
            PhotoCanvas canvas,
            MenuButton project,
            Runnable openScorecard,
            Messages messages) {
        this.messages = messages;
        getStyleClass().add("tool-bar-row");
        setAlignment(Pos.CENTER_LEFT);
        BooleanBinding isEmpty = Bindings.isEmpty(model.rows());

        Button photos = button("open-photos", Feather.IMAGE, "ui.action.open_photos", "ui.action.open_photos.tip");
        photos.getStyleClass().add("accent");
        photos.setOnAction(event -> actions.openPhotos(getScene().getWindow()));
        Button folder = button("open-folder", Feather.FOLDER, "ui.action.open_folder", "ui.action.open_folder.tip");
        folder.setOnAction(event -> actions.openFolder(getScene().getWindow()));

        Button fit = button("fit", Feather.MAXIMIZE, "ui.action.fit", "ui.action.fit.tip");
        fit.setOnAction(event -> canvas.fit());
        Button actual = button("actual-size", null, "ui.action.actual", "ui.action.actual.tip");
        actual.setOnAction(event -> canvas.zoomTo(1));
        fit.disableProperty().bind(isEmpty);
        actual.disableProperty().bind(isEmpty);

        ToggleButton heat = new ToggleButton(messages.get("ui.action.heat"), Icons.of(Feather.LAYERS));
        heat.setId("heat-toggle");
        heat.setMinWidth(USE_PREF_SIZE);
        heat.setTooltip(new Tooltip(messages.get("ui.action.heat.tip")));
        heat.selectedProperty().bindBidirectional(overlay.visibleProperty());
        heat.disableProperty().bind(isEmpty);
        Node strength = opacity(overlay);
        strength.disableProperty().bind(isEmpty.or(overlay.visibleProperty().not()));

        Button score = button("open-scorecard", Feather.GRID, "ui.score.open", "ui.score.open.tip");
        score.setOnAction(event -> openScorecard.run());

        // by the window's width, which is known before anything in it is laid out
        ObservableValue<ContentDisplay> shown = sceneProperty()
                .flatMap(Scene::widthProperty)
                .map(width -> width.doubleValue() < ROOMY ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT)
                .orElse(ContentDisplay.LEFT);
        folder.contentDisplayProperty().bind(shown);
        fit.contentDisplayProperty().bind(shown);

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        project,
                        photos,
                        folder,
                        separator(),
                        fit,
                        actual,
                        separator(),
                        heat,
                        strength,
                        gap,
                        score,
                        more(model, actions));
    }

    private HBox opacity(HeatOverlay overlay) {
        Slider slider = new Slider(0, 1, overlay.opacityProperty().get());
        slider.setId("heat-opacity");
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText(messages.get("ui.action.opacity"));
        slider.setTooltip(new Tooltip(messages.get("ui.action.opacity")));
        slider.valueProperty().bindBidirectional(overlay.opacityProperty());
        Label percent = new Label();
        percent.getStyleClass().add("opacity-percent");
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> WholePercent.of(
                                Math.round(100 * overlay.opacityProperty().get()) / 100.0),
                        overlay.opacityProperty()));
        HBox box = new HBox(slider, percent);
        box.getStyleClass().add("opacity");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private MenuButton more(InspectionViewModel model, InspectionActions actions) {
        MenuItem paste = item("ui.action.paste", new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN));
        paste.setOnAction(event -> actions.paste());
        MenuItem retry = item("ui.action.retry", new KeyCodeCombination(KeyCode.F5));
        retry.setOnAction(event -> model.retry());
        retry.disableProperty().bind(model.canRetryProperty().not());
        MenuItem pause = item("ui.action.pause", new KeyCodeCombination(KeyCode.F8));
        pause.setOnAction(event -> model.pauseOrGoOn());
        pause.disableProperty().bind(model.canPauseProperty().not());
        MenuItem cancel = item("ui.action.cancel", new KeyCodeCombination(KeyCode.ESCAPE));
        cancel.setOnAction(event -> model.cancel());
        cancel.disableProperty().bind(model.canCancelProperty().not());
        MenuItem remove = item("ui.action.remove", new KeyCodeCombination(KeyCode.DELETE));
        remove.setOnAction(event -> model.removeSelected());
        remove.disableProperty().bind(model.canRemoveProperty().not());
        MenuItem removeAll = item("ui.action.remove_all", null);
        removeAll.setOnAction(event -> model.removeAll());
        removeAll.disableProperty().bind(model.canRemoveProperty().not());
        MenuItem again = item("ui.action.again", null);
        again.setOnAction(event -> model.inspectAgain());
        again.disableProperty().bind(model.canRemoveProperty().not());
        MenuButton menu = new MenuButton(null, Icons.of(Feather.MORE_HORIZONTAL));
        menu.setId("more");
        menu.getStyleClass().addAll("flat", "icon-menu");
        menu.setAccessibleText(messages.get("ui.action.more"));
        menu.setTooltip(new Tooltip(messages.get("ui.action.more")));
        menu.getItems()
                .addAll(
                        paste,
                        new SeparatorMenuItem(),
                        retry,
                        again,
                        pause,
                        cancel,
                        new SeparatorMenuItem(),
                        remove,
                        removeAll);
        return menu;
    }

    private MenuItem item(String key, @Nullable KeyCombination shownKey) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setAccelerator(shownKey);
        return item;
    }

    private Button button(String id, @Nullable Feather icon, String key, String tipKey) {
        Button button = new Button(messages.get(key), icon == null ? null : Icons.of(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.get(tipKey)));
        return button;
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }
}

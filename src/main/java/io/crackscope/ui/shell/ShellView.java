package io.crackscope.ui.shell;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.Shortcut;
import io.crackscope.ui.dataset.DatasetView;
import io.crackscope.ui.inspection.InspectionView;
import io.crackscope.ui.training.TrainingView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The window's content: rail, the tab in front, status bar, and what lies over all of it. */
public final class ShellView extends StackPane {
    private final ShellViewModel model;
    private final InspectionView inspection;
    private final TrainingView training;
    private final Messages messages;
    private final Sheets sheets;

    public ShellView(
            ShellViewModel model,
            InspectionView inspection,
            TrainingView training,
            Appearance appearance,
            Messages messages) {
        this.model = model;
        this.inspection = inspection;
        this.training = training;
        this.messages = messages;
        this.sheets = new Sheets(appearance, messages);
        getStyleClass().add("shell");
        Map<ShellViewModel.Tab, Node> tabs = new EnumMap<>(ShellViewModel.Tab.class);
        tabs.put(ShellViewModel.Tab.INSPECT, inspection);
        tabs.put(ShellViewModel.Tab.DATASET, new DatasetView(messages));
        tabs.put(ShellViewModel.Tab.TRAIN, training);
        BorderPane window = new BorderPane();
        window.setLeft(new Rail(model, messages, sheets::showSettings, this::showShortcuts));
        window.setBottom(new StatusBar(model, messages, this::showModel));
        window.setCenter(tabs.get(model.tabProperty().get()));
        DropTarget dropTarget = new DropTarget(messages);
        model.tabProperty().addListener((observable, before, now) -> {
            window.setCenter(tabs.get(now));
            dropTarget.invite(messages.get(now == ShellViewModel.Tab.TRAIN ? "ui.train.drop" : "ui.drop"));
        });
        dropTarget.install(this, model::drop);
        getChildren().addAll(window, dropTarget, sheets);
    }

    /** Listens for the shortcuts in {@code scene}, whose root this is. */
    public void listenForKeys(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> run(event, false));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> run(event, true));
    }

    /** Keys that controls move with come to them first, all others would never arrive if a control swallowed them. */
    private void run(KeyEvent event, boolean afterControls) {
        Scene scene = getScene();
        if (sheets.isOpen() || scene == null || scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        List<Shortcut> all = new ArrayList<>(windowShortcuts());
        if (model.tabProperty().get() == ShellViewModel.Tab.INSPECT) {
            all.addAll(inspection.shortcuts());
        } else if (model.tabProperty().get() == ShellViewModel.Tab.TRAIN) {
            all.addAll(training.shortcuts());
        }
        all.stream()
                .filter(shortcut -> shortcut.yieldsToControls() == afterControls && shortcut.matches(event))
                .findFirst()
                .ifPresent(shortcut -> {
                    shortcut.action().run();
                    event.consume();
                });
    }

    private List<Shortcut> windowShortcuts() {
        return List.of(
                Shortcut.control(
                        messages.get("ui.tab.inspect"), () -> model.select(ShellViewModel.Tab.INSPECT), KeyCode.DIGIT1),
                Shortcut.control(
                        messages.get("ui.tab.dataset"), () -> model.select(ShellViewModel.Tab.DATASET), KeyCode.DIGIT2),
                Shortcut.control(
                        messages.get("ui.tab.train"), () -> model.select(ShellViewModel.Tab.TRAIN), KeyCode.DIGIT3),
                Shortcut.control(messages.get("ui.model.key"), this::showModel, KeyCode.I),
                Shortcut.control(messages.get("ui.rail.settings"), sheets::showSettings, KeyCode.COMMA),
                Shortcut.plain(messages.get("ui.help.title"), this::showShortcuts, KeyCode.F1));
    }

    private void showModel() {
        sheets.showModel(model.modelInUse());
    }

    private void showShortcuts() {
        List<Shortcut> all = new ArrayList<>(
                model.tabProperty().get() == ShellViewModel.Tab.TRAIN ? training.shortcuts() : inspection.shortcuts());
        all.addAll(windowShortcuts());
        sheets.showShortcuts(all);
    }
}

package io.crackscope.ui.shell;

import io.crackscope.settings.Installation;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.Shortcut;
import io.crackscope.ui.dataset.DatasetView;
import io.crackscope.ui.inspection.InspectionView;
import io.crackscope.ui.inspection.ProjectSheets;
import io.crackscope.ui.training.TrainingView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The window's content: rail, the tab in front, status bar, and what lies over all of it. */
public final class ShellView extends StackPane {
    private final ShellViewModel model;
    private final InspectionView inspection;
    private final DatasetView dataset;
    private final TrainingView training;
    private final ReportPage report;
    private final BorderPane window = new BorderPane();
    private final Map<ShellViewModel.Tab, Node> tabs = new EnumMap<>(ShellViewModel.Tab.class);
    private final Messages messages;
    private final Sheets sheets;

    /** What is in the tabs. */
    public record Tabs(InspectionView inspection, DatasetView dataset, TrainingView training, ReportPage report) {}

    /** @param content makes what is in the tabs, given what shows their sheets */
    public ShellView(
            ShellViewModel model,
            Function<ProjectSheets.Shower, Tabs> content,
            Appearance appearance,
            Settings settings,
            Messages messages) {
        this.model = model;
        this.messages = messages;
        this.sheets = new Sheets(appearance, settings, messages);
        Tabs made = content.apply(new ProjectSheets.Shower() {
            @Override
            public void show(String id, String title, Node shown, Runnable close) {
                sheets.show(id, title, shown, close);
            }

            @Override
            public void report() {
                openReport();
            }
        });
        this.inspection = made.inspection();
        this.dataset = made.dataset();
        this.training = made.training();
        this.report = made.report();
        getStyleClass().add("shell");
        tabs.put(ShellViewModel.Tab.INSPECT, inspection);
        tabs.put(ShellViewModel.Tab.DATASET, dataset);
        tabs.put(ShellViewModel.Tab.TRAIN, training);
        window.setLeft(
                new Rail(model, messages, new Rail.Sheets(sheets::showSettings, this::showShortcuts, this::showAbout)));
        window.setBottom(new StatusBar(model, messages, this::showModel));
        window.setCenter(tabs.get(model.tabProperty().get()));
        DropTarget dropTarget = new DropTarget(messages);
        dropTarget.install(this, this::drop);
        model.tabProperty().addListener((observable, before, now) -> {
            showTab();
            dropTarget.invite(messages.get(
                    switch (now) {
                        case INSPECT -> "ui.drop";
                        case DATASET -> "ui.drop.dataset";
                        case TRAIN -> "ui.train.drop";
                    }));
            if (now == ShellViewModel.Tab.DATASET) {
                dataset.opened();
            }
        });
        getChildren().addAll(window, dropTarget, sheets);
    }

    /** What is dropped while data sets are looked at is data; elsewhere it is photos to inspect. */
    private void drop(List<Path> paths) {
        closeSheet();
        if (model.tabProperty().get() == ShellViewModel.Tab.DATASET) {
            dataset.drop(paths);
        } else {
            model.drop(paths);
        }
    }

    /** Closes the sheet that lies over the window, if there is one; what was typed on it is saved. */
    public void closeSheet() {
        sheets.hide();
    }

    /** Listens for the shortcuts in {@code scene}, whose root this is. */
    public void listenForKeys(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> run(event, false));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> run(event, true));
    }

    /** Keys that controls move with come to them first, all others would never arrive if a control swallowed them. */
    private void run(KeyEvent event, boolean afterControls) {
        Scene scene = getScene();
        if (sheets.isOpen() || scene == null) {
            return;
        }
        boolean isTyping = Shortcut.isTyping(scene.getFocusOwner());
        List<Shortcut> all = new ArrayList<>(windowShortcuts());
        all.addAll(tabShortcuts());
        all.stream()
                .filter(shortcut -> shortcut.yieldsToControls() == afterControls && shortcut.matches(event))
                .filter(shortcut -> !isTyping || shortcut.worksWhileTyping())
                .findFirst()
                .ifPresent(shortcut -> {
                    shortcut.action().run();
                    event.consume();
                });
    }

    private void showTab() {
        report.left();
        window.setCenter(tabs.get(model.tabProperty().get()));
    }

    private void openReport() {
        if (model.canReport()) {
            window.setCenter(report.open(this::showTab));
        }
    }

    private List<Shortcut> tabShortcuts() {
        if (report.isOpen()) {
            return report.shortcuts();
        }
        return switch (model.tabProperty().get()) {
            case INSPECT -> inspection.shortcuts();
            case DATASET -> dataset.shortcuts();
            case TRAIN -> training.shortcuts();
        };
    }

    private List<Shortcut> windowShortcuts() {
        return List.of(
                Shortcut.control(
                        messages.get("ui.tab.inspect"), () -> model.select(ShellViewModel.Tab.INSPECT), KeyCode.DIGIT1),
                Shortcut.control(
                        messages.get("ui.tab.dataset"), () -> model.select(ShellViewModel.Tab.DATASET), KeyCode.DIGIT2),
                Shortcut.control(
                        messages.get("ui.tab.train"), () -> model.select(ShellViewModel.Tab.TRAIN), KeyCode.DIGIT3),
                Shortcut.control(messages.get("ui.report.key"), this::openReport, KeyCode.P),
                Shortcut.control(messages.get("ui.model.key"), this::showModel, KeyCode.I),
                Shortcut.control(messages.get("ui.rail.settings"), sheets::showSettings, KeyCode.COMMA),
                Shortcut.plain(messages.get("ui.help.title"), this::showShortcuts, KeyCode.F1));
    }

    private void showModel() {
        sheets.showModel(model.modelInUse());
    }

    private void showAbout() {
        AboutPane about = new AboutPane(Installation.locate(), this::showModel, messages);
        sheets.show("about-sheet", messages.get("ui.rail.about"), about, () -> {});
    }

    private void showShortcuts() {
        List<Shortcut> all = new ArrayList<>(tabShortcuts());
        all.addAll(windowShortcuts());
        sheets.showShortcuts(all);
    }
}

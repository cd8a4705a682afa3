package io.crackscope.ui.inspection;

import io.crackscope.project.Step;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** The menu of the inspection: begin, open, what it is about, its history, and what can be taken back. */
final class ProjectMenu extends MenuButton {
    private final InspectionViewModel model;
    private final Messages messages;
    private final Menu recent = new Menu();

    ProjectMenu(
            InspectionViewModel model,
            InspectionActions actions,
            ProjectSheets sheets,
            CorrectionSender corrections,
            Messages messages) {
        super(null, Icons.of(Feather.BOOK_OPEN));
        this.model = model;
        this.messages = messages;
        setId("project-menu");
        getStyleClass().add("project-menu");
        setTooltip(new Tooltip(messages.get("ui.project.menu.tip")));
        MenuItem begin = item("ui.project.new", KeyCode.N);
        begin.setOnAction(event -> model.startAfresh());
        MenuItem open = new MenuItem(messages.get("ui.project.open"));
        open.setOnAction(event -> actions.openProject(getScene().getWindow()));
        recent.setText(messages.get("ui.project.recent"));
        MenuItem details = item("ui.project.details", KeyCode.D);
        details.setId("project-details");
        details.setOnAction(event -> sheets.details());
        MenuItem report = item("ui.report.key", KeyCode.P);
        report.setId("project-report");
        report.setOnAction(event -> sheets.report());
        MenuItem history = item("ui.project.history", KeyCode.H);
        history.setId("project-history");
        history.setOnAction(event -> sheets.history());
        MenuItem send = new MenuItem(messages.get("ui.project.send"));
        send.setId("send-corrections");
        send.setOnAction(event -> corrections.send());
        MenuItem undo = item("ui.action.undo", KeyCode.Z);
        undo.setOnAction(event -> model.undo());
        undo.disableProperty().bind(model.canUndoProperty().not());
        MenuItem redo = new MenuItem(messages.get("ui.action.redo"));
        redo.setAccelerator(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        redo.setOnAction(event -> model.review().redo());
        getItems()
                .addAll(
                        begin,
                        open,
                        recent,
                        new SeparatorMenuItem(),
                        details,
                        report,
                        history,
                        send,
                        new SeparatorMenuItem(),
                        undo,
                        redo);
        setOnShowing(event -> {
            listRecent();
            undo.setText(words("undo", model.review().undoProperty().get()));
            Optional<Step> again = model.review().redoProperty().get();
            redo.setText(words("redo", again));
            redo.setDisable(again.isEmpty());
            boolean isOpen = model.desk().isOpen();
            details.setDisable(!isOpen);
            report.setDisable(!isOpen);
            history.setDisable(!isOpen);
            send.setDisable(model.rows().stream().allMatch(row -> row.decision().isEmpty()));
            begin.setDisable(model.rows().isEmpty() && !isOpen);
        });
        model.desk().stateProperty().addListener((observable, before, now) -> show(now));
        show(model.desk().stateProperty().get());
    }

    private void show(DeskState now) {
        setText(
                switch (now) {
                    case DeskState.Open open -> ProjectWords.title(open.facts(), messages);
                    case DeskState.Opening opening -> messages.get("ui.project.opening");
                    case DeskState.Closed closed -> messages.get("ui.project.none");
                    case DeskState.Unsaved unsaved -> messages.get("ui.project.unsaved.title");
                });
    }

    private void listRecent() {
        recent.getItems().clear();
        for (Path file : model.desk().recent()) {
            MenuItem item = new MenuItem(ProjectWords.place(file));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.open(file));
            recent.getItems().add(item);
        }
        recent.setDisable(recent.getItems().isEmpty());
    }

    /** "Undo: crack for DSC_001.jpg", or just "Undo". */
    private String words(String way, Optional<Step> step) {
        String plain = messages.get("ui.action." + way);
        if (step.isEmpty()) {
            return plain;
        }
        Step what = step.get();
        String kind = what.decision()
                .map(messages::decision)
                .orElseGet(() -> messages.get("ui.step." + what.kind().name().toLowerCase(Locale.ROOT)));
        int photos = what.photos().size();
        String where = photos == 1 && !what.names().isEmpty()
                ? what.names().getFirst()
                : messages.get("ui.list.count", photos);
        return photos == 0
                ? messages.get("ui.step.plain", plain, kind)
                : messages.get("ui.step.photos", plain, kind, where);
    }

    private MenuItem item(String key, KeyCode code) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setAccelerator(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
        return item;
    }
}

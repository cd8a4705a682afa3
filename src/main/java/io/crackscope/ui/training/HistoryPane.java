package io.crackscope.ui.training;

import io.crackscope.learning.EpochScore;
import io.crackscope.text.Messages;
import io.crackscope.training.RunRecord;
import io.crackscope.ui.common.Icons;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** The runs of the history as a table; two or more selected ones are compared. */
final class HistoryPane extends TableView<RunRecord> {
    private final HistoryViewModel model;
    private final RunWords words;
    private final Messages messages;
    private boolean following;

    HistoryPane(HistoryViewModel model, Messages messages) {
        this.model = model;
        this.words = new RunWords(messages);
        this.messages = messages;
        setId("history-table");
        getStyleClass().addAll("history-table", "dense");
        setItems(model.runs());
        setFixedCellSize(32);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setAccessibleText(messages.get("ui.train.history"));
        Label empty = new Label(messages.get("ui.train.history.empty"), Icons.of(Feather.CLOCK));
        empty.getStyleClass().add("field-help");
        setPlaceholder(empty);
        column("name", 190, model::nameOf, false);
        column("started", 124, words::started, false);
        column("state", 104, words::state, false);
        column("preset", 86, run -> run.plan().preset().word(), false);
        column("split", 78, words::split, false);
        column("epochs", 80, run -> run.epochs().size() + "/" + run.plan().epochs(), true);
        column("loss", 116, this::bestLoss, true);
        column(
                "accuracy",
                130,
                run -> run.test() == null ? "" : words.percent(run.test().accuracy()),
                true);
        column("notes", 100, run -> run.notes().lines().findFirst().orElse(""), false);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRecord>) change -> chosen());
        model.chosenProperty().addListener((observable, before, now) -> follow(now));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.deleteChosen();
                event.consume();
            }
        });
    }

    private String bestLoss(RunRecord run) {
        return run.epochs().stream()
                .filter(epoch -> epoch.epoch() == run.bestEpoch())
                .map(EpochScore::validationLoss)
                .map(words::decimal)
                .findFirst()
                .orElse("");
    }

    private void column(String key, double width, Function<RunRecord, String> text, boolean isNumber) {
        TableColumn<RunRecord, String> column = new TableColumn<>(messages.get("ui.train.column." + key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        // names of one day differ at their end
        OverrunStyle overrun = key.equals("name") ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS;
        column.setCellFactory(of -> new Cell(overrun));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        if (isNumber) {
            column.getStyleClass().add("number-column");
        }
        getColumns().add(column);
    }

    /** Tells in a tooltip what the column may be too narrow for. */
    private static final class Cell extends TableCell<RunRecord, String> {
        Cell(OverrunStyle overrun) {
            setTextOverrun(overrun);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            boolean isBlank = empty || text == null || text.isEmpty();
            setText(isBlank ? null : text);
            setTooltip(isBlank ? null : new Tooltip(text));
        }
    }

    private void chosen() {
        if (!following) {
            model.choose(List.copyOf(getSelectionModel().getSelectedItems()));
        }
    }

    private void follow(List<RunRecord> runs) {
        if (List.copyOf(getSelectionModel().getSelectedItems()).containsAll(runs)
                && getSelectionModel().getSelectedItems().size() == runs.size()) {
            return;
        }
        following = true;
        getSelectionModel().clearSelection();
        runs.forEach(getSelectionModel()::select);
        if (!runs.isEmpty()) {
            scrollTo(runs.getFirst());
        }
        following = false;
    }
}

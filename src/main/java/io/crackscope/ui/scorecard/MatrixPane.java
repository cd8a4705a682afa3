package io.crackscope.ui.scorecard;

import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import io.crackscope.evaluation.MatrixCell;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The matrix: verdicts in rows, truth in columns. Two rows take the room of three, so that nothing below moves while the
 * slider is dragged. One stop for Tab; arrows walk the cells, Enter or Space chooses.
 */
final class MatrixPane extends GridPane {
    private static final List<Label> COLUMNS = List.of(Label.CRACK, Label.NO_CRACK);

    private final ScoreWords words;
    private final Consumer<MatrixCell> choose;
    private final ToggleGroup group = new ToggleGroup();
    private final List<List<MatrixCellButton>> cells = new ArrayList<>();
    private @Nullable Standing shown;
    private int row;
    private int column;

    MatrixPane(ScoreWords words, Consumer<MatrixCell> choose) {
        this.words = words;
        this.choose = choose;
        setId("matrix");
        getStyleClass().add("matrix");
        setAccessibleText(words.get("ui.score.matrix.accessible"));
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().add(names);
        for (int i = 0; i < COLUMNS.size(); i++) {
            ColumnConstraints cellColumn = new ColumnConstraints(120, 200, Double.MAX_VALUE);
            cellColumn.setHgrow(Priority.ALWAYS);
            cellColumn.setFillWidth(true);
            getColumnConstraints().add(cellColumn);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    void show(Standing standing) {
        if (shown == null || shown.isByModel() != standing.isByModel()) {
            build(standing.isByModel());
        }
        shown = standing;
        for (int r = 0; r < cells.size(); r++) {
            Verdict verdict = cells.get(r).getFirst().cell().verdict();
            ((javafx.scene.control.Label) lookup("#matrix-row-" + verdict.word()))
                    .setText(words.get("ui.score.photos", standing.matrix().count(verdict)));
            cells.get(r).forEach(cell -> cell.show(standing.matrix()));
        }
        for (Label truth : COLUMNS) {
            ((javafx.scene.control.Label) lookup("#matrix-column-" + truth.word()))
                    .setText(words.get("ui.score.photos", standing.matrix().count(truth)));
        }
    }

    void showChosen(Optional<MatrixCell> chosen) {
        cells.forEach(line -> line.forEach(button ->
                button.setSelected(chosen.filter(button.cell()::equals).isPresent())));
    }

    /** Gives the cell that the arrows stand on the focus. */
    void focusCell() {
        if (!cells.isEmpty()) {
            cells.get(row).get(column).requestFocus();
        }
    }

    private void build(boolean withUncertain) {
        boolean hadFocus = cells.stream().flatMap(List::stream).anyMatch(Node::isFocused);
        getChildren().clear();
        cells.clear();
        getRowConstraints().setAll(new RowConstraints());
        javafx.scene.control.Label corner = new javafx.scene.control.Label(words.get("ui.score.matrix.corner"));
        corner.getStyleClass().add("matrix-corner");
        add(corner, 0, 0);
        for (int c = 0; c < COLUMNS.size(); c++) {
            Label truth = COLUMNS.get(c);
            add(heading(words.truth(truth), "matrix-column-" + truth.word(), Pos.BOTTOM_CENTER, null), c + 1, 0);
        }
        List<Verdict> rows = withUncertain ? List.of(Verdict.values()) : List.of(Verdict.CRACK, Verdict.NO_CRACK);
        for (Verdict verdict : rows) {
            RowConstraints constraints = new RowConstraints();
            constraints.setVgrow(Priority.ALWAYS);
            constraints.setPercentHeight(-1);
            constraints.setFillHeight(true);
            getRowConstraints().add(constraints);
            int at = cells.size() + 1;
            add(heading(words.verdict(verdict), "matrix-row-" + verdict.word(), Pos.CENTER_LEFT, verdict), 0, at);
            List<MatrixCellButton> line = new ArrayList<>();
            for (int c = 0; c < COLUMNS.size(); c++) {
                MatrixCellButton button = cell(new MatrixCell(verdict, COLUMNS.get(c)), cells.size(), c);
                add(button, c + 1, at);
                line.add(button);
            }
            cells.add(line);
        }
        stand(Math.min(row, cells.size() - 1), column);
        if (hadFocus) {
            focusCell();
        }
    }

    private MatrixCellButton cell(MatrixCell cell, int atRow, int atColumn) {
        MatrixCellButton button = new MatrixCellButton(cell, words);
        button.setToggleGroup(group);
        button.setFocusTraversable(false);
        button.setPrefHeight(0);
        button.setOnAction(event -> {
            stand(atRow, atColumn);
            // A second press keeps the cell chosen: its photos are what somebody came for.
            button.setSelected(true);
            choose.accept(cell);
        });
        return button;
    }

    private VBox heading(String name, String id, Pos alignment, @Nullable Verdict verdict) {
        javafx.scene.control.Label title = new javafx.scene.control.Label(name);
        title.getStyleClass().add("matrix-heading");
        HBox line = new HBox(title);
        line.getStyleClass().add("matrix-heading-line");
        line.setAlignment(alignment);
        if (verdict != null) {
            line.getChildren().addFirst(new MarkNode(Mark.of(verdict), 14));
        }
        javafx.scene.control.Label count = new javafx.scene.control.Label();
        count.setId(id);
        count.getStyleClass().add("matrix-heading-count");
        VBox box = new VBox(line, count);
        box.getStyleClass().add("matrix-heading-box");
        box.setAlignment(alignment);
        return box;
    }

    private void walk(KeyEvent event) {
        int nextRow = row;
        int nextColumn = column;
        switch (event.getCode()) {
            case UP -> nextRow--;
            case DOWN -> nextRow++;
            case LEFT -> nextColumn--;
            case RIGHT -> nextColumn++;
            case ENTER -> cells.get(row).get(column).fire();
            default -> {
                return;
            }
        }
        event.consume();
        stand(Math.clamp(nextRow, 0, cells.size() - 1), Math.clamp(nextColumn, 0, COLUMNS.size() - 1));
        focusCell();
    }

    private void stand(int atRow, int atColumn) {
        row = atRow;
        column = atColumn;
        for (int r = 0; r < cells.size(); r++) {
            for (int c = 0; c < COLUMNS.size(); c++) {
                cells.get(r).get(c).setFocusTraversable(r == row && c == column);
            }
        }
    }
}

package io.crackscope.ui.scorecard;

import io.crackscope.evaluation.MatrixCell;
import io.crackscope.evaluation.VerdictMatrix;
import io.crackscope.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A cell of the matrix: what it means, how many photos, and their shares of row and column. */
final class MatrixCellButton extends ToggleButton {
    /** Shades beside the one of an empty cell; the style sheet has as many. */
    private static final int SHADES = 5;

    private final MatrixCell cell;
    private final ScoreWords words;
    private final Label count = new Label();
    private final Label ofTruth = new Label();
    private final Label ofVerdict = new Label();
    private String shade = "";

    MatrixCellButton(MatrixCell cell, ScoreWords words) {
        this.cell = cell;
        this.words = words;
        setId("cell-" + cell.verdict().word() + "-" + cell.truth().word());
        getStyleClass().setAll("matrix-cell");
        Label meaning = new Label(words.cell(cell));
        meaning.getStyleClass().add("matrix-meaning");
        if (cell.isWrong()) {
            meaning.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        }
        count.getStyleClass().add("matrix-count");
        count.setMinHeight(USE_PREF_SIZE);
        ofTruth.getStyleClass().add("matrix-share");
        ofVerdict.getStyleClass().add("matrix-share");
        VBox text = new VBox(meaning, count, ofTruth, ofVerdict);
        text.setAlignment(Pos.CENTER);
        text.setMouseTransparent(true);
        HBox content = new HBox(text);
        content.setAlignment(Pos.CENTER);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(content);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinSize(120, 86);
        setTooltip(new Tooltip(words.get("ui.score.cell.tip")));
    }

    MatrixCell cell() {
        return cell;
    }

    void show(VerdictMatrix matrix) {
        long photos = matrix.count(cell.verdict(), cell.truth());
        count.setText(words.get("ui.score.count", photos));
        ofTruth.setText(words.share(
                cell.truth() == io.crackscope.domain.Label.CRACK ? "ui.score.cell.of_cracks" : "ui.score.cell.of_clean",
                photos,
                matrix.count(cell.truth())));
        ofVerdict.setText(words.share("ui.score.cell.of_row", photos, matrix.count(cell.verdict())));
        getStyleClass().remove(shade);
        shade = "matrix-shade-" + shade(photos, matrix.total());
        getStyleClass().add(shade);
        setAccessibleText(words.get(
                "ui.score.cell.accessible",
                words.verdict(cell.verdict()),
                words.truth(cell.truth()),
                words.cell(cell),
                photos,
                ofTruth.getText(),
                ofVerdict.getText()));
    }

    /** By the root of the share of all photos: a few mistakes among many photos still show. */
    private static int shade(long photos, long all) {
        return photos == 0 ? 0 : Math.max(1, (int) Math.ceil(SHADES * Math.sqrt(photos / (double) all)));
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoScale;
import io.crackscope.text.Messages;
import io.crackscope.text.PhotoFigures;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.Labels;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The places where a photo shows cracks, by number, each a button that leads there. */
final class EvidenceList extends VBox {
    private final Messages messages;
    private final PhotoWords words;

    /** Shows {@code found}, in millimetres too where the scale is known; tells {@code flyTo} where a person wants to go. */
    EvidenceList(List<Evidence> found, Optional<PhotoScale> scale, Consumer<Evidence> flyTo, Messages messages) {
        this.messages = messages;
        this.words = new PhotoWords(messages);
        getStyleClass().add("evidence-list");
        for (int i = 0; i < found.size(); i++) {
            Evidence evidence = found.get(i);
            Button row = row(i + 1, evidence, scale);
            row.setOnAction(event -> flyTo.accept(evidence));
            getChildren().add(row);
        }
    }

    private Button row(int number, Evidence evidence, Optional<PhotoScale> scale) {
        Label chip = new Label(Integer.toString(number));
        chip.getStyleClass().add("evidence-number");
        String size = messages.get(
                "ui.findings.extent",
                PhotoFigures.pixels(evidence.right() - evidence.left(), evidence.bottom() - evidence.top()));
        Label extent = Labels.wrapped(size, "evidence-extent");
        extent.setWrapText(false);
        VBox extents = new VBox(extent);
        extents.setAlignment(Pos.CENTER_LEFT);
        scale.ifPresent(known ->
                extents.getChildren().add(Labels.wrapped(words.extent(evidence, known), "evidence-millimetres")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label probability = new Label(WholePercent.of(evidence.probability()));
        probability.getStyleClass().add("evidence-probability");
        probability.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(chip, extents, gap, probability);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("evidence-row-content");
        Button button = new Button(null, row);
        button.getStyleClass().addAll("flat", "evidence-row");
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty());
        button.setAccessibleText(messages.get("ui.findings.show_evidence", number, probability.getText()));
        return button;
    }
}

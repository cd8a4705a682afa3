package io.crackscope.ui.dataset;

import io.crackscope.dataset.Part;
import io.crackscope.dataset.SetSplit;
import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts of a split as bars: as long as their share of the images, with the share of cracks in each. */
final class PartsPicture extends VBox {
    private final Messages messages;
    private final ImageWords words;

    PartsPicture(Messages messages) {
        this.messages = messages;
        this.words = new ImageWords(messages);
        setId("parts-picture");
        getStyleClass().add("parts-picture");
    }

    void show(Map<Part, SetSplit.Content> contents) {
        getChildren().clear();
        int all = contents.values().stream().mapToInt(SetSplit.Content::images).sum();
        int largest = contents.values().stream()
                .mapToInt(SetSplit.Content::images)
                .max()
                .orElse(0);
        contents.forEach((part, content) -> getChildren().add(row(part, content, all, largest)));
    }

    private VBox row(Part part, SetSplit.Content content, int all, int largest) {
        Label name = new Label(words.part(Optional.of(part)));
        name.getStyleClass().add("parts-name");
        Label count = new Label(messages.get("ui.set.split.images", content.images(), content.groups()));
        count.getStyleClass().add("facet-note");
        HBox head = new HBox(name, Panes.gap(), count);
        Bar bar = new Bar(
                largest == 0 ? 0 : (double) content.images() / largest,
                content.images() == 0 ? 0 : (double) content.crack() / content.images());
        String balance = content.images() == 0
                ? messages.get("ui.set.split.empty")
                : messages.get(
                        "ui.set.split.balance",
                        WholePercent.of((double) content.images() / all),
                        content.crack(),
                        WholePercent.of((double) content.crack() / content.images()));
        VBox row = new VBox(head, bar, Panes.text(balance, "facet-note"));
        row.getStyleClass().add("parts-row");
        return row;
    }

    /** A bar of which the left end stands for cracks; a line of the ground parts the two, so that no colour has to. */
    private static final class Bar extends Pane {
        private final double length;
        private final double crack;
        private final Region cracks = new Region();
        private final Region others = new Region();

        Bar(double length, double crack) {
            this.length = length;
            this.crack = crack;
            getStyleClass().add("parts-bar");
            cracks.getStyleClass().add("parts-crack");
            others.getStyleClass().add("parts-no-crack");
            getChildren().addAll(cracks, others);
        }

        @Override
        protected void layoutChildren() {
            double width = Math.rint(getWidth() * length);
            double left = Math.rint(width * crack);
            cracks.resizeRelocate(0, 0, left, getHeight());
            double gap = left > 0 && left < width ? 2 : 0;
            others.resizeRelocate(left + gap, 0, Math.max(0, width - left - gap), getHeight());
        }
    }
}

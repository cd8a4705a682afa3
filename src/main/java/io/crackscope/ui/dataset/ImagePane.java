package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.Part;
import io.crackscope.domain.Label;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The image that has the focus: preview, label with the buttons that change it for all selected images, facts, history. */
final class ImagePane extends VBox {
    private static final double HEIGHT = 240;

    private final DatasetViewModel model;
    private final Messages messages;
    private final ImageWords words;
    private final PreviewPictures pictures;
    private final ImageView picture = new ImageView();
    private final javafx.scene.control.Label name = new javafx.scene.control.Label();
    private final MarkNode mark = new MarkNode(ImageWords.UNLABELLED, 14);
    private final javafx.scene.control.Label label = new javafx.scene.control.Label();
    private final javafx.scene.control.Label selected;
    private final javafx.scene.control.Label problem;
    private final ImageFactsGrid facts;
    private final VBox content = new VBox();
    private final javafx.scene.control.Label nothing;
    private @Nullable PhotoFacts read;

    ImagePane(DatasetViewModel model, PreviewPictures pictures, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = new ImageWords(messages);
        this.pictures = pictures;
        this.facts = new ImageFactsGrid(messages, words);
        setId("image-pane");
        getStyleClass().add("image-pane");
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("preview-frame");
        frame.setMinHeight(HEIGHT);
        frame.setPrefHeight(HEIGHT);
        picture.setPreserveRatio(true);
        picture.setFitHeight(HEIGHT - 16);
        picture.fitWidthProperty().bind(frame.widthProperty().subtract(16));
        frame.setMinWidth(0);
        name.getStyleClass().add("image-name");
        name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        label.setId("image-label");
        label.getStyleClass().add("image-label");
        HBox line = new HBox(mark, label);
        line.getStyleClass().add("image-label-line");
        line.setAlignment(Pos.CENTER_LEFT);
        selected = Panes.text("", "facet-note");
        problem = Panes.text("", "image-problem");
        content.getChildren().addAll(frame, name, line, problem, buttons(), selected, facts);
        content.getStyleClass().add("image-content");
        nothing = Panes.text(messages.get("ui.set.image.none"), "findings-note");
        nothing.getStyleClass().add("image-content");
        getChildren().addAll(nothing, Panes.scrolling(content));
        model.browse().selection().leadProperty().addListener(change -> follow());
        model.browse().selection().revisionProperty().addListener(change -> showSelected());
        model.browse().shownProperty().addListener(change -> follow());
        model.edits().revisionProperty().addListener(change -> show());
        model.progressProperty().addListener(change -> show());
        follow();
    }

    private HBox buttons() {
        Button crack = button("label-crack", "ui.set.crack", "ui.set.crack.tip", Mark.CRACK);
        crack.setOnAction(event -> model.edits().label(Label.CRACK));
        Button noCrack = button("label-no-crack", "ui.set.no_crack", "ui.set.no_crack.tip", Mark.NO_CRACK);
        noCrack.setOnAction(event -> model.edits().label(Label.NO_CRACK));
        MenuButton more = new MenuButton(messages.get("ui.set.more"));
        more.setId("image-more");
        more.setMaxHeight(Double.MAX_VALUE);
        more.disableProperty().bind(model.edits().canEditProperty().not());
        more.getItems()
                .addAll(
                        item("ui.set.exclude", KeyCode.X, model.edits()::toggleExcluded),
                        part("ui.set.assign.train", KeyCode.DIGIT1, Optional.of(Part.TRAIN)),
                        part("ui.set.assign.validation", KeyCode.DIGIT2, Optional.of(Part.VALIDATION)),
                        part("ui.set.assign.test", KeyCode.DIGIT3, Optional.of(Part.TEST)),
                        part("ui.set.assign.none", KeyCode.DIGIT0, Optional.empty()));
        HBox row = new HBox(crack, noCrack, more);
        row.getStyleClass().add("image-buttons");
        return row;
    }

    private MenuItem part(String key, KeyCode code, Optional<Part> part) {
        return item(key, code, () -> model.edits().assign(part));
    }

    /** The key is told in words: as an accelerator it would also work while somebody types a name. */
    private MenuItem item(String key, KeyCode code, Runnable action) {
        MenuItem item = new MenuItem(messages.get(key) + "  (" + code.getName() + ")");
        item.setOnAction(event -> action.run());
        return item;
    }

    private Button button(String id, String key, String tip, Mark sign) {
        Button button = Panes.button(id, messages.get(key));
        button.setGraphic(new MarkNode(sign, 11));
        button.setTooltip(new Tooltip(messages.get(tip)));
        button.disableProperty().bind(model.edits().canEditProperty().not());
        return button;
    }

    /** The number of the image with the focus, or -1. */
    private int lead() {
        int place = model.browse().selection().leadProperty().get();
        int[] shown = model.browse().shownProperty().get();
        return place >= 0 && place < shown.length ? shown[place] : -1;
    }

    private void follow() {
        read = null;
        picture.setImage(null);
        problem.setText("");
        int number = lead();
        if (number >= 0 && model.stateProperty().get() instanceof SetState.Open(ImageSet set)) {
            pictures.request(set.table().image(number), shown -> {
                if (lead() == number) {
                    switch (shown) {
                        case PreviewPictures.Shown.Read(var image, PhotoFacts found) -> {
                            picture.setImage(image);
                            read = found;
                        }
                        case PreviewPictures.Shown.Unreadable(var refusal) ->
                            problem.setText(messages.refusal(refusal));
                    }
                    show();
                }
            });
        } else {
            pictures.cancel();
        }
        show();
    }

    private void show() {
        int number = lead();
        boolean isThere = number >= 0 && model.stateProperty().get() instanceof SetState.Open;
        Panes.showIf(nothing, !isThere);
        Panes.showIf(getChildren().getLast(), isThere);
        Panes.showIf(problem, !problem.getText().isEmpty());
        if (isThere && model.stateProperty().get() instanceof SetState.Open(ImageSet set)) {
            name.setText(set.table().image(number).name());
            mark.show(ImageWords.mark(set.table().state(number)));
            label.setText(words.label(set.table().state(number)));
            facts.show(set, number, read);
        }
        showSelected();
    }

    private void showSelected() {
        int count = model.browse().selection().countProperty().get();
        selected.setText(messages.get("ui.set.applies", count));
        Panes.showIf(selected, count > 1);
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageSet;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.MarkNode;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One image as large as the tab, with all that is known of it; keys label it and walk on, space or Escape closes. */
final class PreviewOverlay extends BorderPane {
    private static final double SIDE = 300;

    private final DatasetViewModel model;
    private final PreviewPictures pictures;
    private final ImageWords words;
    private final Messages messages;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label place = new Label();
    private final MarkNode mark = new MarkNode(ImageWords.UNLABELLED, 16);
    private final Label label = new Label();
    private final Label problem = Panes.text("", "image-problem");
    private final ImageFactsGrid facts;
    private final Runnable closed;
    private @Nullable PhotoFacts read;

    PreviewOverlay(DatasetViewModel model, PreviewPictures pictures, Messages messages, Runnable closed) {
        this.model = model;
        this.pictures = pictures;
        this.messages = messages;
        this.closed = closed;
        this.words = new ImageWords(messages);
        this.facts = new ImageFactsGrid(messages, words);
        setId("preview");
        getStyleClass().add("preview");
        setVisible(false);
        setFocusTraversable(true);
        StackPane frame = new StackPane(picture, problem);
        frame.getStyleClass().add("preview-large");
        frame.setMinSize(0, 0);
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(frame.widthProperty().subtract(32));
        picture.fitHeightProperty().bind(frame.heightProperty().subtract(32));
        setCenter(frame);
        Button close = Panes.iconButton("preview-close", Feather.X, messages.get("ui.sheet.close"));
        close.setOnAction(event -> hide());
        name.getStyleClass().add("image-name");
        name.setMinWidth(0);
        HBox top = new HBox(name, Panes.gap(), close);
        top.setAlignment(Pos.CENTER_LEFT);
        place.getStyleClass().add("facet-note");
        label.getStyleClass().add("preview-label");
        HBox line = new HBox(mark, label);
        line.getStyleClass().add("image-label-line");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox about = new VBox(top, place, line, facts, Panes.text(messages.get("ui.set.preview.keys"), "facet-note"));
        about.getStyleClass().add("preview-about");
        about.setPrefWidth(SIDE);
        setRight(about);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.browse().selection().leadProperty().addListener(change -> follow());
        model.edits().revisionProperty().addListener(change -> show());
    }

    /** Opens or closes. */
    void toggle() {
        if (isVisible()) {
            hide();
        } else if (number() >= 0) {
            setVisible(true);
            requestFocus();
            follow();
        }
    }

    void hide() {
        setVisible(false);
        picture.setImage(null);
        closed.run();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            hide();
        } else if (code == KeyCode.RIGHT || code == KeyCode.DOWN) {
            model.browse().selection().move(1, false);
        } else if (code == KeyCode.LEFT || code == KeyCode.UP) {
            model.browse().selection().move(-1, false);
        } else {
            return;
        }
        event.consume();
    }

    private int number() {
        int lead = model.browse().selection().leadProperty().get();
        int[] shown = model.browse().shownProperty().get();
        return lead >= 0 && lead < shown.length ? shown[lead] : -1;
    }

    private void follow() {
        int number = number();
        if (!isVisible() || number < 0 || !(model.stateProperty().get() instanceof SetState.Open(ImageSet set))) {
            return;
        }
        read = null;
        problem.setText("");
        pictures.request(set.table().image(number), shown -> {
            if (number == number()) {
                switch (shown) {
                    case PreviewPictures.Shown.Read(var image, PhotoFacts found) -> {
                        picture.setImage(image);
                        read = found;
                    }
                    case PreviewPictures.Shown.Unreadable(var refusal) -> {
                        picture.setImage(null);
                        problem.setText(messages.refusal(refusal));
                    }
                }
                show();
            }
        });
        show();
    }

    private void show() {
        int number = number();
        if (isVisible() && number >= 0 && model.stateProperty().get() instanceof SetState.Open(ImageSet set)) {
            name.setText(set.table().image(number).name());
            place.setText(messages.get(
                    "ui.set.preview.place",
                    model.browse().selection().leadProperty().get() + 1,
                    model.browse().shownProperty().get().length));
            mark.show(ImageWords.mark(set.table().state(number)));
            label.setText(words.label(set.table().state(number)));
            facts.show(set, number, read);
        }
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Review;
import io.crackscope.domain.Review.Decision;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.MarkNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the person says of the selected photo: a decision, and a note that is saved with each keystroke. */
final class ReviewPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ReviewViewModel model;
    private final PhotoWords words;
    private final Messages messages;
    private final Map<Decision, Button> buttons = new EnumMap<>(Decision.class);
    private final Label signed = new Label();
    private final TextArea note = new TextArea();
    private final ChangeListener<Optional<Review>> reviewListener = (observable, before, now) -> show();
    private @Nullable PhotoRow row;

    ReviewPane(InspectionViewModel inspection, Messages messages) {
        this.model = inspection.review();
        this.words = new PhotoWords(messages);
        this.messages = messages;
        setId("review");
        getStyleClass().add("review");
        Label title = new Label(messages.get("ui.review.title"));
        title.getStyleClass().add("section-title");
        GridPane decisions = new GridPane();
        decisions.getStyleClass().add("decisions");
        for (Decision decision : Decision.values()) {
            Button button = button(decision);
            decisions.addRow(0, button);
            GridPane.setHgrow(button, Priority.ALWAYS);
        }
        signed.getStyleClass().add("review-signed");
        signed.setId("review-signed");
        signed.setWrapText(true);
        signed.setMinHeight(USE_PREF_SIZE);
        note.setId("review-note");
        note.setPromptText(messages.get("ui.review.note"));
        note.setAccessibleText(messages.get("ui.review.note"));
        note.setTooltip(new Tooltip(messages.get("ui.review.note.tip")));
        note.setWrapText(true);
        note.setPrefRowCount(2);
        note.textProperty().addListener((observable, before, now) -> {
            if (row != null) {
                model.typed(row, now);
            }
        });
        note.focusedProperty().addListener((observable, before, isFocused) -> {
            if (!isFocused && row != null) {
                model.commitNote(row);
            }
        });
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                getParent().requestFocus();
                event.consume();
            }
        });
        getChildren().addAll(title, decisions, signed, note);
        disableProperty().bind(model.canReviewProperty().not());
        inspection.selectedProperty().addListener((observable, before, now) -> follow(now));
        follow(inspection.selectedProperty().get());
    }

    /** Puts the keyboard into the note. */
    void writeNote() {
        note.requestFocus();
        note.end();
    }

    private Button button(Decision decision) {
        Button button = new Button(words.decision(decision), new MarkNode(PhotoWords.mark(decision), 12));
        button.setId("decide-" + decision.word());
        button.getStyleClass().add("decision");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(messages.get("ui.review." + decision.word() + ".tip")));
        button.setOnAction(event -> model.decide(decision));
        buttons.put(decision, button);
        return button;
    }

    private void follow(@Nullable PhotoRow next) {
        if (row != null) {
            row.reviewProperty().removeListener(reviewListener);
        }
        row = null;
        note.setText(next == null ? "" : next.note());
        row = next;
        if (next != null) {
            next.reviewProperty().addListener(reviewListener);
        }
        show();
    }

    private void show() {
        Optional<Review> review =
                row == null ? Optional.empty() : row.reviewProperty().get();
        Optional<Decision> decision = review.flatMap(Review::decision);
        buttons.forEach((which, button) -> {
            boolean isChosen = decision.filter(which::equals).isPresent();
            button.pseudoClassStateChanged(CHOSEN, isChosen);
            button.setAccessibleText(isChosen ? messages.get("ui.review.chosen", button.getText()) : button.getText());
        });
        signed.setText(review.map(words::signed).orElse(messages.get("ui.review.open")));
        if (row != null && !note.isFocused() && !note.getText().equals(row.note())) {
            note.setText(row.note());
        }
    }
}

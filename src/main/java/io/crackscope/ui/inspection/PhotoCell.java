package io.crackscope.ui.inspection;

import io.crackscope.domain.Review;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import io.crackscope.ui.common.ThumbnailFrame;
import io.crackscope.work.Cancellation;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One photo of the list: thumbnail, name, mark and word of its state, probability. */
final class PhotoCell extends ListCell<PhotoRow> {
    private final PhotoPictures<Image> pictures;
    private final PhotoWords words;
    private final ThumbnailFrame thumbnail = new ThumbnailFrame(64, 48);
    private final Label name = new Label();
    private final MarkNode mark = new MarkNode(Mark.WAITING, 12);
    private final Label word = new Label();
    private final Label probability = new Label();
    private final MarkNode decided = new MarkNode(Mark.WAITING, 10);
    private final Label review = new Label();
    private final Tooltip path = new Tooltip();
    private final Tooltip signed = new Tooltip();
    private final ChangeListener<Optional<Review>> reviewListener = (observable, before, now) -> showReview();
    private final HBox content;
    private final ChangeListener<PhotoState> stateListener = (observable, before, now) -> showState(now);
    private @Nullable PhotoRow shown;
    private Cancellation loading = new Cancellation();

    PhotoCell(PhotoPictures<Image> pictures, PhotoWords words) {
        this.pictures = pictures;
        this.words = words;
        getStyleClass().add("photo-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // The list decides the width; long names are shortened instead of scrolled.
        setPrefWidth(0);
        name.getStyleClass().add("photo-name");
        name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        word.getStyleClass().add("photo-word");
        probability.getStyleClass().add("photo-probability");
        probability.setMinWidth(USE_PREF_SIZE);
        word.setWrapText(true);
        HBox state = new HBox(mark, word);
        state.getStyleClass().add("photo-state");
        state.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        review.getStyleClass().add("photo-review");
        review.setGraphic(new HBox(4, Icons.of(Feather.USER), decided));
        review.setTooltip(signed);
        review.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        VBox numbers = new VBox(probability, review);
        numbers.getStyleClass().add("photo-numbers");
        numbers.setAlignment(Pos.CENTER_RIGHT);
        VBox text = new VBox(name, state);
        text.getStyleClass().add("photo-text");
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        content = new HBox(thumbnail, text, numbers);
        content.getStyleClass().add("photo-row");
        content.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable PhotoRow row, boolean empty) {
        super.updateItem(row, empty);
        PhotoRow next = empty ? null : row;
        if (next == shown) {
            return;
        }
        if (shown != null) {
            shown.stateProperty().removeListener(stateListener);
            shown.reviewProperty().removeListener(reviewListener);
        }
        shown = next;
        loading.cancel();
        thumbnail.show(null);
        if (next == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(content);
        name.setText(next.name());
        setTooltip(path);
        next.stateProperty().addListener(stateListener);
        next.reviewProperty().addListener(reviewListener);
        showState(next.state());
        showReview();
        loading = pictures.thumbnail(next.file(), image -> {
            if (shown == next) {
                thumbnail.show(image);
            }
        });
    }

    private void showState(PhotoState state) {
        if (shown == null) {
            return;
        }
        String why = words.reason(state);
        mark.show(PhotoWords.mark(state));
        word.setText(words.line(state));
        probability.setText(words.probability(state));
        boolean isProbable = !probability.getText().isEmpty();
        probability.setVisible(isProbable);
        probability.setManaged(isProbable);
        path.setText(why.isEmpty() ? shown.file().toString() : shown.file() + "\n" + why);
        tellAll();
    }

    private void showReview() {
        if (shown == null) {
            return;
        }
        Optional<Review.Decision> decision = shown.decision();
        decision.ifPresent(made -> decided.show(PhotoWords.mark(made)));
        review.setVisible(decision.isPresent());
        review.setManaged(decision.isPresent());
        shown.reviewProperty().get().ifPresent(made -> signed.setText(words.signed(made)));
        tellAll();
    }

    private void tellAll() {
        String said = shown == null ? "" : shown.decision().map(words::reviewed).orElse("");
        setAccessibleText(String.join(", ", name.getText(), word.getText(), probability.getText(), said));
    }
}

package io.crackscope.ui.scorecard;

import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import io.crackscope.ui.common.ThumbnailFrame;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One photo of the strip: thumbnail, the model's mark and probability, name. */
final class StripCell extends ListCell<JudgedPhoto> {
    /** Of a cell with the space around it. */
    static final double WIDTH = 112;

    private static final double PICTURE_WIDTH = 96;

    private final Thumbnails thumbnails;
    private final ThumbnailFrame picture = new ThumbnailFrame(PICTURE_WIDTH, 64);
    private final MarkNode mark = new MarkNode(Mark.WAITING, 10);
    private final Label probability = new Label();
    private final Label name = new Label();
    private final VBox content;
    private @Nullable Path shown;
    private Cancellation loading = new Cancellation();

    StripCell(Thumbnails thumbnails, Consumer<Path> open) {
        this.thumbnails = thumbnails;
        getStyleClass().add("strip-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        probability.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("strip-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox line = new HBox(mark, probability);
        line.getStyleClass().add("strip-line");
        line.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(picture, name, line);
        content.getStyleClass().add("strip-content");
        content.setMaxWidth(PICTURE_WIDTH);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && shown != null) {
                open.accept(shown);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable JudgedPhoto photo, boolean empty) {
        super.updateItem(photo, empty);
        if (empty || photo == null) {
            shown = null;
            loading.cancel();
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        Path file = photo.file();
        mark.show(Mark.of(photo.verdict()));
        probability.setText(WholePercent.of(photo.probability()));
        if (file.equals(shown)) {
            return;
        }
        shown = file;
        loading.cancel();
        setGraphic(content);
        name.setText(file.getFileName().toString());
        setTooltip(new Tooltip(file.toString()));
        setAccessibleText(name.getText() + ", " + probability.getText());
        picture.show(null);
        loading = thumbnails.thumbnail(file, image -> {
            if (file.equals(shown)) {
                picture.show(image);
            }
        });
    }
}

package io.crackscope.ui.common;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A small picture with round corners that fills its frame, as on contact sheets; a sign stands for one that is not there. */
public final class ThumbnailFrame extends StackPane {
    private static final double ROUND = 8;

    private final double width;
    private final double height;
    private final ImageView picture = new ImageView();
    private final Node noPicture = Icons.of(Feather.IMAGE);

    public ThumbnailFrame(double width, double height) {
        this.width = width;
        this.height = height;
        getStyleClass().add("thumbnail");
        setMinSize(width, height);
        setMaxSize(width, height);
        Rectangle round = new Rectangle(width, height);
        round.setArcWidth(ROUND);
        round.setArcHeight(ROUND);
        setClip(round);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        getChildren().addAll(noPicture, picture);
    }

    /** Shows the middle of {@code image}, what does not fit is cut off; null for none. */
    public void show(@Nullable Image image) {
        picture.setImage(image);
        noPicture.setVisible(image == null);
        if (image != null) {
            double scale = Math.max(width / image.getWidth(), height / image.getHeight());
            double shownWidth = width / scale;
            double shownHeight = height / scale;
            picture.setViewport(new Rectangle2D(
                    (image.getWidth() - shownWidth) / 2,
                    (image.getHeight() - shownHeight) / 2,
                    shownWidth,
                    shownHeight));
        }
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageState;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.ListedImage;
import io.crackscope.dataset.Measurement;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.MarkNode;
import io.crackscope.work.Cancellation;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * One image of the grid: thumbnail, mark and word of its label, and on a line of its own what the model says; until then its
 * part, which goes beside the label then if there is room. Laid out by hand: there are hundreds, and each moves in every frame.
 */
final class GridCell extends Region {
    /** Space around the thumbnail. */
    static final double INSET = 6;

    private static final double LINE = 20;
    private static final double SECOND_LINE = 16;
    private static final double MARK = 11;
    private static final double WORDS = INSET + MARK + 5;
    private static final double WIDE_ENOUGH = 118;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final PseudoClass EXCLUDED = PseudoClass.getPseudoClass("excluded");

    private final Supplier<@Nullable ImageTable> table;
    private final Thumbnails<Image> thumbnails;
    private final ImageWords words;
    private final ImageView picture = new ImageView();
    private final Region backdrop = new Region();
    private final Node broken = Icons.of(Feather.ALERT_TRIANGLE);
    private final MarkNode mark = new MarkNode(ImageWords.UNLABELLED, MARK);
    private final Text word = new Text();
    private final Text side = new Text();
    private final Text below = new Text();
    private double pictureSide;
    private int shown = -1;
    private Cancellation loading = new Cancellation();

    GridCell(Supplier<@Nullable ImageTable> table, Thumbnails<Image> thumbnails, ImageWords words) {
        this.table = table;
        this.thumbnails = thumbnails;
        this.words = words;
        getStyleClass().add("grid-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        backdrop.getStyleClass().add("grid-backdrop");
        word.getStyleClass().add("grid-word");
        side.getStyleClass().add("grid-side");
        below.getStyleClass().add("grid-side");
        word.setTextOrigin(VPos.CENTER);
        side.setTextOrigin(VPos.CENTER);
        below.setTextOrigin(VPos.CENTER);
        picture.setPreserveRatio(true);
        broken.setVisible(false);
        setMouseTransparent(true);
        getChildren().addAll(backdrop, picture, broken, mark, word, side, below);
        getChildren().forEach(node -> node.setManaged(false));
    }

    /**
     * Height of what stands below a picture with sides of {@code pixels}. The second line is there whether or not it says
     * anything: the grid must not move when it does.
     */
    static double footer(double pixels) {
        return pixels < WIDE_ENOUGH ? LINE : LINE + SECOND_LINE;
    }

    void side(double pixels) {
        pictureSide = pixels;
    }

    /** Shows image number {@code number}. */
    void show(int number) {
        ImageTable now = table.get();
        if (now == null) {
            return;
        }
        boolean isOther = number != shown;
        shown = number;
        ListedImage image = now.image(number);
        ImageState state = now.state(number);
        mark.show(ImageWords.mark(state));
        word.setText(words.label(state));
        boolean isWide = pictureSide >= WIDE_ENOUGH;
        String says = words.judgement(now, number);
        String part = state.part().isPresent() ? words.part(state.part()) : "";
        side.setText(isWide && !says.isEmpty() ? part : "");
        below.setText(!isWide ? "" : says.isEmpty() ? part : says);
        pseudoClassStateChanged(EXCLUDED, state.excluded());
        broken.setVisible(now.measurement(number)
                .filter(Measurement.Refused.class::isInstance)
                .isPresent());
        setAccessibleText(words.accessible(now, number));
        if (isOther) {
            load(image, number);
        }
        requestLayout();
    }

    private void load(ListedImage image, int number) {
        loading.cancel();
        int pixels = (int) Math.ceil(pictureSide * outputScale());
        Image known = thumbnails.atHand(image, pixels);
        picture.setImage(known);
        if (known == null) {
            loading = thumbnails.get(image, pixels, loaded -> {
                if (shown == number) {
                    picture.setImage(loaded);
                    requestLayout();
                }
            });
        }
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
    }

    void select(boolean isSelected, boolean isLead) {
        pseudoClassStateChanged(SELECTED, isSelected);
        pseudoClassStateChanged(LEAD, isLead);
    }

    /** Shows nothing and loads nothing any more. */
    void clear() {
        loading.cancel();
        shown = -1;
        picture.setImage(null);
    }

    @Override
    protected void layoutChildren() {
        double middle = INSET + pictureSide + LINE / 2 + 1;
        backdrop.resizeRelocate(INSET, INSET, pictureSide, pictureSide);
        Image image = picture.getImage();
        if (image != null) {
            double scale = Math.min(pictureSide / image.getWidth(), pictureSide / image.getHeight());
            double width = Math.rint(scale * image.getWidth());
            double height = Math.rint(scale * image.getHeight());
            picture.setFitWidth(width);
            picture.setFitHeight(height);
            picture.relocate(
                    Math.rint(INSET + (pictureSide - width) / 2), Math.rint(INSET + (pictureSide - height) / 2));
        }
        // what a square tile covers need not be drawn
        backdrop.setVisible(image == null || image.getWidth() != image.getHeight());
        broken.autosize();
        broken.relocate(
                Math.rint(INSET + (pictureSide - broken.getLayoutBounds().getWidth()) / 2),
                Math.rint(INSET + (pictureSide - broken.getLayoutBounds().getHeight()) / 2));
        mark.resizeRelocate(INSET, Math.rint(middle - MARK / 2), MARK, MARK);
        word.relocate(WORDS, Math.rint(middle - word.getLayoutBounds().getHeight() / 2));
        below.relocate(
                WORDS, Math.rint(middle + SECOND_LINE - below.getLayoutBounds().getHeight() / 2));
        double end = WORDS + word.getLayoutBounds().getWidth();
        // where both do not fit the label is what counts
        side.setVisible(
                end + MARK / 2 < INSET + pictureSide - side.getLayoutBounds().getWidth());
        side.relocate(
                Math.rint(INSET + pictureSide - side.getLayoutBounds().getWidth()),
                Math.rint(middle - side.getLayoutBounds().getHeight() / 2));
    }
}

package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoScale;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.ProjectPhoto;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A person says how large a photo's pixels are: by mouse, by keyboard, takes it back, and finds it again. */
class ScaleJourneyTest extends InspectionJourney {
    @Test
    void a_line_over_a_ruler_gives_a_photo_millimetres_that_are_there_the_next_day() throws Exception {
        openTheSite();
        assertThat(node("#scale-bar").isVisible()).isFalse();
        assertThat(stage.getScene().getRoot().lookupAll(".evidence-millimetres"))
                .isEmpty();

        key(KeyCode.S);
        until(() -> node("#scale-card").isVisible());
        assertThat(node("#scale-apply").isDisabled()).isTrue();
        robot.drag(onPhoto(100, 400)).dropTo(onPhoto(600, 400));
        until(() -> node("#scale-number").isFocused());
        robot.write("c", 0);
        until(() -> label("#scale-result").startsWith("That is not a number"));
        assertThat(node("#scale-apply").isDisabled()).isTrue();
        robot.interact(() -> ((TextInputControl) node("#scale-number")).clear());
        robot.write("100", 0);
        until(() -> label("#scale-result").startsWith("0.2"));
        key(KeyCode.ENTER);
        until(() -> node("#scale-bar").isVisible() && !node("#scale-card").isVisible());
        assertThat(label("#scale-bar-length")).endsWith("mm");
        until(() -> node(".evidence-millimetres") != null);
        assertThat(((Labeled) node(".evidence-millimetres")).getText()).matches("\\d+ \u00d7 \\d+\u00a0mm");

        key(KeyCode.Z, KeyCode.CONTROL);
        until(() -> !node("#scale-bar").isVisible() && node(".evidence-millimetres") == null);
        key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        until(() -> node("#scale-bar").isVisible());

        closeTheWindow();
        PhotoScale kept = scaleOnDisk().orElseThrow();
        assertThat(kept.millimetresPerPixel()).isBetween(0.196, 0.204);
        assertThat(kept.source()).matches("measured over \\d{3}\u00a0px: 100\u00a0mm, \u00b10\\.4\u00a0%");
        open();
        until(() -> node("#recent-projects .recent") != null);
        robot.interact(() -> ((ButtonBase) node("#recent-projects .recent")).fire());
        until(() -> rows().size() == 1 && node("#scale-bar").isVisible());
    }

    @Test
    void the_keyboard_alone_places_a_line_moves_its_ends_and_escape_changes_nothing() throws Exception {
        openTheSite();
        key(KeyCode.S);
        until(() -> node("#photo-canvas").isFocused());
        key(KeyCode.DOWN);
        until(() -> node("#scale-from").isFocused());
        String before = node("#scale-from").getAccessibleText();
        key(KeyCode.LEFT, KeyCode.SHIFT);
        until(() -> !node("#scale-from").getAccessibleText().equals(before));
        assertThat(before).isEqualTo("Start of the line, 160, 240");
        assertThat(node("#scale-from").getAccessibleText()).isEqualTo("Start of the line, 150, 240");
        key(KeyCode.TAB);
        until(() -> node("#scale-to").isFocused());
        key(KeyCode.DOWN);
        until(() -> node("#scale-to").getAccessibleText().equals("End of the line, 480, 241"));
        key(KeyCode.ESCAPE);
        until(() -> !node("#scale-card").isVisible()
                && !node("#scale-to").getParent().isVisible());
        assertThat(node("#scale-bar").isVisible()).isFalse();

        key(KeyCode.S);
        until(() -> node("#scale-card").isVisible());
        robot.interact(() -> node("#scale-number").requestFocus());
        key(KeyCode.ESCAPE);
        until(() -> !node("#scale-card").isVisible());
    }

    @Test
    void the_card_is_dragged_off_what_it_hides_but_not_out_of_the_viewer_and_a_scale_is_taken_away_with_a_button()
            throws Exception {
        openTheSite();
        key(KeyCode.S);
        until(() -> node("#scale-card").isVisible());
        Bounds before = onScreen("#scale-card");
        robot.drag(before.getMinX() + 40, before.getMinY() + 20).dropTo(before.getMinX() + 140, before.getMinY() + 60);
        until(() -> onScreen("#scale-card").getMinX() > before.getMinX() + 80);
        Bounds moved = onScreen("#scale-card");
        robot.drag(moved.getMinX() + 40, moved.getMinY() + 20)
                .dropTo(moved.getMinX() + 40, onScreen("#photo-canvas").getMaxY() - 2);
        until(() -> onScreen("#scale-card").getMinY() > moved.getMinY());
        assertThat(onScreen("#photo-canvas").contains(onScreen("#scale-close"))).isTrue();

        robot.interact(() -> {
            ScaleJourneyTest.<Enum<?>>choice(node("#scale-unit"))
                    .getSelectionModel()
                    .selectLast();
            ((TextInputControl) node("#scale-number")).setText("0.25");
            ((ButtonBase) node("#scale-apply")).fire();
        });
        until(() -> node("#scale-bar").isVisible());
        key(KeyCode.S);
        until(() -> node("#scale-card").isVisible() && label("#scale-now").contains("0.250"));
        robot.interact(() -> ((ButtonBase) node("#scale-remove")).fire());
        until(() -> !node("#scale-bar").isVisible() && !node("#scale-card").isVisible());
    }

    @SuppressWarnings("unchecked")
    private static <T> ChoiceBox<T> choice(Node node) {
        return (ChoiceBox<T>) node;
    }

    private Bounds onScreen(String selector) {
        return node(selector).localToScreen(node(selector).getLayoutBounds());
    }

    private void openTheSite() throws Exception {
        Path site = Files.createDirectories(folder.resolve("pier"));
        ImageIO.write(
                new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB),
                "png",
                site.resolve("crack.png").toFile());
        open();
        drop(site);
        until(() -> rows().size() == 1 && rows().stream().allMatch(InspectionJourney::isOver));
        until(() ->
                node("#heat-overlay").isVisible() && label("#viewer-message").isEmpty());
    }

    private Optional<PhotoScale> scaleOnDisk() {
        try (InspectionProject project = InspectionProject.openOrView(folder.resolve("pier/pier.inspection"), "Ada")) {
            return project.snapshot().photos().stream()
                    .map(ProjectPhoto::scale)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Point2D onPhoto(double x, double y) throws Exception {
        ImageView photo = (ImageView) node("#heat-overlay");
        Bounds bounds = photo.localToScreen(photo.getBoundsInLocal());
        return new Point2D(
                bounds.getMinX() + x / 640 * bounds.getWidth(), bounds.getMinY() + y / 480 * bounds.getHeight());
    }

    private String label(String selector) {
        Node node = node(selector);
        return ((Labeled) node).getText();
    }
}

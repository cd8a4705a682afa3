package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A person says how large a photo is on the concrete. */
class ScaleJourneyTest extends InspectionJourney {
    @Test
    void a_scale_is_measured_by_keyboard_undone_done_again_and_there_after_reopening() throws Exception {
        Path site = Files.createDirectories(folder.resolve("pier"));
        for (String photo : List.of("crack.png", "plain.png")) {
            ImageIO.write(
                    new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB),
                    "png",
                    site.resolve(photo).toFile());
        }
        open();
        drop(site);
        until(() -> rows().size() == 2 && rows().stream().allMatch(ScaleJourneyTest::isOver));
        until(() -> node("#scale") != null && chip().equals("No scale"));
        assertThat(texts(".evidence-extent")).isNotEmpty().allMatch(text -> text.endsWith("px"));

        robot.interact(() -> node("#photo-canvas").requestFocus());
        key(KeyCode.S);
        until(() -> node("#scale-panel").isVisible());
        assertThat(stage.getScene().getFocusOwner()).isSameAs(node("#scale-length"));
        key(KeyCode.ESCAPE);
        until(() -> !node("#scale-panel").isVisible());

        robot.interact(() -> node("#photo-canvas").requestFocus());
        key(KeyCode.S);
        until(() -> node("#scale-panel").isVisible());
        String before = ((Labeled) node("#scale-words")).getText();
        robot.interact(() -> node("#scale-second").requestFocus());
        key(KeyCode.RIGHT, KeyCode.SHIFT);
        until(() -> !((Labeled) node("#scale-words")).getText().equals(before));
        robot.interact(() -> ((TextInputControl) node("#scale-length")).setText("82"));
        assertThat(((Labeled) node("#scale-words")).getText()).contains("mm per pixel");
        robot.interact(() -> node("#scale-length").requestFocus());
        key(KeyCode.ENTER);
        until(() -> chip().endsWith("mm"));
        until(() -> texts(".evidence-extent").stream().allMatch(text -> text.endsWith("mm")));
        assertThat(texts(".fact-value")).anyMatch(text -> text.contains("82 mm over"));

        robot.interact(() -> node("#photo-canvas").requestFocus());
        key(KeyCode.Z, KeyCode.CONTROL);
        until(() -> chip().equals("No scale"));
        key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        until(() -> chip().endsWith("mm"));
        closeTheWindow();

        open();
        drop(site.resolve("pier.inspection"));
        until(() -> rows().size() == 2 && node("#scale") != null && chip().endsWith("mm"));

        robot.interact(() -> ((ButtonBase) node("#scale")).fire());
        until(() -> node("#scale-remove").isVisible());
        robot.interact(() -> ((ButtonBase) node("#scale-remove")).fire());
        until(() -> chip().equals("No scale"));
    }

    private String chip() {
        return ((Labeled) node("#scale")).getText();
    }

    private List<String> texts(String selector) {
        return stage.getScene().getRoot().lookupAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}

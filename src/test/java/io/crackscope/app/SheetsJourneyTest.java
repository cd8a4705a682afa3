package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.project.InspectionProject;
import io.crackscope.settings.Installation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is typed on a sheet is kept however the sheet goes away, and keys do nothing below it. */
class SheetsJourneyTest extends InspectionJourney {
    @Test
    void what_is_typed_is_kept_when_the_window_is_closed_over_an_open_sheet() throws Exception {
        Path site = site("north pier");
        open();
        inspected(site);
        writeStructure("Bridge 17");
        closeTheWindow();

        open();
        drop(site.resolve("north pier.inspection"));
        until(() -> rows().size() == 2);
        assertThat(structure()).isEqualTo("Bridge 17");
    }

    @Test
    void what_is_typed_is_there_after_a_kill_over_an_open_sheet() throws Exception {
        Path site = site("north pier");
        open();
        inspected(site);
        writeStructure("Bridge 17");
        int[] copies = {0};
        until(() -> structureAfterAKill(site.resolve("north pier.inspection"), folder.resolve("copy" + copies[0]++))
                .equals("Bridge 17"));
    }

    /** What the project says that is opened from the files as they are now: what a kill would leave. */
    private static String structureAfterAKill(Path project, Path elsewhere) {
        try {
            Path copy = Files.createDirectories(elsewhere).resolve(project.getFileName());
            Files.copy(project, copy);
            Files.copy(Path.of(project + "-wal"), Path.of(copy + "-wal"));
            try (InspectionProject left = InspectionProject.openOrView(copy, "other")) {
                return left.snapshot().facts().structure();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_typed_stays_with_its_inspection_when_another_is_dropped_meanwhile() throws Exception {
        Path north = site("north pier");
        Path south = site("south pier");
        open();
        inspected(south);
        key(KeyCode.N, KeyCode.CONTROL);
        until(() -> rows().isEmpty());
        inspected(north);
        writeStructure("Bridge 17");
        drop(south.resolve("south pier.inspection"));
        until(() -> stage.getTitle().startsWith("south pier") && rows().size() == 2);
        assertThat(node("#details-sheet")).isNull();
        assertThat(structure()).isEmpty();
        key(KeyCode.ESCAPE);
        drop(north.resolve("north pier.inspection"));
        until(() -> stage.getTitle().startsWith("north pier") && rows().size() == 2);
        assertThat(structure()).isEqualTo("Bridge 17");
    }

    @Test
    void what_is_typed_is_kept_when_another_sheet_takes_its_place() throws Exception {
        open();
        inspected(site("north pier"));
        writeStructure("Bridge 17");
        robot.interact(() -> ((ButtonBase) node("#rail-help")).fire());
        until(() -> node("#shortcut-sheet") != null && node("#details-sheet") == null);
        key(KeyCode.ESCAPE);
        until(() -> node("#shortcut-sheet") == null);
        assertThat(structure()).isEqualTo("Bridge 17");
    }

    @Test
    void a_date_that_was_typed_counts_without_a_further_key() throws Exception {
        Path site = site("north pier");
        open();
        inspected(site);
        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-date") != null);
        robot.interact(() -> ((DatePicker) node("#details-date")).getEditor().setText("Nov 3, 2025"));
        key(KeyCode.ESCAPE);
        until(() -> node("#details-date") == null);
        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-date") != null);
        assertThat(((DatePicker) node("#details-date")).getValue()).isEqualTo(LocalDate.of(2025, 11, 3));
        robot.interact(() -> ((DatePicker) node("#details-date")).getEditor().setText("yesterday"));
        key(KeyCode.ESCAPE);
        until(() -> node("#details-date") == null);
        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-date") != null);
        assertThat(((DatePicker) node("#details-date")).getValue()).isEqualTo(LocalDate.of(2025, 11, 3));
    }

    @Test
    void the_first_steps_stay_until_they_are_sent_away() throws Exception {
        settings.firstSteps(true);
        open();
        until(() -> node("#first-steps") != null && node("#first-steps").isVisible());
        assertThat(node("#first-steps").getLayoutBounds().getHeight()).isBetween(20.0, 80.0);
        robot.interact(() -> ((ButtonBase) node("#first-steps-dismiss")).fire());
        assertThat(node("#first-steps").isVisible()).isFalse();
        closeTheWindow();
        open();
        until(() -> node("#first-steps") != null);
        assertThat(node("#first-steps").isVisible()).isFalse();
    }

    @Test
    void about_names_the_version_and_leads_to_the_model_card() throws Exception {
        open();
        robot.interact(() -> ((ButtonBase) node("#rail-about")).fire());
        until(() -> node("#about-version") != null);
        assertThat(((Label) node("#about-version")).getText())
                .isEqualTo("CrackScope " + Installation.locate().version());
        assertThat(node("#about-others")).isNotNull();
        robot.interact(() -> ((ButtonBase) node("#about-model")).fire());
        until(() -> node("#model-sheet") != null && node("#about-sheet") == null);
    }

    @Test
    void keys_and_focus_stay_on_an_open_sheet() throws Exception {
        open();
        inspected(site("north pier"));
        Node before = stage.getScene().getFocusOwner();
        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-sheet") != null);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(node("#details-title"));
        robot.interact(() -> node("#details-sheet .button-icon").requestFocus());
        key(KeyCode.DELETE);
        key(KeyCode.N, KeyCode.CONTROL);
        key(KeyCode.H, KeyCode.CONTROL);
        assertThat(rows()).hasSize(2);
        assertThat(node("#details-sheet")).isNotNull();
        for (int i = 0; i < 12; i++) {
            key(KeyCode.TAB);
            assertThat(onSheet(stage.getScene().getFocusOwner()))
                    .as("focus after %d tabs", i + 1)
                    .isTrue();
        }
        key(KeyCode.ESCAPE);
        until(() -> node("#details-sheet") == null);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(before);
        key(KeyCode.N, KeyCode.CONTROL);
        until(() -> rows().isEmpty());
    }

    private boolean onSheet(Node node) {
        Node at = node;
        while (at != null && !"details-sheet".equals(at.getId())) {
            at = at.getParent();
        }
        return at != null;
    }

    private void inspected(Path site) throws Exception {
        drop(site);
        until(() -> rows().size() == 2 && rows().stream().allMatch(SheetsJourneyTest::isOver));
    }

    private void writeStructure(String text) throws Exception {
        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-structure") != null);
        robot.interact(() -> ((TextInputControl) node("#details-structure")).setText(text));
    }

    private String structure() throws Exception {
        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-structure") != null);
        return ((TextInputControl) node("#details-structure")).getText();
    }

    private Path site(String name) throws IOException {
        Path site = Files.createDirectories(folder.resolve(name));
        for (String photo : List.of("crack.png", "plain.png")) {
            ImageIO.write(
                    new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB),
                    "png",
                    site.resolve(photo).toFile());
        }
        return site;
    }
}

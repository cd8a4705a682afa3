package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Review.Decision;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** An inspector's path: drop a folder, review it by keyboard, take back, filter, close, and find all of it again. */
class ReviewJourneyTest extends InspectionJourney {
    @Test
    void a_folder_is_reviewed_by_keyboard_and_all_of_it_is_there_the_next_day() throws Exception {
        Path site = site();
        open();
        drop(site);
        until(() -> rows().size() == 4 && rows().stream().allMatch(ReviewJourneyTest::isOver));
        assertThat(stage.getTitle()).isEqualTo("north pier - CrackScope");
        assertThat(site.resolve("north pier.inspection")).exists();

        key(KeyCode.J);
        until(() -> label("#verdict-word").equals("Crack"));
        assertThat(stage.getScene().getRoot().lookupAll(".fact-value"))
                .extracting(value -> ((Labeled) value).getText())
                .as("the model that judged")
                .contains(ScriptedInspector.STAMP.name());
        key(KeyCode.C);
        until(() -> label("#verdict-word").equals("No crack found"));
        key(KeyCode.U);
        until(() -> decisions().equals("- CRACK UNSURE -"));
        key(KeyCode.Z, KeyCode.CONTROL);
        until(() -> decisions().equals("- CRACK - -"));
        key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        until(() -> decisions().equals("- CRACK UNSURE -"));

        key(KeyCode.ENTER);
        until(() -> node("#review-note").isFocused());
        robot.write("seen from 2 m, n and c are letters here", 0);
        key(KeyCode.ESCAPE);
        until(() -> !node("#review-note").isFocused());
        assertThat(decisions()).isEqualTo("- CRACK UNSURE -");
        until(() -> label("#review-signed").contains("Unsure"));

        robot.interact(() -> ((ButtonBase) node("#chip-crack")).fire());
        until(() -> rows().size() == 1 && rows().getFirst().name().equals("crack.png"));
        robot.interact(() -> ((ButtonBase) node("#filter-clear")).fire());
        key(KeyCode.F, KeyCode.CONTROL);
        until(() -> node("#filter-name").isFocused());
        robot.write("plain", 0);
        until(() -> rows().size() == 1 && rows().getFirst().name().equals("plain.png"));
        key(KeyCode.ESCAPE);
        until(() -> rows().size() == 4);

        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-structure") != null);
        robot.interact(() -> ((TextInputControl) node("#details-structure")).setText("Bridge 17"));
        key(KeyCode.ESCAPE);
        until(() -> node("#details-structure") == null);

        closeTheWindow();
        open();
        until(() -> node("#recent-projects .recent") != null);
        robot.interact(() -> ((ButtonBase) node("#recent-projects .recent")).fire());
        until(() -> rows().size() == 4 && decisions().equals("- CRACK UNSURE -"));
        robot.interact(() -> list().getSelectionModel().clearAndSelect(2));
        until(() ->
                ((TextInputControl) node("#review-note")).getText().equals("seen from 2 m, n and c are letters here"));
        key(KeyCode.D, KeyCode.CONTROL);
        until(() -> node("#details-structure") != null);
        assertThat(((TextInputControl) node("#details-structure")).getText()).isEqualTo("Bridge 17");
        key(KeyCode.ESCAPE);
        until(() -> node("#details-structure") == null);

        key(KeyCode.H, KeyCode.CONTROL);
        until(() -> node("#history-whole") != null && label("#history-whole").contains("unbroken chain"));
        assertThat(((TableView<?>) node("#history-table")).getItems()).hasSizeGreaterThan(8);
        key(KeyCode.ESCAPE);
        until(() -> node("#history-whole") == null);
        key(KeyCode.Z, KeyCode.CONTROL);
        key(KeyCode.Z, KeyCode.CONTROL);
        key(KeyCode.Z, KeyCode.CONTROL);
        until(() -> decisions().equals("- CRACK - -"));
    }

    @Test
    void the_counts_of_verdicts_keep_the_keyboard_while_verdicts_come() throws Exception {
        Path site = site();
        open();
        drop(site);
        until(() -> rows().size() == 4 && rows().stream().allMatch(ReviewJourneyTest::isOver));
        Node chip = node("#chip-crack");
        robot.interact(chip::requestFocus);
        Files.copy(site.resolve("crack.png"), site.resolve("crack-2.png"));
        drop(site);
        until(() -> label("#chip-crack").equals("2"));
        assertThat(stage.getScene().getFocusOwner()).isSameAs(chip);
    }

    @Test
    void corrections_go_to_a_data_set_of_their_own() throws Exception {
        Path site = site();
        open();
        drop(site);
        until(() -> rows().size() == 4 && rows().stream().allMatch(ReviewJourneyTest::isOver));
        robot.interact(() -> list().getSelectionModel().clearAndSelect(1));
        key(KeyCode.N);
        until(() -> decisions().equals("- NO_CRACK - -"));
        robot.interact(() -> {
            javafx.scene.control.MenuButton menu = (javafx.scene.control.MenuButton) node("#project-menu");
            menu.getItems().stream()
                    .filter(item -> "send-corrections".equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        Path tiles = folder.resolve("data/data/corrections/no_crack");
        until(() -> Files.isDirectory(tiles) && node("#notice").isVisible());
        try (var files = Files.list(tiles)) {
            assertThat(files).hasSize(5).allMatch(file -> file.toString().endsWith(".png"));
        }
    }

    @Test
    void a_write_protected_inspection_is_shown_says_so_and_can_be_reported() throws Exception {
        Path site = site();
        open();
        drop(site);
        until(() -> rows().size() == 4 && rows().stream().allMatch(ReviewJourneyTest::isOver));
        closeTheWindow();
        // nothing can be made beside the inspection, as in a write-protected folder
        Files.createDirectory(site.resolve("north pier.inspection-lock"));
        open();
        until(() -> node("#recent-projects .recent") != null);
        robot.interact(() -> ((ButtonBase) node("#recent-projects .recent")).fire());
        until(() -> rows().size() == 4 && node("#project-read-only").isVisible());

        key(KeyCode.J);
        until(() -> !label("#verdict-word").isEmpty());
        assertThat(node("#review").isDisabled()).isTrue();
        key(KeyCode.P, KeyCode.CONTROL);
        until(() -> node("#report-page-count") != null
                && !label("#report-page-count").isEmpty());
    }

    private Path site() throws IOException {
        Path site = Files.createDirectories(folder.resolve("north pier"));
        for (String name : List.of("crack.png", "plain.png", "uncertain.png")) {
            ImageIO.write(
                    new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB),
                    "png",
                    site.resolve(name).toFile());
        }
        Files.writeString(site.resolve("bad.png"), "no picture");
        return site;
    }

    private String decisions() {
        return String.join(
                " ",
                rows().stream()
                        .map(row -> row.decision().map(Decision::name).orElse("-"))
                        .toList());
    }

    private String label(String selector) {
        return Optional.ofNullable((Labeled) node(selector))
                .map(Labeled::getText)
                .orElse("");
    }
}

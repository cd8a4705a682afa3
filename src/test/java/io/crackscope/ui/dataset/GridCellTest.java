package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.Edit;
import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.Part;
import io.crackscope.domain.Label;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.samples.SampleTiles;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.PictureImages;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.work.Cancellation;
import io.crackscope.work.DirectJobRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class GridCellTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void what_the_model_says_is_not_read_as_how_sure_the_label_is() throws Exception {
        assertThat(words(Locale.ENGLISH, 128, true)).containsExactly("No crack", "Test", "Model: crack 98\u00A0%");
        assertThat(words(Locale.GERMAN, 128, true)).containsExactly("Kein Riss", "Test", "Modell: Riss 98\u00A0%");
    }

    @Test
    void the_part_has_room_below_the_label_until_the_model_has_spoken() throws Exception {
        assertThat(words(Locale.GERMAN, 128, false)).containsExactly("Kein Riss", "Validierung");
    }

    @Test
    void a_narrow_cell_says_the_label_alone() throws Exception {
        assertThat(words(Locale.ENGLISH, 100, true)).containsExactly("No crack");
    }

    /** The words of a cell of an image that is labelled no crack and lies in a part; each stands within the cell. */
    private List<String> words(Locale language, double side, boolean isJudged) throws Exception {
        Path data = folder.resolve(language + "-" + side + isJudged);
        new SampleTiles(48, 5).write(data, 2);
        DataSource source = DataSource.of(data);
        ImageSet set =
                new ImageSet(source, ImageListing.of(source, new Cancellation()).images());
        set.edit(new Edit.Relabel(Label.NO_CRACK), new int[] {0}, Clock.systemUTC());
        Part part = isJudged ? Part.TEST : Part.VALIDATION;
        set.edit(new Edit.Assign(Optional.of(part)), new int[] {0}, Clock.systemUTC());
        if (isJudged) {
            set.judged(0, 0.98);
        }
        ImageWords words = new ImageWords(new Messages(language));
        try (ImageCache cache = new ImageCache(folder.resolve("images.sqlite"))) {
            return ShownStage.fx(() -> {
                GridCell cell = new GridCell(
                        set::table,
                        new Thumbnails<>(new DirectJobRunner(), new ImageIoPhotoReader(), cache, PictureImages::of),
                        words);
                cell.side(side);
                cell.show(0);
                Stage stage = new Stage();
                stage.setScene(new Scene(cell, 400, 400));
                stage.getScene()
                        .getStylesheets()
                        .add(ImageWords.class
                                .getResource("/io/crackscope/ui/common/crackscope.css")
                                .toExternalForm());
                stage.show();
                cell.layout();
                List<Text> shown = cell.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .filter(text -> !text.getText().isEmpty())
                        .toList();
                assertThat(shown)
                        .allSatisfy(text -> assertThat(text.getBoundsInParent().getMaxX())
                                .as(text.getText())
                                .isLessThanOrEqualTo(side + 2 * GridCell.INSET));
                assertThat(cell.getAccessibleText())
                        .contains(", " + words.part(Optional.of(part)))
                        .endsWith(words.judgement(set.table(), 0));
                stage.hide();
                return shown.stream().map(Text::getText).toList();
            });
        }
    }
}

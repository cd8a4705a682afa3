package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.Edit;
import io.crackscope.dataset.ImageGroups;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageTable;
import io.crackscope.domain.Label;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.samples.SampleTiles;
import io.crackscope.samples.Scene;
import io.crackscope.training.CrossValidation;
import io.crackscope.training.CrossValidation.Fold;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks are trained for real, on drawn tiles some of which are labelled wrong. */
class CrossValidationTest {
    private static final int TILES = 240;
    private static final int WRONG_EVERY = 20;

    @TempDir
    Path folder;

    private final ImageIoPhotoReader reader = new ImageIoPhotoReader();

    @Test
    void at_least_80_of_100_wrong_labels_are_within_the_first_tenth_of_the_worst_first_order() throws IOException {
        ImageSet set = drawn();
        int[] wrong = IntStream.range(0, set.table().size())
                .filter(number -> number % WRONG_EVERY == 0)
                .toArray();
        for (int number : wrong) {
            Label right = set.table().state(number).label().orElseThrow();
            set.edit(
                    new Edit.Relabel(right == Label.CRACK ? Label.NO_CRACK : Label.CRACK),
                    new int[] {number},
                    Clock.systemUTC());
        }

        CrossValidation validation = new CrossValidation(
                TrainingSetup.ofProgram(reader, folder).runs().workflow().engine());
        Map<String, Double> answers = new HashMap<>();
        for (Fold fold : CrossValidation.folds(set.table())) {
            answers.putAll(validation.judge(fold, ProgressListener.NONE, new Cancellation()));
        }
        ImageTable table = set.table();
        assertThat(answers).hasSize(table.size());
        for (int i = 0; i < table.size(); i++) {
            set.judged(i, answers.get(table.measures(i).orElseThrow().sha256()));
        }
        List<Integer> worst = IntStream.range(0, table.size())
                .boxed()
                .sorted(Comparator.comparingDouble(number -> -table.doubt(number)))
                .limit(table.size() / 10)
                .toList();
        long found = IntStream.of(wrong).filter(worst::contains).count();
        assertThat(found).as("of %d planted", wrong.length).isGreaterThanOrEqualTo(Math.ceilDiv(wrong.length * 8, 10));
    }

    /** Tiles without joints, stains or cables: a few hundred of those teach a network in a minute. */
    private ImageSet drawn() throws IOException {
        SampleTiles tiles = new SampleTiles(128, 5);
        int written = 0;
        for (int i = 0; written < TILES; i++) {
            Scene scene = tiles.scene(i);
            if (scene.confusers().isEmpty()) {
                Path file = folder.resolve("data").resolve(scene.label().word()).resolve("tile-" + i + "x.jpg");
                Files.createDirectories(file.getParent());
                Files.write(file, JpegBytes.of(scene.picture(), 0.92f));
                written++;
            }
        }
        DataSource source = DataSource.of(folder.resolve("data"));
        ImageSet set =
                new ImageSet(source, ImageListing.of(source, new Cancellation()).images());
        ImageMeasurer measurer = new ImageMeasurer(reader);
        for (int i = 0; i < set.table().size(); i++) {
            set.measured(i, measurer.measure(set.table().image(i).file(), new Cancellation()));
        }
        set.grouped(ImageGroups.of(set.table(), file -> Optional.empty(), new Cancellation()));
        return set;
    }
}

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
import io.crackscope.imaging.Picture;
import io.crackscope.samples.ConfuserKind;
import io.crackscope.samples.CrackStyle;
import io.crackscope.samples.Scene;
import io.crackscope.samples.SceneGenerator;
import io.crackscope.samples.SceneKind;
import io.crackscope.samples.SceneSpec;
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
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks are trained for real, on drawn tiles some of which are labelled wrong. */
class CrossValidationTest {
    private static final int TILES = 240;
    private static final int WRONG_EVERY = 20;
    private static final int SIDE = 112;
    private static final List<CrackStyle> CRACKED =
            List.of(CrackStyle.HAIRLINE, CrackStyle.MEDIUM, CrackStyle.BRANCHED);
    private static final List<ConfuserKind> CLEAN =
            List.of(ConfuserKind.JOINT, ConfuserKind.SHADOW, ConfuserKind.STAIN);

    @TempDir
    Path folder;

    private final ImageIoPhotoReader reader = new ImageIoPhotoReader();
    private final Map<Path, Integer> darkest = new HashMap<>();

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

        ImageTable table = set.table();
        assertThat(found(set, wrong, i -> brighter(table, i)))
                .as("by mere darkness")
                .isLessThanOrEqualTo(wrong.length / 2);
        assertThat(found(set, wrong, i -> 1 - brighter(table, i)))
                .as("by mere brightness")
                .isLessThanOrEqualTo(wrong.length / 2);

        CrossValidation validation = new CrossValidation(
                TrainingSetup.ofProgram(reader, folder).runs().workflow().engine());
        Map<String, Double> answers = new HashMap<>();
        for (Fold fold : CrossValidation.folds(set.table())) {
            answers.putAll(validation.judge(fold, ProgressListener.NONE, new Cancellation()));
        }
        assertThat(answers).hasSize(table.size());
        assertThat(found(
                        set,
                        wrong,
                        i -> answers.get(table.measures(i).orElseThrow().sha256())))
                .as("of %d planted", wrong.length)
                .isGreaterThanOrEqualTo(Math.ceilDiv(wrong.length * 8, 10));
    }

    /** How many of {@code wrong} are in the first tenth when {@code answer} is the probability of a crack. */
    private static long found(ImageSet set, int[] wrong, IntToDoubleFunction answer) {
        ImageTable table = set.table();
        for (int i = 0; i < table.size(); i++) {
            set.judged(i, answer.applyAsDouble(i));
        }
        List<Integer> worst = IntStream.range(0, table.size())
                .boxed()
                .sorted(Comparator.comparingDouble(number -> -table.doubt(number)))
                .limit(table.size() / 10)
                .toList();
        return IntStream.of(wrong).filter(worst::contains).count();
    }

    /** Share of tiles whose darkest places are brighter than those of tile {@code number}. */
    private double brighter(ImageTable table, int number) {
        int own = darkest.get(table.image(number).file());
        return darkest.values().stream().filter(other -> other > own).count() / (double) table.size();
    }

    /**
     * Tiles of walls, since a few hundred of those teach a network in a minute: cracks, most of them thin, or the dark joints,
     * shadows and stains that are none.
     */
    private ImageSet drawn() throws IOException {
        SceneGenerator generator = new SceneGenerator();
        for (int i = 0; i < TILES; i++) {
            int kind = i / 2;
            SceneSpec spec = new SceneSpec(
                    SceneKind.WALL,
                    SIDE,
                    SIDE,
                    i % 2 == 0 ? List.of(CRACKED.get(kind % CRACKED.size())) : List.of(),
                    i % 2 == 0 ? List.of() : List.of(CLEAN.get(kind % CLEAN.size())));
            Scene scene = generator.generate(spec, i);
            Path file = folder.resolve("data").resolve(scene.label().word()).resolve("tile-" + i + "x.jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, JpegBytes.of(scene.picture(), 0.92f));
            darkest.put(file, darkest(scene.picture()));
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

    /** Green, 0 to 255, that the darkest hundredth of the pixels does not exceed: alone it tells cracks from bare concrete. */
    private static int darkest(Picture picture) {
        byte[] rgb = picture.rgb();
        int[] greens = IntStream.range(0, rgb.length / 3)
                .map(i -> rgb[3 * i + 1] & 0xff)
                .sorted()
                .toArray();
        return greens[greens.length / 100];
    }
}

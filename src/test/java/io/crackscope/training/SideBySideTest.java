package io.crackscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.evaluation.PairedTest.Verdict;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelLoader;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.StoredModel;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {
    @TempDir
    Path folder;

    private List<LabelledImage> images;
    private Path blind;
    private Path sharp;

    /** Cracks are dark, except that the numbers divisible by four are not. */
    private final PhotoReader reader = (file, most) -> {
        int number = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
        byte[] rgb = new byte[3 * 64 * 64];
        Arrays.fill(rgb, (byte) (number % 2 == 0 ? number % 4 == 0 ? 140 : 20 : 220));
        return new PhotoReading.Decoded(
                new Picture(64, 64, rgb),
                new PhotoFacts(
                        64, 64, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1);
    };

    private final ModelLoader loader =
            (file, engine) -> new FakeClassifier(ModelFile.read(file).description(), picture -> {
                int brightness = picture.rgb()[0] & 0xff;
                return brightness < (file.equals(sharp) ? 200 : 100) ? 0.9 : 0.1;
            });

    @BeforeEach
    void setUp() throws Exception {
        images = Runs.images(folder.resolve("data"), 200);
        blind = folder.resolve("blind.crackscope");
        sharp = folder.resolve("sharp.crackscope");
        ModelFile.write(blind, Models.random(NetworkPreset.SEED_CNN, 1));
        ModelFile.write(sharp, Models.random(NetworkPreset.SEED_CNN, 2));
    }

    private Optional<SideBySide.Scored> score() {
        return new SideBySide(loader, reader)
                .score(blind, sharp, images, "as given", ProgressListener.NONE, new Cancellation());
    }

    @Test
    void the_model_that_finds_more_is_better() {
        assertThat(score()).hasValueSatisfying(scored -> {
            assertThat(scored.first().accuracy()).isEqualTo(0.75);
            assertThat(scored.second().accuracy()).isEqualTo(1);
            assertThat(scored.paired().verdict()).isEqualTo(Verdict.BETTER);
            assertThat(scored.memoryMissing()).isTrue();
        });
    }

    @Test
    void images_that_one_of_them_has_learnt_test_neither() {
        StoredModel knowing = Models.random(NetworkPreset.SEED_CNN, 1)
                .with(SeenImages.of(
                        images.subList(0, 100),
                        images.subList(100, 120),
                        image -> Optional.of(new io.crackscope.imaging.PerceptualHash(1, 1)),
                        new Cancellation()));
        ModelFile.write(blind, knowing);
        assertThat(score()).hasValueSatisfying(scored -> {
            assertThat(scored.leftOut()).isEqualTo(120);
            assertThat(scored.first().images()).isEqualTo(80);
        });
        images = images.subList(0, 120);
        assertThat(score()).isEmpty();
    }

    @Test
    void who_cancels_gets_no_half_score() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThat(new SideBySide(loader, reader)
                        .score(blind, sharp, images, "as given", ProgressListener.NONE, cancelled))
                .isEmpty();
    }

    @Test
    void runs_are_compared_on_the_images_that_both_tested() throws Exception {
        Path runs = folder.resolve("runs");
        RunHistory history = new RunHistory(runs);
        RunRecord first = keep(history, runs, "first", 0, 150, 0.3);
        RunRecord second = keep(history, runs, "second", 50, 200, 0.9);
        assertThat(RunComparison.of(history, first, second)).satisfies(test -> {
            assertThat(test.images()).isEqualTo(100);
            assertThat(test.onlySecond()).isEqualTo(50);
            assertThat(test.verdict()).isEqualTo(Verdict.BETTER);
        });
        RunRecord untested = Runs.run("untested", "2026-11-25T10:00:00Z", RunRecord.State.STOPPED);
        assertThat(RunComparison.of(history, first, untested).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    /** A run that gives cracks this probability and all else 0.1. */
    private RunRecord keep(RunHistory history, Path runs, String id, int from, int to, double crack) throws Exception {
        List<TestAnswer> answers = images.subList(from, to).stream()
                .map(image -> new TestAnswer(
                        image.sha256(),
                        image.label(),
                        image.group(),
                        image.label() == Label.CRACK ? crack : 0.1,
                        image.file().toString()))
                .toList();
        RunRecord run = Runs.run(id, "2026-11-25T10:00:00Z", RunRecord.State.FINISHED)
                .withTest(io.crackscope.evaluation.Scores.of(List.of(), 0.5, "grouped", 1));
        Runs.keep(history, runs, run, new StepCurve(), answers);
        return run;
    }
}

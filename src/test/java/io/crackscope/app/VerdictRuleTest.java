package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Verdict;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.samples.ConfuserKind;
import io.crackscope.samples.CrackStyle;
import io.crackscope.samples.SceneGenerator;
import io.crackscope.samples.SceneKind;
import io.crackscope.samples.SceneSpec;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shipped model's photo verdicts on drawn scenes of 1024 x 1024 pixels that took no part in its training: other seeds
 * than its drawn tiles, and whole scenes instead of tiles.
 */
class VerdictRuleTest {
    private static final int SIDE = 1024;
    private static final long SEED = 90_001;

    private static CrackClassifier classifier;

    private record Judged(String scene, Verdict verdict) {}

    @BeforeAll
    static void openTheModel() {
        classifier = ShippedModel.classifier(Path.of("models/cracknet.crackscope"));
    }

    @AfterAll
    static void closeTheModel() {
        classifier.close();
    }

    @Test
    void scenes_with_confusers_and_no_crack_are_seldom_called_crack() {
        List<Judged> judged = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            for (SceneKind kind : SceneKind.values()) {
                judged.add(judge(kind, List.of(), List.of(), round));
                for (ConfuserKind confuser : ConfuserKind.values()) {
                    judged.add(judge(kind, List.of(), List.of(confuser), round));
                }
            }
        }
        assertThat(share(judged, Verdict.CRACK)).as("called crack: %s", judged).isLessThanOrEqualTo(0.10);
        assertThat(share(judged, Verdict.NO_CRACK))
                .as("called no crack: %s", judged)
                .isGreaterThanOrEqualTo(0.30);
    }

    @Test
    void scenes_with_a_crack_of_any_style_are_never_called_free_of_cracks() {
        List<Judged> judged = new ArrayList<>();
        for (SceneKind kind : SceneKind.values()) {
            for (CrackStyle style : CrackStyle.values()) {
                judged.add(judge(kind, List.of(style), List.of(), 7));
            }
        }
        assertThat(judged).noneMatch(one -> one.verdict() == Verdict.NO_CRACK);
        assertThat(share(judged, Verdict.CRACK)).as("called crack: %s", judged).isGreaterThanOrEqualTo(0.80);
    }

    private static double share(List<Judged> judged, Verdict verdict) {
        return (double) judged.stream().filter(one -> one.verdict() == verdict).count() / judged.size();
    }

    private static Judged judge(SceneKind kind, List<CrackStyle> cracks, List<ConfuserKind> confusers, int round) {
        SceneSpec spec = new SceneSpec(kind, SIDE, SIDE, cracks, confusers);
        int shown = cracks.isEmpty()
                ? confusers.stream()
                        .mapToInt(confuser -> 1 + confuser.ordinal())
                        .sum()
                : 50 + cracks.getFirst().ordinal();
        long seed = SEED + 1000L * round + 100L * kind.ordinal() + shown;
        Picture picture = new SceneGenerator().generate(spec, seed).picture();
        PhotoFacts facts = new PhotoFacts(
                SIDE, SIDE, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        InspectionOutcome outcome = new TiledPhotoInspector(
                        (file, most) -> new PhotoReading.Decoded(picture, facts, 1), classifier)
                .inspect(Path.of("scene"), new Cancellation());
        InspectionOutcome.Inspected inspected = (InspectionOutcome.Inspected) outcome;
        return new Judged(
                "%s %s %s %.2f".formatted(kind, cracks, confusers, inspected.probability()), inspected.verdict());
    }
}

package io.crackscope.ui.scorecard;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.JudgedPhoto.Source;
import io.crackscope.evaluation.JudgedPhoto.Truth;
import io.crackscope.evaluation.VerdictMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judged photos whose matrix is known. */
final class JudgedSamples {
    /** Of the model that judged them. */
    static final VerdictThresholds THRESHOLDS = new VerdictThresholds(0.3, 0.8);

    /** What they come to under the model's thresholds. */
    static final VerdictMatrix MATRIX = new VerdictMatrix(new ConfusionMatrix(20, 3, 24, 2), 4, 6);

    static final int WITH_TRUTH = 59;

    private JudgedSamples() {}

    /** Photos of both classes, and two of unknown truth. */
    static List<JudgedPhoto> photos() {
        List<JudgedPhoto> photos = new ArrayList<>();
        add(photos, "crack", Label.CRACK, 20, 0.80, 0.99);
        add(photos, "leaf", Label.NO_CRACK, 3, 0.82, 0.95);
        add(photos, "shadow", Label.NO_CRACK, 6, 0.30, 0.70);
        add(photos, "hairline", Label.CRACK, 4, 0.35, 0.75);
        add(photos, "wet", Label.CRACK, 2, 0.11, 0.25);
        add(photos, "clean", Label.NO_CRACK, 24, 0.00, 0.24);
        add(photos, "new", null, 2, 0.4, 0.9);
        return photos;
    }

    private static void add(
            List<JudgedPhoto> photos, String name, @Nullable Label truth, int count, double from, double to) {
        for (int i = 0; i < count; i++) {
            double probability = Math.round(1000 * (from + (to - from) * i / (count - 1))) / 1000.0;
            photos.add(photo("%s-%02d.jpg".formatted(name, i), probability, truth, Seen.NEW));
        }
    }

    static JudgedPhoto photo(String name, double probability, @Nullable Label truth, Seen seen) {
        return new JudgedPhoto(
                Path.of("/photos", name),
                probability,
                THRESHOLDS.verdict(probability),
                Optional.ofNullable(truth).map(label -> new Truth(label, Source.CLASS_FOLDER)),
                seen,
                Optional.empty());
    }
}

package io.crackscope.app;

import io.crackscope.dataset.GroupedSplit;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.dl4j.Dl4jTrainer;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ranks the tiles of a training part by how much a model that has not learnt them disagrees with their label: half of the
 * groups is judged by a cracknet trained on the other half, with the usual plan. Writes what {@link LabelAudit} writes.
 *
 * <pre>
 * mvn -q test-compile exec:exec@out-of-fold-audit
 * </pre>
 *
 * <p>A quarter of an hour on two idle cores; begins again where it was stopped. Arguments: split file, target folder.
 */
public final class OutOfFoldAudit {
    private static final Trainer.CardFacts FACTS =
            new Trainer.CardFacts("out of fold", List.of(), List.of(), List.of("judges labels only"));

    private OutOfFoldAudit() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Split split = SplitFile.read(Path.of(arguments[0]), ProgressListener.NONE, new Cancellation());
        List<LabelledImage> photographed = split.train().stream()
                .filter(image -> image.group().contains("metu") || image.group().contains("sdnet"))
                .toList();
        Split halves = GroupedSplit.split(photographed, 0.5, PresetDefaults.SEED);
        List<LabelledImage> first = halves.test();
        List<LabelledImage> second = Stream.concat(halves.train().stream(), halves.validation().stream())
                .toList();
        List<LabelAudit.Judged> all = new ArrayList<>();
        all.addAll(judged(first, second, folder.resolve("first.crackscope")));
        all.addAll(judged(second, first, folder.resolve("second.crackscope")));
        LabelAudit.write(all, folder);
    }

    private static List<LabelAudit.Judged> judged(List<LabelledImage> half, List<LabelledImage> other, Path model) {
        new Dl4jTrainer(new ImageIoPhotoReader(), CommandLineWiring.calibrator())
                .train(
                        PresetDefaults.plan(NetworkPreset.CRACKNET, PresetDefaults.SEED),
                        GroupedSplit.split(other, 0, PresetDefaults.SEED),
                        FACTS,
                        model,
                        new Trainer.Start(Optional.empty(), true),
                        event -> {},
                        new Cancellation());
        try (CrackClassifier classifier = new OnnxClassifier(ModelFile.read(model), 2)) {
            return LabelAudit.judged(classifier, half);
        }
    }
}

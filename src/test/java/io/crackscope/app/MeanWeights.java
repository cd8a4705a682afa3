package io.crackscope.app;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Label;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Scores;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.Calibrator.Calibration;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The mean weights of trainings that went on from the same model, for {@code models/retrain.sh} (decision 0025). Two such runs err
 * differently around the same minimum; their mean lies nearer to it (Wortsman et al., "Model soups", ICML 2022):
 *
 * <pre>
 * mvn -q test-compile exec:exec@mean-weights -Dsplit=split.json -Dmean=cracknet.crackscope -Dmodels="one.crackscope two.crackscope"
 * </pre>
 *
 * <p>Temperature and tile threshold are fitted anew on the validation part and the test part is scored, as {@code train} does. The rest
 * of the file is the last model's; its card says that these are mean weights. Arguments: the split file, the file to write, the models.
 */
public final class MeanWeights {
    private MeanWeights() {}

    public static void main(String[] arguments) {
        Split split = SplitFile.read(Path.of(arguments[0]), ProgressListener.NONE, new Cancellation());
        Path file = Path.of(arguments[1]);
        List<StoredModel> models = Arrays.stream(arguments)
                .skip(2)
                .map(name -> ModelFile.read(Path.of(name)))
                .toList();
        StoredModel mean = calibrated(mean(models), split);
        ModelFile.write(file, mean);
        Scorecard score =
                Scores.of(scored(mean, split.test()), mean.description().tileThreshold(), split.kind(), split.seed());
        CommandLineWiring.keepTestScore(file, score);
        System.out.printf("%s: the mean of %d models; test part: %s%n", file, models.size(), score);
    }

    /** @throws IllegalArgumentException if they are not of one network */
    private static StoredModel mean(List<StoredModel> models) {
        StoredModel last = models.getLast();
        float[] weights = new float[last.weights().length];
        for (StoredModel model : models) {
            if (!model.network().equals(last.network())) {
                throw new IllegalArgumentException("The models are of different networks.");
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += model.weights()[i] / models.size();
            }
        }
        return new StoredModel(
                last.description().with(card(last, models.size())), last.network(), weights, last.seen());
    }

    private static ModelCard card(StoredModel last, int models) {
        ModelCard card = last.description().card();
        List<String> data = new ArrayList<>(card.data());
        data.add("Mean weights of " + models + " trainings, of which this card tells the last");
        return new ModelCard(
                card.name(),
                card.preset(),
                card.created(),
                data,
                card.attribution(),
                card.split(),
                card.trainImages(),
                card.validationImages(),
                card.testImages(),
                card.seed(),
                card.epochs(),
                card.bestEpoch(),
                Optional.empty(),
                card.limits());
    }

    private static StoredModel calibrated(StoredModel model, Split split) {
        ModelDescription is = model.description();
        StoredModel plain = model.with(read(is, new Calibration(1, 0.5)));
        List<ScoredImage> scored = scored(plain, split.validation());
        double[] logits = scored.stream()
                .mapToDouble(image -> Math.log(image.probability() / (1 - image.probability())))
                .toArray();
        boolean[] crack = new boolean[logits.length];
        for (int i = 0; i < crack.length; i++) {
            crack[i] = scored.get(i).label() == Label.CRACK;
        }
        return model.with(read(is, CommandLineWiring.calibrator().fit(logits, crack)));
    }

    private static ModelDescription read(ModelDescription is, Calibration calibration) {
        return new ModelDescription(
                is.card(),
                is.inputSize(),
                is.window(),
                is.stride(),
                calibration.temperature(),
                calibration.tileThreshold(),
                is.photoCalibration(),
                is.thresholds());
    }

    private static List<ScoredImage> scored(StoredModel model, List<LabelledImage> images) {
        try (CrackClassifier classifier = new OnnxClassifier(model, 2)) {
            return new ImageScoring(new ImageIoPhotoReader())
                    .score(classifier, images, ProgressListener.NONE, new Cancellation())
                    .scored();
        }
    }
}

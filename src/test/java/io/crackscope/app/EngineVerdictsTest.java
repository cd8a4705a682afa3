package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crackscope.domain.TileScore;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.inspection.InspectionOutcome.Inspected;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.settings.Installation;
import io.crackscope.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both engines with the shipped model on whole site photos: those two of the nine that lie nearest to a threshold. All
 * nine: {@code crackscope inspect ../shared/data/photos --engine dl4j} against the same without {@code --engine}.
 */
class EngineVerdictsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Pavements/015.jpg", "Decks/7032.jpg"})
    void both_engines_give_a_site_photo_the_same_verdict(String name) {
        Path photo = Path.of("../shared/data/photos").resolve(name);
        assumeTrue(Files.isRegularFile(photo), "no site photos at ../shared/data/photos");

        Inspected onnx = inspected(photo, InferenceEngine.ONNX);
        Inspected dl4j = inspected(photo, InferenceEngine.DL4J);

        assertThat(onnx.verdict()).isEqualTo(dl4j.verdict());
        assertThat(onnx.probability()).isCloseTo(dl4j.probability(), within(1e-4));
        assertThat(probabilities(onnx)).containsExactly(probabilities(dl4j), within(1e-4));
    }

    private static Inspected inspected(Path photo, InferenceEngine engine) {
        try (CrackClassifier classifier = ShippedModel.classifier(ShippedModel.file(Installation.locate()), engine)) {
            return (Inspected)
                    new TiledPhotoInspector(new ImageIoPhotoReader(), classifier).inspect(photo, new Cancellation());
        }
    }

    private static double[] probabilities(Inspected photo) {
        return photo.map().tiles().stream().mapToDouble(TileScore::probability).toArray();
    }
}

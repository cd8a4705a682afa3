package io.crackscope.learning.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.CrackClassifierContract;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.samples.SampleTiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxClassifierTest extends CrackClassifierContract {
    @Override
    protected CrackClassifier classifier(NetworkPreset preset) {
        return new OnnxClassifier(Models.random(preset, 3), 2);
    }

    @ParameterizedTest
    @EnumSource(NetworkPreset.class)
    void it_agrees_with_dl4j_on_generated_tiles(NetworkPreset preset) {
        List<Picture> tiles = new SampleTiles(preset.inputSize(), 11)
                .first(40)
                .map(t -> t.picture())
                .toList();
        assertAgreement(Models.random(preset, 3), tiles);
    }

    @Test
    void it_agrees_with_dl4j_on_all_windows_of_a_region() {
        Picture scene =
                new SampleTiles(700, 3).first(1).findFirst().orElseThrow().picture();
        StoredModel model = Models.random(NetworkPreset.CRACKNET, 3);
        try (OnnxClassifier onnx = new OnnxClassifier(model, 2);
                Dl4jClassifier dl4j = new Dl4jClassifier(model)) {
            double[] ours = onnx.scan(scene);
            assertThat(ours).hasSize(16).containsExactly(dl4j.scan(scene), within(1e-4));
            assertThat(Arrays.stream(ours).distinct().count()).isGreaterThan(8);
        }
    }

    @Test
    void with_the_shipped_model_it_agrees_with_dl4j_on_a_thousand_real_tiles() throws IOException {
        Path data = Path.of("../shared/data");
        Assumptions.assumeTrue(Files.isDirectory(data), "no real tiles at ../shared/data");
        StoredModel model = ModelFile.read(Path.of("models/cracknet.crackscope"));
        for (String folder : List.of(
                "metu/Positive",
                "metu/Negative",
                "sdnet2018/Decks/Cracked",
                "sdnet2018/Decks/Non-cracked",
                "sdnet2018/Pavements/Cracked",
                "sdnet2018/Pavements/Non-cracked",
                "sdnet2018/Walls/Cracked",
                "sdnet2018/Walls/Non-cracked")) {
            assertAgreement(model, spread(data.resolve(folder), 125));
        }
    }

    /** So many tiles of a folder, at even distances. */
    private static List<Picture> spread(Path folder, int count) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            return IntStream.range(0, count)
                    .mapToObj(i -> new ImageIoPhotoReader().read(all.get(i * all.size() / count), 1_000_000))
                    .map(reading -> ((PhotoReading.Decoded) reading).picture())
                    .toList();
        }
    }

    private static void assertAgreement(StoredModel model, List<Picture> tiles) {
        try (OnnxClassifier onnx = new OnnxClassifier(model, 2);
                Dl4jClassifier dl4j = new Dl4jClassifier(model)) {
            double[] ours = onnx.classify(tiles);
            double[] reference = dl4j.classify(tiles);
            double largest = 0;
            for (int i = 0; i < ours.length; i++) {
                largest = Math.max(largest, Math.abs(ours[i] - reference[i]));
            }
            assertThat(largest).isLessThan(1e-4);
            assertThat(Arrays.stream(reference).distinct().count()).isGreaterThan(ours.length / 2);
        }
    }
}

package io.crackscope.learning.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.CrackClassifierContract;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.samples.SampleTiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void it_agrees_with_dl4j_on_a_thousand_real_tiles() throws IOException {
        Path walls = Path.of("../shared/data/sdnet2018/Walls/Cracked");
        Assumptions.assumeTrue(Files.isDirectory(walls), "no real tiles at ../shared/data");
        List<Picture> tiles = new ArrayList<>();
        try (var files = Files.list(walls)) {
            for (Path file : files.sorted().limit(1000).toList()) {
                tiles.add(((PhotoReading.Decoded) new ImageIoPhotoReader().read(file, 1_000_000)).picture());
            }
        }
        assertAgreement(Models.random(NetworkPreset.CRACKNET, 3), tiles);
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
            assertThat(java.util.Arrays.stream(reference).distinct().count()).isGreaterThan(ours.length / 2);
        }
    }
}

package io.crackscope.learning.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelExporter.Exported;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.samples.SampleTiles;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxExportTest {
    @TempDir
    Path folder;

    private static OnnxExport export() {
        return new OnnxExport("1.2.3", Dl4jClassifier::new, size -> tiles(size, 8, 1));
    }

    private static List<Picture> tiles(int size, int count, long seed) {
        return new SampleTiles(size, seed).first(count).map(t -> t.picture()).toList();
    }

    private Path stored(StoredModel model) {
        Path file = folder.resolve("model.crackscope");
        ModelFile.write(file, model);
        return file;
    }

    @ParameterizedTest
    @EnumSource(NetworkPreset.class)
    void another_program_reads_the_same_probabilities_out_of_the_file(NetworkPreset preset) throws Exception {
        StoredModel model = Models.random(preset, 7);
        Path onnx = folder.resolve("model.onnx");
        Exported exported = export().export(stored(model), onnx);

        List<Picture> tiles = tiles(preset.inputSize(), 6, 9);
        double[] expected;
        try (Dl4jClassifier reference = new Dl4jClassifier(model)) {
            expected = reference.classify(tiles);
        }
        assertThat(exported.operatorSet()).isGreaterThanOrEqualTo(17);
        assertThat(exported.bytes()).isEqualTo(Files.size(onnx));
        assertThat(exported.largestDifference()).isLessThan(1e-4);
        assertThat(exported.tiles()).isEqualTo(8);
        assertThat(plainly(onnx, tiles.stream().map(Picture::rgb).toList())).containsExactly(expected, within(1e-4));
        assertThat(Arrays.stream(expected).distinct().count()).isGreaterThan(3);
    }

    /** Nothing but ONNX Runtime, the file, and interleaved RGB bytes of square tiles. */
    private static double[] plainly(Path onnx, List<byte[]> tiles) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(onnx.toString())) {
            Map<String, String> says = session.getMetadata().getCustomMetadata();
            int side = Integer.parseInt(says.get("input_size"));
            double scale = Double.parseDouble(says.get("scale"));
            double offset = Double.parseDouble(says.get("offset"));
            double temperature = Double.parseDouble(says.get("temperature"));
            FloatBuffer planes = FloatBuffer.allocate(tiles.size() * 3 * side * side);
            for (byte[] rgb : tiles) {
                for (int channel = 0; channel < 3; channel++) {
                    for (int pixel = 0; pixel < side * side; pixel++) {
                        planes.put((float) ((rgb[3 * pixel + channel] & 0xff) / 255.0 * scale + offset));
                    }
                }
            }
            planes.flip();
            try (OnnxTensor input =
                            OnnxTensor.createTensor(environment, planes, new long[] {tiles.size(), 3, side, side});
                    OrtSession.Result result = session.run(Map.of("input", input))) {
                FloatBuffer logits = ((OnnxTensor) result.get("logit").orElseThrow()).getFloatBuffer();
                double[] probabilities = new double[tiles.size()];
                for (int i = 0; i < probabilities.length; i++) {
                    probabilities[i] = 1 / (1 + Math.exp(-logits.get(i) / temperature));
                }
                return probabilities;
            }
        }
    }

    @Test
    void a_fully_convolutional_network_takes_any_batch_height_and_width() throws Exception {
        Path onnx = folder.resolve("model.onnx");
        Exported exported = export().export(stored(Models.random(NetworkPreset.CRACKNET, 7)), onnx);

        assertThat(exported.inputs()).singleElement().hasToString("input float32 [n, 3, height, width]");
        assertThat(exported.outputs()).singleElement().hasToString("logit float32 [n, 1, rows, columns]");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(onnx.toString());
                OnnxTensor input = OnnxTensor.createTensor(
                        environment, FloatBuffer.allocate(2 * 3 * 384 * 512), new long[] {2, 3, 384, 512});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            assertThat(((OnnxTensor) result.get(0)).getInfo().getShape()).containsExactly(2, 1, 2, 3);
        }
    }

    @Test
    void a_network_that_pools_over_the_whole_area_takes_any_size_and_one_that_flattens_only_its_own() throws Exception {
        Path onnx = folder.resolve("seed.onnx");
        Exported exported = export().export(stored(Models.random(NetworkPreset.SEED_CNN, 7)), onnx);
        assertThat(exported.inputs()).singleElement().hasToString("input float32 [n, 3, height, width]");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(onnx.toString());
                OnnxTensor input = OnnxTensor.createTensor(
                        environment, FloatBuffer.allocate(2 * 3 * 200 * 300), new long[] {2, 3, 200, 300});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            assertThat(((OnnxTensor) result.get(0)).getInfo().getShape()).containsExactly(2, 1);
        }
        Exported tied =
                export().export(stored(Models.random(NetworkPreset.README_CNN, 7)), folder.resolve("readme.onnx"));
        assertThat(tied.inputs()).singleElement().hasToString("input float32 [n, 3, 120, 120]");
    }

    @Test
    void the_file_says_all_that_a_reader_must_know() throws Exception {
        StoredModel model = Models.random(NetworkPreset.CRACKNET, 7);
        Path onnx = folder.resolve("model.onnx");
        Exported exported = export().export(stored(model), onnx);

        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx.toString())) {
            assertThat(session.getMetadata().getCustomMetadata())
                    .isEqualTo(exported.metadata())
                    .isEqualTo(Map.ofEntries(
                            Map.entry("name", "random cracknet"),
                            Map.entry("preset", "cracknet"),
                            Map.entry("created", "2026-11-23"),
                            Map.entry("attribution", "none needed"),
                            Map.entry("program_version", "1.2.3"),
                            Map.entry("classes", "no_crack,crack"),
                            Map.entry("input_layout", "NCHW"),
                            Map.entry("color_order", "RGB"),
                            Map.entry("scale", "4.0"),
                            Map.entry("offset", "-2.0"),
                            Map.entry("input_size", "256"),
                            Map.entry("window", "256"),
                            Map.entry("stride", "128"),
                            Map.entry("output", "log-odds of crack; probability = sigmoid(logit / temperature)"),
                            Map.entry("temperature", "2.0"),
                            Map.entry("tile_threshold", "0.5"),
                            Map.entry("photo_calibration_slope", "1.0"),
                            Map.entry("photo_calibration_offset", "0.0"),
                            Map.entry("photo_calibration_growth", "0.0"),
                            Map.entry("photo_uncertain_from", "0.5"),
                            Map.entry("photo_crack_from", "0.9")));
        }
    }

    @Test
    void the_readme_names_every_key() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(OnnxMetadata.of(Models.random(NetworkPreset.CRACKNET, 7), "1")
                        .keySet())
                .allMatch(key -> readme.contains("`" + key + "`"));
    }

    @Test
    void a_network_that_judges_otherwise_than_the_model_is_not_written() throws IOException {
        Path onnx = Files.writeString(folder.resolve("model.onnx"), "mine");
        Path file = stored(Models.random(NetworkPreset.SEED_CNN, 7));
        for (double wrong : new double[] {0.5, Double.NaN}) {
            OnnxExport export = new OnnxExport("1.2.3", model -> new Stubborn(model, wrong), size -> tiles(size, 8, 1));

            assertThatThrownBy(() -> export.export(file, onnx))
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining(file + ": as ONNX it gives other probabilities")
                    .hasMessageContaining("Nothing was written");
            assertThat(onnx).hasContent("mine");
        }
    }

    @Test
    void a_damaged_model_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.crackscope"), "no model");

        assertThatThrownBy(() -> export().export(file, folder.resolve("model.onnx")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("bad.crackscope");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private record Stubborn(StoredModel stored, double answer) implements CrackClassifier {
        @Override
        public ModelDescription model() {
            return stored.description();
        }

        @Override
        public double[] classify(List<Picture> tiles) {
            double[] answers = new double[tiles.size()];
            Arrays.fill(answers, answer);
            return answers;
        }

        @Override
        public void close() {}
    }
}

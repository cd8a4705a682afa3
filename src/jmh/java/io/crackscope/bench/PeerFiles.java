package io.crackscope.bench;

import io.crackscope.domain.Label;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.TileTensor;
import io.crackscope.samples.SampleTile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the two sides of a comparison share, as files: the network with its first weights, tiles, targets. */
final class PeerFiles {
    private PeerFiles() {}

    /** A model that nobody trained: this network with these weights. */
    static StoredModel untrained(NetworkBlueprint network, float[] weights) {
        ModelCard card = new ModelCard(
                "benchmark",
                "benchmark",
                "2026-01-01",
                List.of(),
                List.of(),
                "random",
                0,
                0,
                0,
                1,
                0,
                0,
                Optional.empty(),
                List.of());
        ModelDescription description = new ModelDescription(
                card,
                network.inputSize(),
                network.inputSize(),
                Math.max(1, network.inputSize() / 2),
                1,
                0.5,
                PhotoCalibration.NONE,
                new VerdictThresholds(0.5, 0.9));
        return new StoredModel(description, network, weights);
    }

    static Path model(Path folder, NetworkBlueprint network, float[] weights) {
        Path file = folder.resolve("network.crackscope");
        ModelFile.write(file, untrained(network, weights));
        return file;
    }

    /** The network's input values of {@code tiles}, {@code [n, 3, side, side]}, little endian floats. */
    static Path tiles(Path folder, NetworkBlueprint network, List<SampleTile> tiles) throws IOException {
        TileTensor tensor = new TileTensor(network);
        int length = 3 * network.inputSize() * network.inputSize();
        float[] values = new float[length];
        Path file = folder.resolve("tiles.f32");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (SampleTile tile : tiles) {
                tensor.planes(tile.picture(), values, 0);
                out.write(bytes(values));
            }
        }
        return file;
    }

    /** 1 for a crack, 0 for none, little endian floats. */
    static Path targets(Path folder, List<SampleTile> tiles) throws IOException {
        float[] values = new float[tiles.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tiles.get(i).label() == Label.CRACK ? 1 : 0;
        }
        return Files.write(folder.resolve("targets.f32"), bytes(values));
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}

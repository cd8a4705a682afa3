package io.crackscope.bench;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.NetworkBlueprint;
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

/** What the two sides of a comparison share, as files: the network with its first weights, tiles, targets. */
final class PeerFiles {
    private PeerFiles() {}

    static Path model(Path folder, NetworkBlueprint network, float[] weights) {
        Path file = folder.resolve("network.crackscope");
        ModelFile.write(file, Networks.model(network, weights));
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

    /** The pixels of {@code pictures}, all of one size, {@code [n, side, side, 3]} bytes. */
    static Path pixels(Path file, Iterable<Picture> pictures) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Picture picture : pictures) {
                out.write(picture.rgb());
            }
        }
        return file;
    }

    /** 1 for a crack, 0 for none, a byte each. */
    static Path labels(Path file, List<LabelledImage> images) throws IOException {
        byte[] labels = new byte[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (images.get(i).label() == Label.CRACK ? 1 : 0);
        }
        return Files.write(file, labels);
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}

package io.crackscope.learning.onnx;

import ai.onnxruntime.OrtException;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelExporter;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.ModelFileException.Problem;
import io.crackscope.learning.StoredModel;
import io.crackscope.work.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import onnx.Onnx.ModelProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/**
 * Writes a model as an ONNX file, operator set 17, that any ONNX Runtime runs.
 *
 * <p>Input {@code input}: float32 {@code [n, 3, height, width]}, red, green and blue planes, each 8-bit value {@code v} of
 * an sRGB picture as {@code v / 255 * scale + offset}. Output {@code logit}: log-odds of a crack;
 * {@code probability = 1 / (1 + exp(-logit / temperature))}. A fully convolutional network ({@code cracknet}) takes every
 * height and width of at least {@code input_size} pixels and gives {@code [n, 1, rows, columns]}, one logit for each square
 * of {@code input_size} at every {@code stride * input_size / window} pixels that fits. {@code seed-cnn} takes every height
 * and width too, but gives one logit for the whole, {@code [n, 1]}; {@code readme-cnn} takes squares of {@code input_size}
 * pixels only. To these a tile of {@code window} pixels of the photo is shrunk or enlarged.
 *
 * <p>Metadata of the file, all texts, numbers with a point:
 * <dl>
 * <dt>{@code name}<dd>of the model
 * <dt>{@code preset}<dd>network that it was trained from
 * <dt>{@code created}<dd>ISO 8601 date of training
 * <dt>{@code attribution}<dd>licence and attribution of the training data, to be shown to who gets the file; parted by
 *     {@code "; "}
 * <dt>{@code program_version}<dd>of the CrackScope that wrote the file
 * <dt>{@code classes}<dd>{@code no_crack,crack}: the words for low and high probability
 * <dt>{@code input_layout}, {@code color_order}<dd>{@code NCHW} and {@code RGB}
 * <dt>{@code scale}, {@code offset}<dd>normalisation of the input, as above
 * <dt>{@code input_size}<dd>side in pixels of the square that the network was trained on
 * <dt>{@code window}, {@code stride}<dd>side in pixels of a tile of a whole photo at its own resolution, and the distance
 *     between neighbours
 * <dt>{@code output}<dd>what the output means, in words
 * <dt>{@code temperature}<dd>divides the logit, fixed on validation images
 * <dt>{@code tile_threshold}<dd>probability from which a single tile counts as crack
 * <dt>{@code photo_calibration_slope}, {@code photo_calibration_offset}, {@code photo_calibration_growth}<dd>probability of
 *     a whole photo of {@code n} tiles: the sigmoid of {@code slope * (x - growth * ln min(n, 121)) + offset}, {@code x} being the
 *     highest mean log-odds, over the photo, of the two most probable tiles among a tile and its eight neighbours
 * <dt>{@code photo_uncertain_from}, {@code photo_crack_from}<dd>probabilities of a whole photo from which its verdict is
 *     no longer <i>no crack</i>, and from which it is <i>crack</i>
 * </dl>
 */
public final class OnnxExport implements ModelExporter {
    /** Most that a probability may differ from the model's. */
    public static final double TOLERANCE = 1e-4;

    private static final int TILES = 8;

    private final String programVersion;
    private final Function<StoredModel, CrackClassifier> reference;
    private final IntFunction<List<Picture>> tiles;

    /**
     * @param reference judges with a model by another engine than ONNX Runtime; what it gives is closed here
     * @param tiles at least {@value #TILES} square pictures of the side given, for the check
     */
    public OnnxExport(
            String programVersion, Function<StoredModel, CrackClassifier> reference, IntFunction<List<Picture>> tiles) {
        this.programVersion = programVersion;
        this.reference = reference;
        this.tiles = tiles;
    }

    @Override
    public Exported export(Path modelFile, Path target) throws IOException {
        StoredModel model = ModelFile.read(modelFile);
        byte[] file = OnnxGraph.bytes(model, OnnxMetadata.of(model, programVersion));
        List<Picture> checked = tiles.apply(model.description().inputSize()).stream()
                .limit(TILES)
                .toList();
        double difference = difference(modelFile, model, file, checked);
        AtomicFile.write(target, file);
        return report(file, checked.size(), difference);
    }

    private double difference(Path modelFile, StoredModel model, byte[] file, List<Picture> checked) {
        double largest = 0;
        try (ExportedNetwork exported = new ExportedNetwork(file);
                CrackClassifier source = reference.apply(model)) {
            double[] ours = exported.probabilities(checked);
            double[] expected = source.classify(checked);
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(ours[i] - expected[i]));
            }
        } catch (OrtException e) {
            throw new ModelFileException(modelFile, Problem.ONNX_REFUSED, e);
        }
        // not a number is no agreement either
        if (!(largest <= TOLERANCE)) {
            throw new ModelFileException(modelFile, Problem.ONNX_DIFFERS, largest);
        }
        return largest;
    }

    private static Exported report(byte[] file, int checked, double difference) {
        try {
            ModelProto written = ModelProto.parseFrom(file);
            SortedMap<String, String> metadata = new TreeMap<>();
            written.getMetadataPropsList().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
            return new Exported(
                    file.length,
                    written.getOpsetImport(0).getVersion(),
                    tensors(written.getGraph().getInputList()),
                    tensors(written.getGraph().getOutputList()),
                    metadata,
                    checked,
                    difference);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("cannot read back what ONNX Runtime has read", e);
        }
    }

    private static List<Tensor> tensors(List<ValueInfoProto> values) {
        return values.stream()
                .map(value -> new Tensor(
                        value.getName(),
                        value.getType().getTensorType().getShape().getDimList().stream()
                                .map(d -> d.hasDimParam() ? d.getDimParam() : Long.toString(d.getDimValue()))
                                .toList()))
                .toList();
    }
}

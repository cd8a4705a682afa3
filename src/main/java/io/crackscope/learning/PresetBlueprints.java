package io.crackscope.learning;

import static io.crackscope.learning.NetworkBlueprint.INPUT;

import io.crackscope.learning.NetworkLayer.BatchNormalisation;
import io.crackscope.learning.NetworkLayer.Concatenation;
import io.crackscope.learning.NetworkLayer.Convolution;
import io.crackscope.learning.NetworkLayer.Dense;
import io.crackscope.learning.NetworkLayer.Dropout;
import io.crackscope.learning.NetworkLayer.Flattening;
import io.crackscope.learning.NetworkLayer.GlobalPooling;
import io.crackscope.learning.NetworkLayer.MaxPooling;
import java.util.ArrayList;
import java.util.List;

/** The architectures of the presets. */
public final class PresetBlueprints {
    private PresetBlueprints() {}

    /** The architecture of {@code preset} at its own input size. */
    public static NetworkBlueprint of(NetworkPreset preset) {
        return of(preset, preset.inputSize());
    }

    /**
     * The architecture of {@code preset} for tiles of side {@code size}.
     *
     * @throws IllegalArgumentException if it does not go with this size
     */
    public static NetworkBlueprint of(NetworkPreset preset, int size) {
        return switch (preset) {
            case SEED_CNN -> new NetworkBlueprint(size, 1, 0, seedCnn());
            case README_CNN -> new NetworkBlueprint(size, 1, 0, readmeCnn());
            case CRACKNET -> new NetworkBlueprint(size, 4, -2, cracknet());
            case CRACKNET_LARGE -> new NetworkBlueprint(size, 4, -2, cracknetLarge());
        };
    }

    private static List<NetworkLayer> seedCnn() {
        return List.of(
                new Convolution("conv1", INPUT, 3, 1, 16, false, true, true),
                new MaxPooling("pool1", "conv1", 2, 2),
                new Convolution("conv2", "pool1", 3, 1, 32, false, true, true),
                new MaxPooling("pool2", "conv2", 2, 2),
                new GlobalPooling("mean", "pool2", false),
                new Dense("logit", "mean", 1, false));
    }

    private static List<NetworkLayer> readmeCnn() {
        return List.of(
                new Convolution("conv1", INPUT, 3, 1, 16, false, true, true),
                new MaxPooling("pool1", "conv1", 2, 2),
                new Convolution("conv2", "pool1", 3, 1, 32, false, true, true),
                new MaxPooling("pool2", "conv2", 2, 2),
                new Convolution("conv3", "pool2", 3, 1, 64, false, true, true),
                new MaxPooling("pool3", "conv3", 2, 2),
                new Convolution("conv4", "pool3", 3, 1, 64, false, true, true),
                new MaxPooling("pool4", "conv4", 2, 2),
                new Dropout("drop1", "pool4", 0.25),
                new Flattening("flat", "drop1"),
                new Dense("dense1", "flat", 128, true),
                new Dropout("drop2", "dense1", 0.5),
                new Dense("logits", "drop2", 2, false));
    }

    /**
     * A plain chain of convolutions without padding, so that a tile inside a photo gives exactly what it gives alone.
     * Strides replace max pooling, and channel counts are multiples of 16: what oneDNN is fast at. Mean and maximum are
     * both kept at the end, since a hairline fills a hundredth of a tile and vanishes in a mean. The ten by ten cells at
     * the end see 112 x 112 pixels each, the whole tile together.
     */
    private static List<NetworkLayer> cracknet() {
        List<NetworkLayer> layers = new ArrayList<>();
        String last = INPUT;
        last = normalised(layers, "c1", last, 4, 2, 16);
        last = normalised(layers, "c2", last, 3, 2, 32);
        last = normalised(layers, "c3", last, 3, 2, 64);
        last = normalised(layers, "c4", last, 3, 1, 64);
        last = normalised(layers, "c5", last, 3, 2, 96);
        last = normalised(layers, "c6", last, 3, 1, 96);
        last = normalised(layers, "c7", last, 3, 1, 96);
        return judged(layers, pooled(layers, "mean", "max", "both", last));
    }

    /**
     * {@link #cracknet()} with more channels where the map is small, and two further layers whose six by six cells see
     * 176 x 176 pixels each: a hairline is sure only along its length. Layers of both have the same names, so that a
     * cracknet can be grown into it ({@link GrownNetwork}).
     */
    private static List<NetworkLayer> cracknetLarge() {
        List<NetworkLayer> layers = new ArrayList<>();
        String last = INPUT;
        last = normalised(layers, "c1", last, 4, 2, 16);
        last = normalised(layers, "c2", last, 3, 2, 32);
        last = normalised(layers, "c3", last, 3, 2, 64);
        last = normalised(layers, "c4", last, 3, 1, 96);
        last = normalised(layers, "c5", last, 3, 2, 128);
        last = normalised(layers, "c6", last, 3, 1, 160);
        String near = normalised(layers, "c7", last, 3, 1, 160);
        last = normalised(layers, "c8", near, 3, 1, 160);
        String far = normalised(layers, "c9", last, 3, 1, 160);
        String nearPooled = pooled(layers, "mean", "max", "both", near);
        String farPooled = pooled(layers, "far.mean", "far.max", "far.both", far);
        layers.add(new Concatenation("all", nearPooled, farPooled));
        return judged(layers, "all");
    }

    private static String pooled(List<NetworkLayer> layers, String mean, String max, String both, String input) {
        layers.add(new GlobalPooling(mean, input, false));
        layers.add(new GlobalPooling(max, input, true));
        layers.add(new Concatenation(both, mean, max));
        return both;
    }

    private static List<NetworkLayer> judged(List<NetworkLayer> layers, String input) {
        layers.add(new Dropout("drop", input, 0.2));
        layers.add(new Dense("logit", "drop", 1, false));
        return layers;
    }

    private static String normalised(
            List<NetworkLayer> layers, String name, String input, int kernel, int stride, int channels) {
        layers.add(new Convolution(name, input, kernel, stride, channels, false, false, false));
        layers.add(new BatchNormalisation(name + ".n", name, true));
        return name + ".n";
    }
}

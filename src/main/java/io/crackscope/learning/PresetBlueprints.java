package io.crackscope.learning;

import static io.crackscope.learning.NetworkBlueprint.INPUT;

import io.crackscope.learning.NetworkLayer.Addition;
import io.crackscope.learning.NetworkLayer.BatchNormalisation;
import io.crackscope.learning.NetworkLayer.Concatenation;
import io.crackscope.learning.NetworkLayer.Convolution;
import io.crackscope.learning.NetworkLayer.Dense;
import io.crackscope.learning.NetworkLayer.Dropout;
import io.crackscope.learning.NetworkLayer.Flattening;
import io.crackscope.learning.NetworkLayer.GlobalPooling;
import io.crackscope.learning.NetworkLayer.MaxPooling;
import io.crackscope.learning.NetworkLayer.SpaceToDepth;
import java.util.ArrayList;
import java.util.List;

/** The architectures of the presets. */
public final class PresetBlueprints {
    private PresetBlueprints() {}

    /** The architecture of {@code preset} at its own input size. */
    public static NetworkBlueprint of(NetworkPreset preset) {
        int size = preset.inputSize();
        return switch (preset) {
            case SEED_CNN -> new NetworkBlueprint(size, 1, 0, seedCnn());
            case README_CNN -> new NetworkBlueprint(size, 1, 0, readmeCnn());
            case CRACKNET -> new NetworkBlueprint(size, 4, -2, cracknet());
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
     * The first layer sees 2 x 2 pixels as channels, so that no feature map is larger than a quarter of the photo's side;
     * strides replace max pooling (oneDNN's pooling in ND4J M2.1 is the slow reference code); mean and maximum are both
     * kept at the end, since a hairline fills a hundredth of a tile and vanishes in a mean.
     */
    private static List<NetworkLayer> cracknet() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new SpaceToDepth("depth", INPUT, 2));
        normalised(layers, "stem", "depth", 3, 2, 24, true);
        normalised(layers, "fine", "stem.n", 3, 1, 24, true);
        residual(layers, "r1", "fine.n", 2, 48);
        residual(layers, "r2", "r1.sum", 2, 64);
        residual(layers, "r3", "r2.sum", 1, 64);
        layers.add(new GlobalPooling("mean", "r3.sum", false));
        layers.add(new GlobalPooling("max", "r3.sum", true));
        layers.add(new Concatenation("both", "mean", "max"));
        layers.add(new Dense("logit", "both", 1, false));
        return layers;
    }

    private static void normalised(
            List<NetworkLayer> layers, String name, String input, int kernel, int stride, int channels, boolean relu) {
        layers.add(new Convolution(name, input, kernel, stride, channels, true, false, false));
        layers.add(new BatchNormalisation(name + ".n", name, relu));
    }

    private static void residual(List<NetworkLayer> layers, String name, String input, int stride, int channels) {
        normalised(layers, name + ".a", input, 3, stride, channels, true);
        normalised(layers, name + ".b", name + ".a.n", 3, 1, channels, false);
        String shortcut = input;
        if (stride != 1) {
            normalised(layers, name + ".c", input, 1, stride, channels, false);
            shortcut = name + ".c.n";
        }
        layers.add(new Addition(name + ".sum", name + ".b.n", shortcut));
    }
}

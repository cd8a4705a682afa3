package io.crackscope.learning;

import java.util.Arrays;
import java.util.Optional;

/** The networks that can be trained. */
public enum NetworkPreset {
    /** The notebook's network: two convolutions, max pooling, global average pooling; 5,121 parameters. */
    SEED_CNN("seed-cnn", 120, 227, 113, 120),
    /** The deeper variant of the notebook's README: convolutions, max pooling, dropout, dense layers, softmax. */
    README_CNN("readme-cnn", 120, 227, 113, 120),
    /** Ours: small, batch-normalised, without padding, fully convolutional, at native resolution. */
    CRACKNET("cracknet", 256, 256, 128, 112),
    /** Ours with more channels and two layers that see further: two thirds as fast. */
    CRACKNET_LARGE("cracknet-large", 256, 256, 128, 176);

    private final String word;
    private final int inputSize;
    private final int window;
    private final int stride;
    private final int leastInputSize;

    NetworkPreset(String word, int inputSize, int window, int stride, int leastInputSize) {
        this.word = word;
        this.inputSize = inputSize;
        this.window = window;
        this.stride = stride;
        this.leastInputSize = leastInputSize;
    }

    /** Its name on the command line and in files. */
    public String word() {
        return word;
    }

    /** Side in pixels of its square input in training. */
    public int inputSize() {
        return inputSize;
    }

    /** Side in pixels of the square of a whole photo, at native resolution, that is one tile. */
    public int window() {
        return window;
    }

    /** Distance in pixels between tiles of a whole photo. */
    public int stride() {
        return stride;
    }

    /** Side in pixels of the smallest input it can be trained at: its last layer sees nothing of a smaller one. */
    public int leastInputSize() {
        return leastInputSize;
    }

    /** Whether it can be trained at other input sizes than its own. */
    public boolean resizable() {
        return leastInputSize < inputSize;
    }

    /** The preset of this name. */
    public static Optional<NetworkPreset> ofWord(String word) {
        return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
    }
}

package io.crackscope.learning;

import java.util.List;

/** One layer of a {@link NetworkBlueprint}; {@code input}s name earlier layers or {@link NetworkBlueprint#INPUT}. */
public sealed interface NetworkLayer {
    /** Unique in its network. */
    String name();

    /** The layers it reads. */
    List<String> inputs();

    /**
     * Two-dimensional convolution, cross-correlation as usual. Weights: {@code [channels, inputChannels, kernel,
     * kernel]}, then {@code [channels]} if it has a bias.
     *
     * @param same zero padding so that the output is the input's size divided by the stride, rounded up, the odd pixel of
     *     padding at the bottom and right; without it only whole kernels count
     * @param relu followed by a rectifier
     */
    record Convolution(
            String name, String input, int kernel, int stride, int channels, boolean same, boolean bias, boolean relu)
            implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Batch normalisation per channel. Weights: gamma, beta, running mean, running variance, each {@code [channels]}. */
    record BatchNormalisation(String name, String input, boolean relu) implements NetworkLayer {
        /** Added to the variance. */
        public static final double EPSILON = 1e-5;

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Largest value in each {@code size x size} square, without padding. */
    record MaxPooling(String name, String input, int size, int stride) implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Sum of two equal shapes, then a rectifier. */
    record Addition(String name, String first, String second) implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(first, second);
        }
    }

    /** Mean or largest value of each channel over the whole area: a vector. */
    record GlobalPooling(String name, String input, boolean max) implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** One vector behind the other. */
    record Concatenation(String name, String first, String second) implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(first, second);
        }
    }

    /** All channels row by row as one vector: ties the network to its input size. */
    record Flattening(String name, String input) implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Sets a share {@code rate} of the values to zero in training; nothing in use. */
    record Dropout(String name, String input, double rate) implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Fully connected. Weights: {@code [inputs, units]}, then {@code [units]}. */
    record Dense(String name, String input, int units, boolean relu) implements NetworkLayer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }
}

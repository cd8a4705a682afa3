package io.crackscope.learning;

import io.crackscope.learning.NetworkLayer.Addition;
import io.crackscope.learning.NetworkLayer.BatchNormalisation;
import io.crackscope.learning.NetworkLayer.Concatenation;
import io.crackscope.learning.NetworkLayer.Convolution;
import io.crackscope.learning.NetworkLayer.Dense;
import io.crackscope.learning.NetworkLayer.Dropout;
import io.crackscope.learning.NetworkLayer.Flattening;
import io.crackscope.learning.NetworkLayer.GlobalPooling;
import io.crackscope.learning.NetworkLayer.MaxPooling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network's architecture, free of any engine: the one description from which the DL4J graph is built, its weights are
 * stored and the ONNX graph is written.
 *
 * <p>Its input is RGB, {@code inputSize} squared, each 8-bit value {@code v} as {@code v / 255 * scale + offset}. Its last
 * layer is a {@link Dense} without rectifier and gives the logits: one unit is the log-odds of a crack, two are the
 * logits of no crack and crack.
 *
 * @param inputSize side of the square input in pixels
 * @param scale of the input values
 * @param offset of the input values
 * @param layers in an order in which each reads only earlier ones
 */
public record NetworkBlueprint(int inputSize, double scale, double offset, List<NetworkLayer> layers) {
    /** The name by which layers read the network's input. */
    public static final String INPUT = "input";

    private static final int MOST_LAYERS = 1_000;
    private static final int MOST_WEIGHTS = 50_000_000;

    /**
     * The size of what a layer gives: {@code channels x side x side}; side 0 marks a vector of {@code channels} values.
     */
    public record Size(int channels, int side) {
        /** Values in all. */
        public int length() {
            return side == 0 ? channels : Math.multiplyExact(channels, Math.multiplyExact(side, side));
        }
    }

    /** One array of weights: layer, role ({@code W, b, gamma, beta, mean, var}) and shape. */
    public record Weights(String layer, String role, List<Integer> shape) {
        /** Values in the array. */
        public int length() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /** @throws IllegalArgumentException if the layers do not fit together */
    public NetworkBlueprint {
        layers = List.copyOf(layers);
        if (inputSize < 8 || inputSize > 2048 || layers.isEmpty() || layers.size() > MOST_LAYERS) {
            throw new IllegalArgumentException(
                    "network of " + layers.size() + " layers with input side " + inputSize + " is out of range");
        }
        Map<String, Size> sizes = sizes(inputSize, layers);
        if (!(layers.getLast() instanceof Dense last) || last.relu() || last.units() > 2) {
            throw new IllegalArgumentException("the last layer must be dense with one or two plain units");
        }
        long total = 0;
        for (Weights weights : weights(layers, sizes)) {
            total += weights.length();
        }
        if (total > MOST_WEIGHTS) {
            throw new IllegalArgumentException("network of " + total + " weights is too large");
        }
    }

    /** What each layer gives for an input of {@link #inputSize()}, by name, the input included. */
    public Map<String, Size> sizes() {
        return sizes(inputSize, layers);
    }

    /** All arrays of weights in the order in which they are stored. */
    public List<Weights> weights() {
        return weights(layers, sizes());
    }

    /** Values in all arrays of weights, running means and variances included. */
    public int weightCount() {
        return weights().stream().mapToInt(Weights::length).sum();
    }

    /** Values that training by gradient changes: all weights but running means and variances. */
    public int trainableCount() {
        return weights().stream()
                .filter(w -> !w.role().equals("mean") && !w.role().equals("var"))
                .mapToInt(Weights::length)
                .sum();
    }

    /**
     * Whether it can judge pictures of any size in one pass, each square of its input's size as if it were alone:
     * convolutions without padding that end in global pooling.
     */
    public boolean fullyConvolutional() {
        return layers.stream().noneMatch(Flattening.class::isInstance)
                && layers.stream().noneMatch(MaxPooling.class::isInstance)
                && layers.stream().noneMatch(layer -> layer instanceof Convolution c && c.same());
    }

    /** Pixels of the input between two neighbouring values of what the layer of this name gives. */
    public int step(String name) {
        for (NetworkLayer layer : layers) {
            if (layer.name().equals(name)) {
                int before = step(layer.inputs().getFirst());
                return switch (layer) {
                    case Convolution c -> before * c.stride();
                    case MaxPooling p -> before * p.stride();
                    default -> before;
                };
            }
        }
        return 1;
    }

    private static Map<String, Size> sizes(int inputSize, List<NetworkLayer> layers) {
        Map<String, Size> sizes = new HashMap<>();
        sizes.put(INPUT, new Size(3, inputSize));
        for (NetworkLayer layer : layers) {
            List<Size> in = new ArrayList<>();
            for (String input : layer.inputs()) {
                Size size = sizes.get(input);
                if (size == null) {
                    throw new IllegalArgumentException("layer " + layer.name() + " reads unknown layer " + input);
                }
                in.add(size);
            }
            Size out = size(layer, in);
            if (out.channels() < 1 || out.side() < 0 || out.length() > 1 << 26) {
                throw new IllegalArgumentException("layer " + layer.name() + " has an impossible size " + out);
            }
            if (sizes.put(layer.name(), out) != null) {
                throw new IllegalArgumentException("two layers are called " + layer.name());
            }
        }
        return sizes;
    }

    private static Size size(NetworkLayer layer, List<Size> in) {
        Size first = in.getFirst();
        return switch (layer) {
            case Convolution c -> {
                require(first.side() > 0 && c.kernel() >= 1 && c.kernel() <= 31 && c.stride() >= 1, layer);
                int side = c.same()
                        ? (first.side() + c.stride() - 1) / c.stride()
                        : (first.side() - c.kernel()) / c.stride() + 1;
                require(c.same() || first.side() >= c.kernel(), layer);
                yield new Size(c.channels(), side);
            }
            case BatchNormalisation b -> first;
            case MaxPooling p -> {
                require(p.size() >= 1 && p.stride() >= 1 && first.side() >= p.size(), layer);
                yield new Size(first.channels(), (first.side() - p.size()) / p.stride() + 1);
            }
            case Addition a -> {
                require(first.equals(in.getLast()), layer);
                yield first;
            }
            case GlobalPooling g -> {
                require(first.side() > 0, layer);
                yield new Size(first.channels(), 0);
            }
            case Concatenation c -> {
                require(first.side() == 0 && in.getLast().side() == 0, layer);
                yield new Size(first.channels() + in.getLast().channels(), 0);
            }
            case Flattening f -> new Size(first.length(), 0);
            case Dropout d -> {
                require(d.rate() >= 0 && d.rate() < 1, layer);
                yield first;
            }
            case Dense d -> {
                require(first.side() == 0, layer);
                yield new Size(d.units(), 0);
            }
        };
    }

    private static void require(boolean fits, NetworkLayer layer) {
        if (!fits) {
            throw new IllegalArgumentException("layer does not fit what it reads: " + layer);
        }
    }

    private static List<Weights> weights(List<NetworkLayer> layers, Map<String, Size> sizes) {
        List<Weights> weights = new ArrayList<>();
        for (NetworkLayer layer : layers) {
            int in = sizes.get(layer.inputs().getFirst()).channels();
            switch (layer) {
                case Convolution c -> {
                    weights.add(new Weights(c.name(), "W", List.of(c.channels(), in, c.kernel(), c.kernel())));
                    if (c.bias()) {
                        weights.add(new Weights(c.name(), "b", List.of(c.channels())));
                    }
                }
                case BatchNormalisation b -> {
                    for (String role : List.of("gamma", "beta", "mean", "var")) {
                        weights.add(new Weights(b.name(), role, List.of(in)));
                    }
                }
                case Dense d -> {
                    weights.add(new Weights(d.name(), "W", List.of(in, d.units())));
                    weights.add(new Weights(d.name(), "b", List.of(d.units())));
                }
                default -> {
                    // no weights
                }
            }
        }
        return weights;
    }
}

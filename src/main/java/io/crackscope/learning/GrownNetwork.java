package io.crackscope.learning;

import io.crackscope.learning.NetworkBlueprint.Weights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Weights of a small network in a larger one, so that training goes on where it was: the larger one gives the same logits
 * at first. Layers are matched by name. What is new draws its incoming weights as any new network does and is read with
 * weight 0, after Chen, Goodfellow and Shlens, Net2Net (2016), who copy channels instead.
 */
public final class GrownNetwork {
    /** Stands for a channel that the small network does not have. */
    private static final int NEW = -1;

    private final NetworkBlueprint from;
    private final NetworkBlueprint to;
    private final Map<String, float[]> old = new HashMap<>();
    private final SplittableRandom random;

    /** For each layer of the larger network and each of its channels: the small network's channel, or {@link #NEW}. */
    private final Map<String, int[]> sources = new HashMap<>();

    private GrownNetwork(NetworkBlueprint from, float[] weights, NetworkBlueprint to, long seed) {
        this.from = from;
        this.to = to;
        this.random = new SplittableRandom(seed);
        int at = 0;
        for (Weights array : from.weights()) {
            old.put(key(array), Arrays.copyOfRange(weights, at, at + array.length()));
            at += array.length();
        }
    }

    /**
     * The weights of {@code to} that continue those of {@code from}; the same ones if both have the same arrays.
     *
     * @param weights of {@code from}, in its order
     * @param seed of what is drawn
     * @return empty if {@code from} is no part of {@code to}: another kernel, fewer channels, a layer that is missing
     */
    public static Optional<float[]> weights(NetworkBlueprint from, float[] weights, NetworkBlueprint to, long seed) {
        if (from.weights().equals(to.weights())) {
            return Optional.of(weights.clone());
        }
        return isPossible(from, to) ? Optional.of(new GrownNetwork(from, weights, to, seed).grow()) : Optional.empty();
    }

    /** Whether weights of {@code from} go on in {@code to}: whether {@link #weights} gives some. */
    public static boolean isPossible(NetworkBlueprint from, NetworkBlueprint to) {
        return from.weights().equals(to.weights()) || contains(to, from);
    }

    /** Whether a network like {@code small} can be grown into {@code large}. */
    private static boolean contains(NetworkBlueprint large, NetworkBlueprint small) {
        if (small.scale() != large.scale() || small.offset() != large.offset()) {
            return false;
        }
        Map<String, int[]> sources = new GrownNetwork(small, new float[small.weightCount()], large, 0).trace();
        return small.layers().stream().allMatch(layer -> {
            int[] source = sources.get(layer.name());
            int channels = small.sizes().get(layer.name()).channels();
            return source != null
                    && Arrays.equals(
                            Arrays.stream(source).filter(s -> s != NEW).sorted().toArray(),
                            IntStream.range(0, channels).toArray())
                    && large.layers().stream().anyMatch(other -> isWider(other, layer));
        });
    }

    private static boolean isWider(NetworkLayer large, NetworkLayer small) {
        if (!large.name().equals(small.name()) || large.getClass() != small.getClass()) {
            return false;
        }
        return switch (small) {
            case NetworkLayer.Convolution s -> {
                var l = (NetworkLayer.Convolution) large;
                yield l.input().equals(s.input())
                        && l.kernel() == s.kernel()
                        && l.stride() == s.stride()
                        && l.same() == s.same()
                        && l.bias() == s.bias()
                        && l.relu() == s.relu();
            }
            case NetworkLayer.Dense s -> {
                var l = (NetworkLayer.Dense) large;
                yield l.relu() == s.relu() && l.units() == s.units();
            }
            // a vector may be read behind a concatenation with new ones
            case NetworkLayer.Dropout s -> true;
            default -> large.equals(small);
        };
    }

    private Map<String, int[]> trace() {
        sources.put(NetworkBlueprint.INPUT, new int[] {0, 1, 2});
        for (NetworkLayer layer : to.layers()) {
            int channels = to.sizes().get(layer.name()).channels();
            int[] first = sources.get(layer.inputs().getFirst());
            sources.put(
                    layer.name(),
                    switch (layer) {
                        case NetworkLayer.Convolution c -> counted(c.name(), channels);
                        case NetworkLayer.Dense d -> counted(d.name(), channels);
                        case NetworkLayer.Concatenation c ->
                            behind(first, sources.get(c.second()), oldChannels(c.first()));
                        case NetworkLayer.Flattening f ->
                            // ties weights to places, which a larger map has others of
                            filled(channels);
                        default -> first;
                    });
        }
        return sources;
    }

    private int[] counted(String layer, int channels) {
        int before = oldChannels(layer);
        return IntStream.range(0, channels).map(i -> i < before ? i : NEW).toArray();
    }

    private int oldChannels(String layer) {
        var size = from.sizes().get(layer);
        return size == null ? 0 : size.channels();
    }

    private static int[] behind(int[] first, int[] second, int offset) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second).map(s -> s == NEW ? NEW : s + offset))
                .toArray();
    }

    private static int[] filled(int channels) {
        int[] all = new int[channels];
        Arrays.fill(all, NEW);
        return all;
    }

    private float[] grow() {
        trace();
        Map<String, String> inputs = new HashMap<>();
        to.layers().forEach(layer -> inputs.put(layer.name(), layer.inputs().getFirst()));
        float[] all = new float[to.weightCount()];
        int at = 0;
        for (Weights array : to.weights()) {
            int[] in = sources.get(inputs.get(array.layer()));
            float[] values = array.shape().size() == 1 ? vector(array) : matrix(array, in);
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }

    private float[] vector(Weights array) {
        int[] source = sources.get(array.layer());
        float[] before = old.get(key(array));
        float fresh = array.role().equals("gamma") || array.role().equals("var") ? 1 : 0;
        float[] values = new float[array.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = before == null || source[i] == NEW ? fresh : before[source[i]];
        }
        return values;
    }

    /** Kernels {@code [out, in, side, side]} or a dense matrix {@code [in, out]}. */
    private float[] matrix(Weights array, int[] in) {
        boolean kernels = array.shape().size() == 4;
        List<Integer> shape = array.shape();
        int outs = kernels ? shape.get(0) : shape.get(1);
        int ins = kernels ? shape.get(1) : shape.get(0);
        int places = kernels ? shape.get(2) * shape.get(3) : 1;
        int[] out = sources.get(array.layer());
        float[] before = old.get(key(array));
        int insBefore = (int) Arrays.stream(in).filter(s -> s != NEW).count();
        double deviation = Math.sqrt(2.0 / (ins * places));
        float[] values = new float[array.length()];
        for (int o = 0; o < outs; o++) {
            for (int i = 0; i < ins; i++) {
                int at = (kernels ? o * ins + i : i * outs + o) * places;
                for (int p = 0; p < places; p++) {
                    if (before == null || out[o] == NEW) {
                        values[at + p] = (float) (random.nextGaussian() * deviation);
                    } else if (in[i] != NEW) {
                        // dense layers only grow in what they read
                        values[at + p] = kernels
                                ? before[(out[o] * insBefore + in[i]) * places + p]
                                : before[in[i] * outs + out[o]];
                    }
                }
            }
        }
        return values;
    }

    private static String key(Weights array) {
        return array.layer() + "_" + array.role();
    }
}

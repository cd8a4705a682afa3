package io.crackscope.samples;

/**
 * A stream of random numbers that is the same on every platform and Java version: SplitMix64 (Steele, Lea, Flood 2014)
 * with its output function written out here, because the library's generators promise a sequence for one version only.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    Dice(long seed) {
        this.origin = mix(seed ^ 0x5DEECE66DL);
        this.state = origin;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** An independent stream that depends on the seed and {@code salt} only, not on what was drawn before. */
    Dice fork(long salt) {
        return new Dice(mix(origin + GOLDEN * (salt + 1)));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A seed for position-based noise. */
    int noiseSeed() {
        return (int) (next() >>> 32);
    }

    /** Uniform in [0,1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low,high). */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    float betweenF(double low, double high) {
        return (float) between(low, high);
    }

    /** Uniform in [0,bound). */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** -1 or 1. */
    int sign() {
        return chance(0.5) ? 1 : -1;
    }

    /** Bell-shaped with mean 0 and standard deviation 1, within [-3.5,3.5]: a sum of four uniforms, no logarithm. */
    double bell() {
        return (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508075688772;
    }
}

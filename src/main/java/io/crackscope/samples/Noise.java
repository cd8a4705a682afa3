package io.crackscope.samples;

/**
 * Noise that depends on position and seed only, so that a picture can be drawn piece by piece. Pure float arithmetic
 * (exact on every platform since Java 17, JEP 306).
 */
final class Noise {
    /** Brings quadratic B-spline interpolation of uniform values in [-1,1] to standard deviation 1. */
    private static final float UNIT = 3.15f;

    private Noise() {}

    /** A well-mixed 32-bit value of a lattice point. */
    static int hash(int x, int y, int seed) {
        int h = x * 0x9E3779B1 ^ (y * 0x85EBCA77 + seed);
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        h *= 0x297A2D39;
        return h ^ (h >>> 15);
    }

    /** Uniform in [-1,1) from a hash. */
    static float signed(int hash) {
        return hash * 0x1.0p-31f;
    }

    /** Uniform in [0,1) from a hash. */
    static float unit(int hash) {
        return (hash >>> 8) * 0x1.0p-24f;
    }

    static int floor(float v) {
        int i = (int) v;
        return v < i ? i - 1 : i;
    }

    /**
     * Smooth noise at one point of a lattice with cells of side 1, about -1.7 to 1.7 with standard deviation near 0.5; for
     * rotated or bent textures, where whole rows do not pay.
     */
    static float at(float u, float v, int seed) {
        int iu = floor(u);
        int iv = floor(v);
        float fu = u - iu;
        float fv = v - iv;
        float su = fu * fu * (3 - 2 * fu);
        float sv = fv * fv * (3 - 2 * fv);
        float a = signed(hash(iu, iv, seed));
        float b = signed(hash(iu + 1, iv, seed));
        float c = signed(hash(iu, iv + 1, seed));
        float d = signed(hash(iu + 1, iv + 1, seed));
        float top = a + (b - a) * su;
        return 1.4f * (top + (c + (d - c) * su - top) * sv);
    }

    /** 0 below {@code low}, 1 above {@code high}, smooth between. */
    static float step(float low, float high, float v) {
        float t = Math.min(1, Math.max(0, (v - low) / (high - low)));
        return t * t * (3 - 2 * t);
    }

    /** One octave of smooth noise with standard deviation 1, evaluated a row at a time. */
    static final class Octave {
        private final int seed;
        private final float cellX;
        private final float cellY;
        private final float shear;
        private float[] columns = new float[0];

        /**
         * @param cellX grain in pixels along x
         * @param cellY grain in pixels along y
         * @param shear pixels that the grain leans to the left per pixel down
         */
        Octave(int seed, double cellX, double cellY, double shear) {
            this.seed = seed;
            // finer than this no pixel can tell it from plain grain
            this.cellX = (float) Math.max(1.4, cellX);
            this.cellY = (float) Math.max(1.4, cellY);
            this.shear = (float) shear;
        }

        Octave(int seed, double cell) {
            this(seed, cell, cell, 0);
        }

        /** Adds {@code amplitude} times the noise at the pixel centres (left + 0.5 + i, y + 0.5), i in [0,count). */
        void addRow(float[] out, int offset, int count, int left, int y, float amplitude) {
            float yc = y + 0.5f;
            float v = yc / cellY;
            int iv = floor(v + 0.5f);
            float tv = v - iv;
            float b0 = 0.5f * (0.5f - tv) * (0.5f - tv);
            float b1 = 0.75f - tv * tv;
            float b2 = 0.5f * (0.5f + tv) * (0.5f + tv);
            float u0 = (left + 0.5f + shear * yc) / cellX;
            float du = 1 / cellX;
            int first = floor(u0 + 0.5f) - 1;
            int needed = floor(u0 + du * count + 0.5f) + 2 - first + 1;
            if (columns.length < needed) {
                columns = new float[needed];
            }
            float[] c = columns;
            float gain = UNIT * amplitude;
            for (int k = 0; k < needed; k++) {
                int ix = first + k;
                c[k] = gain
                        * (b0 * signed(hash(ix, iv - 1, seed))
                                + b1 * signed(hash(ix, iv, seed))
                                + b2 * signed(hash(ix, iv + 1, seed)));
            }
            float rel = u0 - first;
            for (int i = 0; i < count; i++) {
                float u = rel + i * du;
                int iu = (int) (u + 0.5f);
                float t = u - iu;
                float p = 0.5f - t;
                float q = 0.5f + t;
                out[offset + i] += 0.5f * p * p * c[iu - 1] + (0.75f - t * t) * c[iu] + 0.5f * q * q * c[iu + 1];
            }
        }
    }
}

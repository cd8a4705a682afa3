package io.crackscope.bench;

/**
 * How often and how long things are repeated.
 *
 * @param rounds repetitions of each measurement
 * @param seconds that one repetition of a fast thing should last
 */
record Repetitions(int rounds, double seconds) {
    /** Enough for a median with a spread; ten minutes for everything. */
    static final Repetitions STANDARD = new Repetitions(5, 2.5);

    /** To see that everything runs. */
    static final Repetitions QUICK = new Repetitions(2, 0.3);

    /** How many steps of this length make a repetition. */
    int steps(double secondsEach) {
        return (int) Math.clamp(Math.round(seconds / secondsEach), 2, 10_000);
    }
}

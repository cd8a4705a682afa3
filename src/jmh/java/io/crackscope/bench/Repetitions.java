package io.crackscope.bench;

/**
 * How often and how long things are repeated.
 *
 * @param rounds repetitions of each measurement
 * @param seconds that one repetition of a fast thing should last
 * @param whole long runs go to their end; otherwise they only show that they run
 */
record Repetitions(int rounds, double seconds, boolean whole) {
    /** Enough for a median with a spread; ten minutes for everything. */
    static final Repetitions STANDARD = new Repetitions(5, 2.5, true);

    /** To see that everything runs. */
    static final Repetitions QUICK = new Repetitions(2, 0.3, false);

    /** For what is measured many times over. */
    Repetitions shorter() {
        return new Repetitions(rounds, seconds / 3, whole);
    }

    /** How many calls of this length make a repetition, at least one. */
    int calls(double secondsEach) {
        return (int) Math.clamp(Math.round(seconds / secondsEach), 1, 10_000);
    }

    /** How many steps of this length make a repetition. */
    int steps(double secondsEach) {
        return (int) Math.clamp(Math.round(seconds / secondsEach), 2, 10_000);
    }
}

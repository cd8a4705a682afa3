/**
 * The benchmarks: one command that prints one table. See {@code src/site/benchmarks.md}.
 *
 * <p>A plain harness instead of JMH, because of what is measured: steps of a second that must alternate with a peer in
 * another process, whole processes (start, peak memory), and runs of minutes to an accuracy. JMH's forks would separate
 * the two sides of a ratio by minutes on a machine whose speed drifts, and what it guards against (dead code, inlining,
 * call overhead in nanoseconds) does not matter to native calls of milliseconds. What it would give is here: warm-up,
 * repetitions, median and spread.
 */
@NullMarked
package io.crackscope.bench;

import org.jspecify.annotations.NullMarked;

package io.crackscope.domain;

/**
 * 95 % intervals of a class's {@link ClassScore}.
 *
 * @param precision interval of the precision
 * @param recall interval of the recall
 * @param f1 interval of F1
 */
public record ClassIntervals(Interval precision, Interval recall, Interval f1) {}

package io.crackscope.domain;

/** A 95 % interval, {@code low <= high}, both NaN where it cannot be stated. */
public record Interval(double low, double high) {}

package io.crackscope.project;

/** Names one answer of a model within its project. */
public record AnswerId(long number) {}

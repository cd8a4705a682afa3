package io.crackscope.samples;

/**
 * Something in a scene that is not a crack.
 *
 * @param kind what it is
 * @param box the pixels it may touch, within the picture
 */
public record ConfuserTruth(ConfuserKind kind, Box box) {}

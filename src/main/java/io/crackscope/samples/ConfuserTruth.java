package io.crackscope.samples;

/**
 * Something in a scene that is not a crack.
 *
 * @param kind what it is
 * @param box around where it clearly shows, within the picture; a faint stain may reach farther
 */
public record ConfuserTruth(ConfuserKind kind, Box box) {}

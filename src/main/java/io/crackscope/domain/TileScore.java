package io.crackscope.domain;

/**
 * One tile of a photo and how likely it shows a crack.
 *
 * @param x left edge in pixels of the oriented photo
 * @param y top edge in pixels of the oriented photo
 * @param width in pixels of the oriented photo
 * @param height in pixels of the oriented photo
 * @param probability calibrated crack probability in [0,1]
 */
public record TileScore(int x, int y, int width, int height, double probability) {}

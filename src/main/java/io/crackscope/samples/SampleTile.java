package io.crackscope.samples;

import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;

/**
 * A small labelled picture for training.
 *
 * @param picture the tile
 * @param label what it shows
 */
public record SampleTile(Picture picture, Label label) {}

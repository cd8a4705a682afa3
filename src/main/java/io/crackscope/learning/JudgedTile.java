package io.crackscope.learning;

import io.crackscope.dataset.LabelledImage;

/**
 * A labelled tile and what the network says of it.
 *
 * @param image the tile
 * @param probability of a crack in [0,1], not calibrated
 */
public record JudgedTile(LabelledImage image, double probability) {}

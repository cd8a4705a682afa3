package io.crackscope.domain;

import java.util.List;

/**
 * Where in a photo a model sees cracks.
 *
 * @param map probabilities tile by tile
 * @param evidence linked evidence, most probable first, of tiles of the map; empty for no crack
 */
public record CrackFindings(CrackMap map, List<Evidence> evidence) {
    public CrackFindings {
        evidence = List.copyOf(evidence);
    }
}

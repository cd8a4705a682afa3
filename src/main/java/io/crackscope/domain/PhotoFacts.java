package io.crackscope.domain;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a photo file says of itself.
 *
 * @param width in pixels after orientation
 * @param height in pixels after orientation
 * @param taken when it was taken, in the camera's local time
 * @param camera maker and model
 * @param latitude degrees north, WGS 84, in [-90,90]
 * @param longitude degrees east, WGS 84, in [-180,180]
 */
public record PhotoFacts(
        int width,
        int height,
        Optional<LocalDateTime> taken,
        Optional<String> camera,
        OptionalDouble latitude,
        OptionalDouble longitude) {}

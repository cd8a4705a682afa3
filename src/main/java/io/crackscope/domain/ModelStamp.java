package io.crackscope.domain;

/**
 * Which model answered.
 *
 * @param name of its card, such as {@code cracknet-2026-11}
 * @param sha256 of the model file, 64 lower-case hex digits
 */
public record ModelStamp(String name, String sha256) {
    /** @throws IllegalArgumentException if that is no SHA-256 */
    public ModelStamp {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }
}

package io.crackscope.samples;

/** One thing in a scene that leaves its mark on the picture. */
@FunctionalInterface
interface Layer {
    /** Paints what falls into {@code band}; the same pixels whatever bands the scene is cut into. */
    void paint(Band band);
}

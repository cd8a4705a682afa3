package io.crackscope.samples;

import java.util.List;

/**
 * What a scene is to show.
 *
 * @param kind what the concrete belongs to
 * @param width of the picture in pixels, 32 to 8192
 * @param height of the picture in pixels, 32 to 8192
 * @param cracks the cracks in it, one entry each; none for a crack-free scene
 * @param confusers what else is in it, one entry each
 */
public record SceneSpec(SceneKind kind, int width, int height, List<CrackStyle> cracks, List<ConfuserKind> confusers) {
    private static final int LEAST = 32;
    private static final int MOST = 8192;

    public SceneSpec {
        if (width < LEAST || height < LEAST || width > MOST || height > MOST) {
            throw new IllegalArgumentException(
                    "a scene is " + LEAST + " to " + MOST + " pixels wide and high, not " + width + " x " + height);
        }
        cracks = List.copyOf(cracks);
        confusers = List.copyOf(confusers);
    }
}

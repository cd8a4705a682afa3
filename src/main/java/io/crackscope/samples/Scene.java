package io.crackscope.samples;

import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;
import java.util.List;

/**
 * A drawn photo with all that is known of it. Immutable.
 *
 * @param kind what the concrete belongs to
 * @param picture the photo
 * @param cracks every piece of crack in it
 * @param confusers everything else that was put into it
 */
public record Scene(SceneKind kind, Picture picture, List<CrackTruth> cracks, List<ConfuserTruth> confusers) {
    public Scene {
        cracks = List.copyOf(cracks);
        confusers = List.copyOf(confusers);
    }

    /** Whether it shows a crack. */
    public Label label() {
        return cracks.isEmpty() ? Label.NO_CRACK : Label.CRACK;
    }

    /**
     * Which pixels are crack, row by row, one entry a pixel: those that the crack of the truth covers by half, and on
     * cracks thinner than a pixel those that its centre line passes.
     */
    public boolean[] mask() {
        int w = picture.width();
        int h = picture.height();
        boolean[] mask = new boolean[w * h];
        for (CrackTruth crack : cracks) {
            crack.stroke().visit(0, 0, w, h, 1, near -> {
                if (near.distance() <= Math.max(near.half, 0.5f)) {
                    mask[near.index] = true;
                }
            });
        }
        return mask;
    }
}

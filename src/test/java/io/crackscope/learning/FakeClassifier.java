package io.crackscope.learning;

import io.crackscope.imaging.Picture;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A classifier whose judgement is a function of the pixels. */
public final class FakeClassifier implements CrackClassifier {
    private final ModelDescription description;
    private final ToDoubleFunction<Picture> judgement;

    public FakeClassifier(ModelDescription description, ToDoubleFunction<Picture> judgement) {
        this.description = description;
        this.judgement = judgement;
    }

    /** The share of pixels darker than half. */
    public static double darkness(Picture picture) {
        int dark = 0;
        for (byte value : picture.rgb()) {
            dark += (value & 0xff) < 128 ? 1 : 0;
        }
        return (double) dark / picture.rgb().length;
    }

    @Override
    public ModelDescription model() {
        return description;
    }

    @Override
    public double[] classify(List<Picture> tiles) {
        return tiles.stream().mapToDouble(judgement).toArray();
    }

    @Override
    public void close() {
        // nothing is held
    }
}

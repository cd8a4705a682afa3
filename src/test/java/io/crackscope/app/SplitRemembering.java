package io.crackscope.app;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.StoredModel;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;

/**
 * Writes into an existing model file what it was trained on, from the split that {@code train --split-out} kept; for
 * models of a program that did not do so itself:
 *
 * <pre>
 * mvn -q test-compile exec:exec@remember-split -Dremember.split=target/split.json -Dremember.model=models/cracknet.crackscope
 * </pre>
 *
 * <p>Nothing else in the file changes. Arguments: the split file, and the model file.
 */
public final class SplitRemembering {
    private SplitRemembering() {}

    public static void main(String[] arguments) {
        Path splitFile = Path.of(arguments[0]);
        Path modelFile = Path.of(arguments[1]);
        StoredModel model = ModelFile.read(modelFile);
        Split split = SplitFile.read(splitFile, ProgressListener.NONE, new Cancellation());
        int train = model.description().card().trainImages();
        int validation = model.description().card().validationImages();
        if (split.train().size() != train || split.validation().size() != validation) {
            throw new IllegalArgumentException(
                    modelFile + " was trained on " + train + " and validated on " + validation + " images, but "
                            + splitFile + " has " + split.train().size() + " and "
                            + split.validation().size() + ". Name the split of this model.");
        }
        SeenImages seen = SeenImages.of(
                split.train(), split.validation(), ImageLooks.reading(new ImageIoPhotoReader()), new Cancellation());
        ModelFile.write(modelFile, model.with(seen));
        System.out.println(modelFile + " remembers: " + seen);
    }
}

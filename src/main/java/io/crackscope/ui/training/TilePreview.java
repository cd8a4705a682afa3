package io.crackscope.ui.training;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.TileAugmenter;
import io.crackscope.learning.TileTensor;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how tiles of the training part are varied. For the executor that the runner delivers on. */
final class TilePreview {
    private static final Logger LOG = LoggerFactory.getLogger(TilePreview.class);

    /** Variants of each, the tile itself not counted. */
    static final int VARIANTS = 4;

    private static final int SIDE = 96;

    /** As in training: a little larger than what is seen, room for changes of scale. */
    private static final int KEPT_SIDE = 110;

    private static final long MOST_PIXELS = 4_000_000;

    private final JobRunner runner;
    private final PhotoReader photos;
    private final ReadOnlyObjectWrapper<List<List<Picture>>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Cancellation job;
    private int number;

    TilePreview(JobRunner runner, PhotoReader photos) {
        this.runner = runner;
        this.photos = photos;
    }

    /** A row a tile: the tile, then its variants. */
    ReadOnlyObjectProperty<List<List<Picture>>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Shows the training tiles of {@code data}; while a number of the augmentation is wrong the last preview stays. */
    void follow(DataForm.State data, Optional<Augmentation> augmentation, long seed) {
        switch (data) {
            case DataForm.State.Ready ready ->
                augmentation.ifPresent(varied -> show(ready.split().train(), varied, seed));
            case DataForm.State.Empty empty -> show(List.of(), Augmentation.NONE, 0);
            case DataForm.State.Unusable unusable -> show(List.of(), Augmentation.NONE, 0);
            case DataForm.State.Scanning scanning -> {}
        }
    }

    /** Varies the first tile of each class of {@code images} as {@code augmentation} says. */
    private void show(List<LabelledImage> images, Augmentation augmentation, long seed) {
        number++;
        if (job != null) {
            job.cancel();
        }
        if (images.isEmpty()) {
            rows.set(List.of());
            return;
        }
        int mine = number;
        List<LabelledImage> few = Arrays.stream(Label.values())
                .flatMap(label ->
                        images.stream().filter(image -> image.label() == label).limit(1))
                .toList()
                .reversed();
        job = runner.start(
                JobRunner.Lane.IO,
                (publish, cancellation) -> vary(few, augmentation, seed, cancellation),
                new JobRunner.Listener<Void, List<List<Picture>>>() {
                    @Override
                    public void done(List<List<Picture>> result) {
                        if (mine == number) {
                            rows.set(result);
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        LOG.error("no preview of variants", failure);
                        if (mine == number) {
                            rows.set(List.of());
                        }
                    }
                });
    }

    private List<List<Picture>> vary(
            List<LabelledImage> images, Augmentation augmentation, long seed, Cancellation cancellation) {
        TileAugmenter augmenter = new TileAugmenter(augmentation, seed);
        List<List<Picture>> made = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (photos.read(images.get(i).file(), MOST_PIXELS) instanceof PhotoReading.Decoded decoded) {
                Picture tile = TileTensor.fitted(decoded.picture(), KEPT_SIDE);
                List<Picture> row = new ArrayList<>();
                row.add(TileTensor.fitted(tile, SIDE));
                for (int epoch = 1; epoch <= VARIANTS; epoch++) {
                    cancellation.throwIfCancelled();
                    row.add(augmenter.vary(tile, SIDE, epoch, i));
                }
                made.add(row);
            }
        }
        return made;
    }
}

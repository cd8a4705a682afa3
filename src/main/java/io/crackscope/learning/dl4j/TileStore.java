package io.crackscope.learning.dl4j;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.TileTensor;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The decoded tiles of one part of a split. Decoded once and kept as bytes while they fit the budget; the rest is read
 * again whenever asked for. Safe from several threads once loaded.
 */
final class TileStore {
    /** Tiles much larger than the network's input are kept at this multiple of it: room for changes of scale. */
    private static final double KEPT_SCALE = 1.15;

    /** One of so many may become unreadable while training goes on. */
    private static final int IMAGES_A_LOSS = 100;

    private static final int MOST_TILE_PIXELS = 4_000_000;

    private final PhotoReader reader;
    private final int keptSide;
    private final boolean exact;
    private final Consumer<TrainingEvent.Skipped> skipped;
    private final List<TrainingEvent.Skipped> toTell = new ArrayList<>();
    private final List<LabelledImage> images = new ArrayList<>();
    private final List<@Nullable Picture> kept = new ArrayList<>();
    private int lost;

    private TileStore(PhotoReader reader, int keptSide, boolean exact, Consumer<TrainingEvent.Skipped> skipped) {
        this.reader = reader;
        this.keptSide = keptSide;
        this.exact = exact;
        this.skipped = skipped;
    }

    /**
     * Reads all images once; those that cannot be read are left out and told to {@code skipped}, as is, by {@link #tellLost},
     * what cannot be read a second time.
     *
     * @param inputSize side of the network's input
     * @param exact keep exactly that size (nothing will be varied)
     * @param budget bytes of decoded tiles to keep
     */
    static TileStore load(
            List<LabelledImage> images,
            PhotoReader reader,
            int inputSize,
            boolean exact,
            long budget,
            Consumer<TrainingEvent.Skipped> skipped,
            ProgressListener progress,
            Cancellation cancellation) {
        int keptSide = exact ? inputSize : (int) Math.round(inputSize * KEPT_SCALE);
        TileStore store = new TileStore(reader, keptSide, exact, skipped);
        long used = 0;
        int done = 0;
        for (LabelledImage image : images) {
            cancellation.throwIfCancelled();
            switch (reader.read(image.file(), MOST_TILE_PIXELS)) {
                case PhotoReading.Refused refused ->
                    skipped.accept(new TrainingEvent.Skipped(image.file(), refused.refusal()));
                case PhotoReading.Decoded decoded -> {
                    Picture picture = store.fitted(decoded.picture());
                    used += picture.rgb().length;
                    store.images.add(image);
                    store.kept.add(used <= budget ? picture : null);
                }
            }
            done++;
            progress.progress(done, images.size());
        }
        return store;
    }

    /** Tiles that need not be read: {@code pictures} of {@code images}, in order. */
    static TileStore of(List<LabelledImage> images, List<Picture> pictures) {
        TileStore store = new TileStore(
                (file, most) -> new PhotoReading.Refused(new Refusal(Refusal.Kind.MISSING, "")), 1, true, e -> {});
        store.images.addAll(images);
        store.kept.addAll(pictures);
        return store;
    }

    private Picture fitted(Picture picture) {
        return exact || Math.min(picture.width(), picture.height()) > keptSide
                ? TileTensor.fitted(picture, keptSide)
                : picture;
    }

    int size() {
        return images.size();
    }

    LabelledImage image(int index) {
        return images.get(index);
    }

    /** By a label's ordinal, what each of its images counts if both labels are to count alike; 1 where one has no image. */
    double[] labelWeights() {
        int[] counts = new int[2];
        for (LabelledImage image : images) {
            counts[image.label().ordinal()]++;
        }
        if (counts[0] == 0 || counts[1] == 0) {
            return new double[] {1, 1};
        }
        return new double[] {size() / (2.0 * counts[0]), size() / (2.0 * counts[1])};
    }

    Picture picture(int index) {
        Picture picture = kept.get(index);
        if (picture != null) {
            return picture;
        }
        return switch (reader.read(images.get(index).file(), MOST_TILE_PIXELS)) {
            case PhotoReading.Decoded decoded -> fitted(decoded.picture());
            case PhotoReading.Refused refused -> standIn(index, refused.refusal());
        };
    }

    /**
     * From now on the next image of the same label stands in for one that could be read a while ago: the steps of an epoch
     * stay as many. Of more than a few the disk is gone, and going on would train on something else.
     */
    private synchronized Picture standIn(int index, Refusal refusal) {
        Picture known = kept.get(index);
        if (known != null) {
            return known;
        }
        lost++;
        if (lost > Math.max(1, size() / IMAGES_A_LOSS)) {
            throw new LostTileException(image(index).file(), refusal);
        }
        toTell.add(new TrainingEvent.Skipped(image(index).file(), refusal));
        int next = (index + 1) % size();
        while (image(next).label() != image(index).label()) {
            next = (next + 1) % size();
        }
        Picture other = picture(next);
        kept.set(index, other);
        return other;
    }

    /** Tells those that could not be read any more since this was called last. */
    synchronized void tellLost() {
        toTell.forEach(skipped);
        toTell.clear();
    }
}

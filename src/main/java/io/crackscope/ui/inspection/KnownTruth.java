package io.crackscope.ui.inspection;

import io.crackscope.dataset.FolderTruth;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.SeenImages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up on the IO lane what folders say of photos, and whether the model was made with them. */
final class KnownTruth {
    private static final Logger LOG = LoggerFactory.getLogger(KnownTruth.class);

    /** A look at a large photo takes a tenth of a second; so long the others of the lane wait. */
    private static final long SLICE_NANOS = 100_000_000;

    private final EngineSource source;
    private final FolderTruth folders = new FolderTruth();
    private final ImageLooks looks = ImageLooks.reading(new ImageIoPhotoReader());
    private @Nullable Optional<SeenImages> memory;

    KnownTruth(EngineSource source) {
        this.source = source;
    }

    /**
     * What was found out about a photo.
     *
     * @param byFolder what its class folder says
     * @param seen looked up only where it is of use: for photos of known truth
     */
    record Found(Path file, Optional<Label> byFolder, Optional<Seen> seen) {}

    /** A photo to look up; whether a person said what it shows. */
    record Asked(Path file, boolean isReviewed) {}

    /** Looks up the first of {@code photos}, at least one, as many as a moment allows. */
    List<Found> lookUp(List<Asked> photos, Cancellation cancellation) {
        long end = System.nanoTime() + SLICE_NANOS;
        List<Found> found = new ArrayList<>();
        for (Asked photo : photos) {
            cancellation.throwIfCancelled();
            Optional<Label> byFolder = folders.of(photo.file());
            boolean isKnown = byFolder.isPresent() || photo.isReviewed();
            found.add(new Found(photo.file(), byFolder, isKnown ? Optional.of(seen(photo.file())) : Optional.empty()));
            if (System.nanoTime() - end >= 0) {
                break;
            }
        }
        return found;
    }

    private Seen seen(Path file) {
        Optional<SeenImages> remembered = memory();
        if (remembered.isEmpty()) {
            return Seen.UNKNOWN;
        }
        try {
            String digest = Digests.sha256(Files.readAllBytes(file));
            // neither label nor group takes part in what is asked
            LabelledImage image = new LabelledImage(file, Label.NO_CRACK, "", digest);
            return switch (remembered.get().relationOf(image, looks)) {
                case TRAINED, VALIDATED, NEAR_DUPLICATE -> Seen.IN_TRAINING;
                case SAME_GROUP, NEW -> Seen.NEW;
            };
        } catch (IOException e) {
            LOG.warn("cannot tell whether the model was trained on {}", file, e);
            return Seen.UNKNOWN;
        }
    }

    private Optional<SeenImages> memory() {
        if (memory == null) {
            try {
                memory = source.memory();
            } catch (Exception e) {
                LOG.warn("the model's memory of its training images cannot be read", e);
                memory = Optional.empty();
            }
        }
        return memory;
    }
}

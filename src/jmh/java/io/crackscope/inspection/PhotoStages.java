package io.crackscope.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;

/**
 * The stages of a photo's inspection one after the other, so that each can be timed. In this package because that is
 * where they are reached.
 */
public final class PhotoStages {
    private static final long MOST_PIXELS = 120_000_000;

    private final ImageIoPhotoReader reader = new ImageIoPhotoReader();
    private final CrackClassifier classifier;
    private final CrackMapper mapper;

    /** Judges with {@code classifier}, which the caller closes. */
    public PhotoStages(CrackClassifier classifier) {
        this.classifier = classifier;
        mapper = new CrackMapper(classifier);
    }

    /** Seconds of each stage, and the pixels of the photo. */
    public record Stages(double decode, double scan, double link, long pixels) {}

    /** Goes through all stages of {@code file}. */
    public Stages run(Path file) {
        long start = System.nanoTime();
        if (!(reader.read(file, MOST_PIXELS) instanceof PhotoReading.Decoded photo)) {
            throw new IllegalStateException("cannot be read: " + file.getFileName());
        }
        long decoded = System.nanoTime();
        int width = photo.facts().width();
        int height = photo.facts().height();
        CrackMap map = mapper.map(photo.picture(), width, height, photo.subsampling(), new Cancellation());
        long scanned = System.nanoTime();
        EvidenceLinker linker = new EvidenceLinker(
                map, classifier.model().photoCalibration(), classifier.model().tileThreshold());
        linker.photoProbability();
        linker.evidence(classifier.model().thresholds().uncertainFrom());
        long linked = System.nanoTime();
        return new Stages(
                (decoded - start) / 1e9, (scanned - decoded) / 1e9, (linked - scanned) / 1e9, (long) width * height);
    }
}

package io.crackscope.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Inspects photos by overlapping tiles and the evidence they form together. One thread at a time. */
public final class TiledPhotoInspector implements PhotoInspector {
    /** Photos above this are read at half, a third ... of their size, so that memory stays bounded. */
    private static final long MOST_PIXELS = 120_000_000;

    private final PhotoReader reader;
    private final CrackMapper mapper;
    private final ModelDescription model;

    /** Judges with {@code classifier}, which the caller closes. */
    public TiledPhotoInspector(PhotoReader reader, CrackClassifier classifier) {
        this.reader = reader;
        this.mapper = new CrackMapper(classifier);
        this.model = classifier.model();
    }

    @Override
    public InspectionOutcome inspect(Path file, Cancellation cancellation) {
        return judge(file, PhotosAhead.Read.of(reader, file, MOST_PIXELS), cancellation);
    }

    /** The next photo is read while one is judged. */
    @Override
    public void inspectAll(List<Path> files, Consumer<InspectionOutcome> outcomes, Cancellation cancellation) {
        if (files.size() < 2) {
            PhotoInspector.super.inspectAll(files, outcomes, cancellation);
            return;
        }
        try (PhotosAhead photos = new PhotosAhead(reader, files, MOST_PIXELS)) {
            for (Path file : files) {
                if (cancellation.isCancelled()) {
                    return;
                }
                outcomes.accept(judge(file, photos.next(), cancellation));
            }
        } catch (CancellationException e) {
            // what was judged has been handed over
        }
    }

    private InspectionOutcome judge(Path file, PhotosAhead.Read read, Cancellation cancellation) {
        long start = System.nanoTime();
        return switch (read.reading()) {
            case PhotoReading.Refused refused -> new InspectionOutcome.Refused(file, refused.refusal());
            case PhotoReading.Decoded photo -> {
                CrackMap map = mapper.map(
                        photo.picture(),
                        photo.facts().width(),
                        photo.facts().height(),
                        photo.subsampling(),
                        cancellation);
                EvidenceLinker linker = new EvidenceLinker(map, model.photoCalibration(), model.tileThreshold());
                double probability = linker.photoProbability();
                yield new InspectionOutcome.Inspected(
                        file,
                        photo.facts(),
                        model.thresholds().verdict(probability),
                        probability,
                        map,
                        linker.evidence(model.thresholds().uncertainFrom()),
                        (read.nanos() + System.nanoTime() - start) / 1_000_000);
            }
        };
    }
}

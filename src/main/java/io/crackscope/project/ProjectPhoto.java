package io.crackscope.project;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Review;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A photo as the project holds it at one moment.
 *
 * @param id names it
 * @param file where it lies, absolute; whether it is there is not looked at
 * @param bytes size of the file when it was added
 * @param sha256 of the file when it was first inspected, 64 lower-case hex digits; empty before
 * @param facts size and EXIF facts; empty before it was inspected
 * @param removed whether a person took it out of the project; what is known of it is kept
 * @param review what a person said of it
 * @param draft a note that is being typed and not yet committed
 * @param scale size of its pixels
 * @param latest the newest answer of a model
 * @param answers how many answers there are
 */
public record ProjectPhoto(
        PhotoId id,
        Path file,
        long bytes,
        Optional<String> sha256,
        Optional<PhotoFacts> facts,
        boolean removed,
        Optional<Review> review,
        Optional<String> draft,
        Optional<PhotoScale> scale,
        Optional<StoredAnswer> latest,
        int answers) {
    /** The file's name. */
    public String name() {
        return file.getFileName().toString();
    }
}

package io.crackscope.imaging;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;

/** The outcome of reading a photo file. */
public sealed interface PhotoReading {
    /**
     * The photo was read.
     *
     * @param picture its pixels, oriented, possibly at reduced size
     * @param facts its full size and EXIF facts
     * @param subsampling how many pixels of the file one pixel of {@code picture} stands for on each side; 1 at full
     *     size
     */
    record Decoded(Picture picture, PhotoFacts facts, int subsampling) implements PhotoReading {}

    /** The file is not used, and why. */
    record Refused(Refusal refusal) implements PhotoReading {}
}

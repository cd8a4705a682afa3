package io.crackscope.imaging;

import io.crackscope.domain.Refusal;

/** Unwinds the reading of one photo to {@link ImageIoPhotoReader}, which returns the refusal; stays in this package. */
final class RefusedPhoto extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedPhoto(Refusal.Kind kind, String detail) {
        super(kind + ": " + detail, null, false, false);
        this.refusal = new Refusal(kind, detail);
    }

    Refusal refusal() {
        return refusal;
    }
}

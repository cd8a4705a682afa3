package io.crackscope.reporting;

import io.crackscope.evaluation.JudgedPhoto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Photos with their verdicts and what they show as comma-separated values, in the words of all files here. */
public final class JudgedPhotosCsv {
    private JudgedPhotosCsv() {}

    /** A header and one row a photo, as {@link CsvRows} writes them. */
    public static byte[] of(List<JudgedPhoto> photos) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvRows rows = new CsvRows(bytes);
        try {
            rows.row("path", "truth", "source", "probability", "verdict", "seen");
            for (JudgedPhoto photo : photos) {
                rows.row(
                        photo.file(),
                        photo.truth().map(truth -> truth.label().word()).orElse(""),
                        photo.truth().map(truth -> truth.source().word()).orElse(""),
                        photo.probability(),
                        photo.verdict().word(),
                        photo.seen().word());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}

package io.crackscope.reporting;

import io.crackscope.reporting.FindingPictures.Outcome;
import io.crackscope.work.AtomicFile;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the findings of a report as pictures: each photo with its crack map, numbers of the evidence and scale bar. */
public final class AnnotatedPhotos {
    private static final int LONG_SIDE = 2400;
    private static final double QUALITY = 0.9;

    private AnnotatedPhotos() {}

    /**
     * Writes {@code 007-IMG_2041.jpg} and the like into {@code folder}, which exists; those of an earlier report of the
     * same numbers are replaced.
     *
     * @param language of what is written into the pictures
     * @return how many were written; a photo that can no longer be read is left out
     * @throws IOException if one cannot be written; no further one is then tried
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static int write(
            List<Finding> findings,
            FindingPictures pictures,
            Path folder,
            Locale language,
            ProgressListener progress,
            Cancellation cancellation)
            throws IOException {
        FindingPictures.Wanted wanted = new FindingPictures.Wanted(LONG_SIDE, LONG_SIDE, 0, false, QUALITY, language);
        int written = 0;
        for (int i = 0; i < findings.size(); i++) {
            cancellation.throwIfCancelled();
            if (pictures.of(findings.get(i), wanted) instanceof Outcome.Made(FindingPictures.Shown shown)) {
                Optional<JpegFile> picture = shown.map().or(shown::photo);
                if (picture.isPresent()) {
                    AtomicFile.write(
                            folder.resolve(name(findings.get(i))), picture.get().bytes());
                    written++;
                }
            }
            progress.progress(i + 1, findings.size());
        }
        return written;
    }

    static String name(Finding finding) {
        String name = finding.photo().name();
        int dot = name.lastIndexOf('.');
        return String.format(Locale.ROOT, "%03d-%s.jpg", finding.number(), dot > 0 ? name.substring(0, dot) : name);
    }
}

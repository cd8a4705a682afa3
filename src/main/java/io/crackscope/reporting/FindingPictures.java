package io.crackscope.reporting;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.ScaleBar;
import io.crackscope.domain.TileScore;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.inspection.CrackOverlay;
import io.crackscope.project.ProjectPhoto;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the pictures of findings from their files, one file in memory at a time. Any one thread at a time. */
public final class FindingPictures implements PictureSource, AutoCloseable {
    /** Evidence that is numbered in the crack map and listed. */
    static final int NUMBERED = 10;

    private static final long UNKNOWN_PIXELS = 4_000_000;
    private static final double LEAST_QUALITY = 0.1;

    private final PhotoReader reader;
    private final Function<ProjectPhoto, Optional<CrackFindings>> findings;
    private final PictureMarks marks = new PictureMarks();
    private final Map<Dimension, JpegFile> greys = new HashMap<>();

    /**
     * @param reader of the photo files
     * @param findings where in a photo its newest answer sees cracks
     */
    public FindingPictures(PhotoReader reader, Function<ProjectPhoto, Optional<CrackFindings>> findings) {
        this.reader = reader;
        this.findings = findings;
    }

    /**
     * What pictures are wanted.
     *
     * @param width most pixels of the photo and the crack map across
     * @param height most pixels of them down
     * @param closeUp pixels of one or two close-ups across, more of them share these; 0 for no close-ups
     * @param plain whether the photo is wanted beside its crack map
     * @param quality of the JPEG files in (0,1]
     * @param language of what is written into them
     */
    record Wanted(int width, int height, int closeUp, boolean plain, double quality, Locale language) {}

    /**
     * The pictures of a finding.
     *
     * @param photo with frames of the close-ups and a scale bar; empty where none is wanted
     * @param map the photo with its crack map; empty where the model has not judged it
     * @param closeUps parts of the photo
     * @param bar what the scale bar in the photo stands for
     */
    record Shown(Optional<JpegFile> photo, Optional<JpegFile> map, List<Detail> closeUps, Optional<ScaleBar> bar) {}

    /** A close-up and its picture. */
    record Detail(CloseUp closeUp, JpegFile jpeg) {}

    /** Either pictures, or why there are none. */
    sealed interface Outcome {
        /** The file was read. */
        record Made(Shown shown) implements Outcome {}

        /** The file cannot be read, or not any more. */
        record Missing(Refusal refusal) implements Outcome {}
    }

    @Override
    public Outcome of(Finding finding, Wanted wanted) {
        List<CloseUp> closeUps = wanted.closeUp() == 0
                ? List.of()
                : finding.photo()
                        .facts()
                        .map(facts -> CloseUp.of(finding.evidence(), facts))
                        .orElse(List.of());
        long pixels = finding.photo()
                .facts()
                .map(facts -> pixels(facts, closeUps, wanted))
                .orElse(UNKNOWN_PIXELS);
        return switch (reader.read(finding.photo().file(), pixels)) {
            case PhotoReading.Refused refused -> new Outcome.Missing(refused.refusal());
            case PhotoReading.Decoded decoded -> new Outcome.Made(shown(finding, decoded, closeUps, wanted));
        };
    }

    /**
     * Grey pictures of the sizes of those that {@link #of} would make, in no time, for pages of which nobody sees the
     * pictures.
     */
    Outcome grey(Finding finding, Wanted wanted) {
        Optional<PhotoFacts> facts = finding.photo().facts();
        if (facts.isEmpty() || reader.pixels(finding.photo().file(), 1) == 0) {
            return of(finding, wanted);
        }
        PhotoFacts known = facts.get();
        double scale = Math.min(
                1, Math.min(wanted.width() / (double) known.width(), wanted.height() / (double) known.height()));
        JpegFile whole = grey((int) Math.round(scale * known.width()), (int) Math.round(scale * known.height()));
        List<Detail> details = new ArrayList<>();
        if (wanted.closeUp() > 0) {
            List<CloseUp> closeUps = CloseUp.of(finding.evidence(), known);
            int across = across(closeUps, wanted);
            for (CloseUp closeUp : closeUps) {
                details.add(new Detail(closeUp, grey(across, (int) Math.ceil(across * CloseUp.SHAPE))));
            }
        }
        Optional<JpegFile> map = finding.judged().map(answer -> whole);
        Optional<JpegFile> photo = wanted.plain() || map.isEmpty() ? Optional.of(whole) : Optional.empty();
        Optional<ScaleBar> bar = finding.photo().scale().map(size -> ScaleBar.of(size, known.width()));
        return new Outcome.Made(new Shown(photo, map, details, bar));
    }

    private JpegFile grey(int width, int height) {
        return greys.computeIfAbsent(new Dimension(Math.max(1, width), Math.max(1, height)), size -> {
            BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(Color.LIGHT_GRAY);
            graphics.fillRect(0, 0, size.width, size.height);
            graphics.dispose();
            return JpegFile.of(image, LEAST_QUALITY);
        });
    }

    /** As few as still show the pictures and the close-ups sharply. */
    private static long pixels(PhotoFacts facts, List<CloseUp> closeUps, Wanted wanted) {
        double factor = Math.max(facts.width() / (double) wanted.width(), facts.height() / (double) wanted.height());
        for (CloseUp closeUp : closeUps) {
            factor = Math.min(factor, closeUp.width() / (double) across(closeUps, wanted));
        }
        int whole = Math.max(1, (int) factor);
        return (long) Math.ceilDiv(facts.width(), whole) * Math.ceilDiv(facts.height(), whole);
    }

    private static int across(List<CloseUp> closeUps, Wanted wanted) {
        return Math.max(1, 2 * wanted.closeUp() / Math.max(2, closeUps.size()));
    }

    private Shown shown(Finding finding, PhotoReading.Decoded decoded, List<CloseUp> closeUps, Wanted wanted) {
        PhotoFacts facts = decoded.facts();
        // a file that was replaced by one of another size: what was marked and measured in the old one is not
        // in the new one
        boolean isTheSame = finding.photo()
                .facts()
                .map(known -> known.width() == facts.width() && known.height() == facts.height())
                .orElse(false);
        List<Detail> details = new ArrayList<>();
        if (isTheSame) {
            for (CloseUp closeUp : closeUps) {
                details.add(new Detail(closeUp, detail(decoded, closeUp, across(closeUps, wanted), wanted)));
            }
        }
        Optional<ScaleBar> bar =
                isTheSame ? finding.photo().scale().map(scale -> ScaleBar.of(scale, facts.width())) : Optional.empty();
        Picture small = Pictures.thumbnail(decoded.picture(), wanted.width(), wanted.height());
        Optional<ScaleBar> onMap = wanted.plain() ? Optional.empty() : bar;
        Optional<JpegFile> map = isTheSame ? map(finding, small, onMap, wanted) : Optional.empty();
        Optional<JpegFile> photo = Optional.empty();
        if (wanted.plain() || map.isEmpty()) {
            BufferedImage image = Pictures.toBufferedImage(small);
            marks.frames(image, isTheSame ? closeUps : List.of(), facts);
            bar.ifPresent(known -> marks.scaleBar(image, known, wanted.language()));
            photo = Optional.of(JpegFile.of(image, wanted.quality()));
        }
        return new Shown(photo, map, details, bar);
    }

    private static JpegFile detail(PhotoReading.Decoded decoded, CloseUp closeUp, int across, Wanted wanted) {
        double scale = decoded.picture().width() / (double) decoded.facts().width();
        int x = (int) (closeUp.x() * scale);
        int y = (int) (closeUp.y() * scale);
        int width = Math.clamp(
                Math.round(closeUp.width() * scale), 1, decoded.picture().width() - x);
        int height = Math.clamp(
                Math.round(closeUp.height() * scale), 1, decoded.picture().height() - y);
        Picture region = decoded.picture().region(x, y, width, height);
        Picture small = Pictures.thumbnail(region, across, (int) Math.ceil(across * CloseUp.SHAPE));
        return JpegFile.of(Pictures.toBufferedImage(small), wanted.quality());
    }

    private Optional<JpegFile> map(Finding finding, Picture small, Optional<ScaleBar> bar, Wanted wanted) {
        Optional<CrackFindings> found = findings.apply(finding.photo());
        return found.map(known -> {
            BufferedImage image = overlay(finding, small, known.map());
            marks.numbers(image, finding.evidence(), NUMBERED, known.map().photoWidth());
            bar.ifPresent(scale -> marks.scaleBar(image, scale, wanted.language()));
            return JpegFile.of(image, wanted.quality());
        });
    }

    private static BufferedImage overlay(Finding finding, Picture small, CrackMap map) {
        List<Evidence> evidence = finding.evidence();
        // evidence holds tiles that speak by themselves: heat begins where they do, and a clean photo looks clean
        double from = evidence.stream()
                .flatMap(piece -> piece.tiles().stream())
                .mapToDouble(TileScore::probability)
                .min()
                .orElse(1);
        return CrackOverlay.draw(small, map, evidence, from, Math.max(small.width(), small.height()));
    }

    @Override
    public void close() {
        marks.close();
    }
}

package io.crackscope.cli;

import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.inspection.CrackOverlay;
import io.crackscope.inspection.InspectionOutcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes each photo with its crack map over it, at most 2,400 pixels long, as {@code <name>-cracks-<8 hex digits>.jpg}.
 * The digits come from the photo's whole path: photos of one name from two folders do not meet, a second run replaces
 * its own pictures and nothing else.
 */
final class OverlayFolder {
    private static final int LONG_SIDE = 2400;
    private static final float QUALITY = 0.92f;
    private static final Pattern OURS = Pattern.compile(".*-cracks-[0-9a-f]{8}\\.jpg");

    private final Path folder;
    private final PhotoReader reader;
    private final double from;

    /** Draws into {@code folder}, which exists, heat for probabilities from {@code from}. */
    OverlayFolder(Path folder, PhotoReader reader, double from) {
        this.folder = folder;
        this.reader = reader;
        this.from = from;
    }

    /** Whether {@code photo} is a picture that an earlier run has drawn into {@code folder}. */
    static boolean isOurs(Path photo, Path folder) {
        return OURS.matcher(photo.getFileName().toString()).matches()
                && photo.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
    }

    /** Draws one photo; the file written, or null where the photo can no longer be read. Any thread. */
    @Nullable
    Path draw(InspectionOutcome.Inspected inspected) throws IOException {
        int width = inspected.facts().width();
        int height = inspected.facts().height();
        int factor = Math.max(1, Math.max(width, height) / LONG_SIDE);
        long pixels = (long) Math.ceilDiv(width, factor) * Math.ceilDiv(height, factor);
        if (!(reader.read(inspected.file(), pixels) instanceof PhotoReading.Decoded decoded)) {
            return null;
        }
        BufferedImage image = CrackOverlay.draw(
                decoded.picture(), inspected.map(), inspected.evidence(), from, LONG_SIDE);
        Path target = folder.resolve(name(inspected.file()));
        OutputFile.write(target, jpeg(image));
        return target;
    }

    static String name(Path photo) {
        String name = photo.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String whole = photo.toAbsolutePath().normalize().toString();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return (dot > 0 ? name.substring(0, dot) : name) + "-cracks-" + HexFormat.of().formatHex(digest, 0, 4) + ".jpg";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

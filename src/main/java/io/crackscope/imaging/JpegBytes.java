package io.crackscope.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as baseline JPEG in memory, written and read back by ourselves; photos are read by {@link ImageIoPhotoReader}. */
public final class JpegBytes {
    private JpegBytes() {}

    /** {@code picture} as JPEG of {@code quality} in [0,1]. */
    public static byte[] of(Picture picture, float quality) {
        ImageWriter writer = writer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(Pictures.toBufferedImage(picture), null, null), how);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The JDK's own writer: which one comes first depends on the plugins present, and so would the bytes. */
    private static ImageWriter writer() {
        var spis = IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
        while (spis.hasNext()) {
            ImageWriterSpi spi = spis.next();
            if (spi.getClass().getName().startsWith("com.sun.imageio.plugins.jpeg.")) {
                try {
                    return spi.createWriterInstance();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return ImageIO.getImageWritersByFormatName("jpeg").next();
    }
    /** The picture that {@link #of} made {@code jpeg} from; empty if it is damaged. */
    public static Optional<Picture> read(byte[] jpeg) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            return Optional.ofNullable(image).map(Pictures::ofBufferedImage);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package io.crackscope.samples;

import io.crackscope.imaging.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures as baseline JPEG. */
final class JpegFile {
    private JpegFile() {}

    /** @param quality 0 to 1, as ImageIO counts it */
    static byte[] encode(Picture picture, float quality) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] rgb = picture.rgb();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
        }
        ImageWriter writer = writer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
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
}

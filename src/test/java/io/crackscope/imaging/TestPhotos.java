package io.crackscope.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes pictures and files of pictures for tests. */
public final class TestPhotos {
    private TestPhotos() {}

    /** Four flat quarters: red, green above; blue, yellow below. */
    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xff000000 | quarter(2 * x / width, 2 * y / height));
            }
        }
        return image;
    }

    static int quarter(int right, int below) {
        return below == 0 ? (right == 0 ? 0xff0000 : 0x00ff00) : (right == 0 ? 0x0000ff : 0xffff00);
    }

    /** Soft blobs of grey, another picture for each seed. */
    public static BufferedImage concrete(int width, int height, long seed) {
        Random random = new Random(seed);
        byte[] cells = new byte[3 * 8 * 8];
        for (int i = 0; i < 64; i++) {
            byte grey = (byte) (90 + random.nextInt(100));
            cells[3 * i] = grey;
            cells[3 * i + 1] = grey;
            cells[3 * i + 2] = grey;
        }
        return Pictures.toBufferedImage(Pictures.resize(new Picture(8, 8, cells), width, height));
    }

    /** {@code image} as a file of {@code format}. */
    public static byte[] file(BufferedImage image, String format) {
        return file(image, format, false);
    }

    static byte[] file(BufferedImage image, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format)
                .next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        if (format.equals("jpeg")) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.95f);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] pages(BufferedImage... pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A 16-bit RGB image whose samples are {@code quarters} times 257. */
    static BufferedImage sixteenBit(int width, int height) {
        BufferedImage image = ImageTypeSpecifier.createInterleaved(
                        java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB),
                        new int[] {0, 1, 2},
                        DataBuffer.TYPE_USHORT,
                        false,
                        false)
                .createBufferedImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = quarter(2 * x / width, 2 * y / height);
                image.getRaster().setPixel(x, y, new int[] {
                    257 * (rgb >> 16), 257 * (rgb >> 8 & 0xff), 257 * (rgb & 0xff)
                });
            }
        }
        return image;
    }

    /** {@code jpeg} with an APP1 segment: orientation, maker, model, date and a place at 48.5 N, 9.25 W. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + exif.length + 10)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer b = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
        b.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        b.putShort((short) 5);
        ascii(b, 0x010f, "Canon", 200);
        ascii(b, 0x0110, "Canon EOS R5", 210);
        entry(b, 0x0112, 3, 1, orientation << 16);
        entry(b, 0x8769, 4, 1, 80);
        entry(b, 0x8825, 4, 1, 110);
        b.position(80).putShort((short) 1);
        ascii(b, 0x9003, "2024:05:17 14:03:09", 230);
        b.position(110).putShort((short) 4);
        entry(b, 1, 2, 2, 'N' << 24);
        entry(b, 2, 5, 3, 260);
        entry(b, 3, 2, 2, 'W' << 24);
        entry(b, 4, 5, 3, 290);
        b.position(260);
        degrees(b, 48, 30);
        b.position(290);
        degrees(b, 9, 15);
        return b.array();
    }

    private static void degrees(ByteBuffer b, int degrees, int minutes) {
        b.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(0).putInt(1);
    }

    private static void ascii(ByteBuffer b, int tag, String text, int at) {
        entry(b, tag, 2, text.length() + 1, at);
        b.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}

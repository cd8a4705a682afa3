package io.crackscope.learning;

import io.crackscope.imaging.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Varies training tiles. The same seed, epoch and tile give the same variant on every machine and in every order, so that
 * a resumed run sees what an uninterrupted one would have seen. Stateless, safe from any thread.
 */
public final class TileAugmenter {
    private final Augmentation augmentation;
    private final long seed;

    /** Varies within {@code augmentation}, drawing from {@code seed}. */
    public TileAugmenter(Augmentation augmentation, long seed) {
        this.augmentation = augmentation;
        this.seed = seed;
    }

    /**
     * The variant of {@code source} for this epoch: {@code size x size} pixels. At scale 1 the whole of a square source
     * is seen; enlarged, a random part of it; reduced, its mirrored surroundings too.
     *
     * @param tile index of the tile in the training part
     */
    public Picture vary(Picture source, int size, int epoch, int tile) {
        SplittableRandom random = new SplittableRandom(mix(seed, epoch, tile));
        double spread = Math.log(augmentation.scale());
        double zoom = Math.exp(spread == 0 ? 0 : random.nextDouble(-spread, spread))
                * size
                / Math.min(source.width(), source.height());
        int turn = augmentation.flips() ? random.nextInt(8) : 0;
        byte[] rgb = sample(source, size, zoom, turn, random);
        if (augmentation.light() > 0) {
            light(rgb, random);
        }
        if (random.nextDouble() < augmentation.grey()) {
            grey(rgb);
        }
        if (random.nextDouble() < augmentation.blur()) {
            rgb = blur(rgb, size, random.nextDouble(0.4, 1.0));
        }
        if (random.nextDouble() < augmentation.noise()) {
            noise(rgb, random.nextDouble(1, 8), random);
        }
        if (random.nextDouble() < augmentation.jpeg()) {
            rgb = jpegNoise(rgb, size, random.nextInt(40, 91));
        }
        return new Picture(size, size, rgb);
    }

    private static long mix(long seed, int epoch, int tile) {
        return seed * 0x9E3779B97F4A7C15L + epoch * 0xC2B2AE3D27D4EB4FL + tile * 0x165667B19E3779F9L;
    }

    private static byte[] sample(Picture source, int size, double zoom, int turn, SplittableRandom random) {
        double visible = size / zoom;
        double left = random.nextDouble() * (source.width() - visible);
        double top = random.nextDouble() * (source.height() - visible);
        int[] low = new int[2 * size];
        int[] high = new int[2 * size];
        int[] share = new int[2 * size];
        positions(source.width(), left, zoom, size, low, high, share, 0);
        positions(source.height(), top, zoom, size, low, high, share, size);
        byte[] in = source.rgb();
        byte[] out = new byte[3 * size * size];
        boolean swap = (turn & 1) != 0;
        boolean flipX = (turn & 2) != 0;
        boolean flipY = (turn & 4) != 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int u = swap ? y : x;
                int v = swap ? x : y;
                u = flipX ? size - 1 - u : u;
                v = size + (flipY ? size - 1 - v : v);
                int shareX = share[u];
                int shareY = share[v];
                int rowLow = low[v] * source.width();
                int rowHigh = high[v] * source.width();
                int a = 3 * (rowLow + low[u]);
                int b = 3 * (rowLow + high[u]);
                int c = 3 * (rowHigh + low[u]);
                int d = 3 * (rowHigh + high[u]);
                int at = 3 * (y * size + x);
                for (int k = 0; k < 3; k++) {
                    int upper = (in[a + k] & 0xff) * (256 - shareX) + (in[b + k] & 0xff) * shareX;
                    int lower = (in[c + k] & 0xff) * (256 - shareX) + (in[d + k] & 0xff) * shareX;
                    out[at + k] = (byte) ((upper * (256 - shareY) + lower * shareY + (1 << 15)) >> 16);
                }
            }
        }
        return out;
    }

    /** For each output position the two neighbours in the source, mirrored at its ends, and the share of the second. */
    private static void positions(
            int side, double from, double zoom, int size, int[] low, int[] high, int[] share, int at) {
        for (int i = 0; i < size; i++) {
            double position = from + (i + 0.5) / zoom - 0.5;
            int floor = (int) Math.floor(position);
            low[at + i] = mirrored(floor, side);
            high[at + i] = mirrored(floor + 1, side);
            share[at + i] = (int) Math.round((position - floor) * 256);
        }
    }

    private static int mirrored(int position, int side) {
        int period = Math.floorMod(position, 2 * side);
        return period < side ? period : 2 * side - 1 - period;
    }

    private void light(byte[] rgb, SplittableRandom random) {
        double light = augmentation.light();
        double contrast = 1 + random.nextDouble(-light, light);
        double brightness = 128 * random.nextDouble(-light, light);
        for (int k = 0; k < 3; k++) {
            double gain = 1 + random.nextDouble(-light, light) / 3;
            byte[] table = new byte[256];
            for (int v = 0; v < 256; v++) {
                double value = ((v - 128) * contrast + 128 + brightness) * gain;
                table[v] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
            for (int i = k; i < rgb.length; i += 3) {
                rgb[i] = table[rgb[i] & 0xff];
            }
        }
    }

    /** Weights of ITU-R BT.601, in 256ths. */
    private static void grey(byte[] rgb) {
        for (int i = 0; i < rgb.length; i += 3) {
            int luma = (77 * (rgb[i] & 0xff) + 150 * (rgb[i + 1] & 0xff) + 29 * (rgb[i + 2] & 0xff)) >> 8;
            rgb[i] = (byte) luma;
            rgb[i + 1] = (byte) luma;
            rgb[i + 2] = (byte) luma;
        }
    }

    /** Adds the sum of four bytes of each random number, close to Gaussian; far cheaper than drawing each value. */
    private static void noise(byte[] rgb, double deviation, SplittableRandom random) {
        // a byte has standard deviation 73.9, the sum of four of them twice as much
        int factor = (int) Math.round(deviation / 147.8 * 65536);
        for (int i = 0; i < rgb.length; i += 2) {
            long bits = random.nextLong();
            rgb[i] = noisy(rgb[i], sum(bits), factor);
            if (i + 1 < rgb.length) {
                rgb[i + 1] = noisy(rgb[i + 1], sum(bits >>> 32), factor);
            }
        }
    }

    private static int sum(long bits) {
        return (int) ((bits & 0xff) + (bits >> 8 & 0xff) + (bits >> 16 & 0xff) + (bits >> 24 & 0xff)) - 510;
    }

    private static byte noisy(byte value, int noise, int factor) {
        return (byte) Math.clamp((value & 0xff) + (noise * factor + (1 << 15) >> 16), 0, 255);
    }

    /** Convolves with the 3 x 3 binomial-like kernel of a Gaussian of this sigma in pixels. */
    private static byte[] blur(byte[] rgb, int size, double sigma) {
        double side = Math.exp(-1 / (2 * sigma * sigma));
        int edge = (int) Math.round(256 * side / (1 + 2 * side));
        int centre = 256 - 2 * edge;
        byte[] across = new byte[rgb.length];
        byte[] result = new byte[rgb.length];
        pass(rgb, across, size, 3, 3 * size, edge, centre);
        pass(across, result, size, 3 * size, 3, edge, centre);
        return result;
    }

    private static void pass(byte[] in, byte[] out, int size, int step, int line, int edge, int centre) {
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                int at = j * line + i * step;
                int before = i == 0 ? at : at - step;
                int after = i == size - 1 ? at : at + step;
                for (int k = 0; k < 3; k++) {
                    int value = (in[before + k] & 0xff) * edge
                            + (in[at + k] & 0xff) * centre
                            + (in[after + k] & 0xff) * edge;
                    out[at + k] = (byte) ((value + 128) >> 8);
                }
            }
        }
    }

    private static byte[] jpegNoise(byte[] rgb, int size, int quality) {
        try {
            BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
            swapRedAndBlue(rgb, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(size * size);
            try (var out = new MemoryCacheImageOutputStream(bytes)) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality / 100f);
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), param);
            } finally {
                writer.dispose();
            }
            BufferedImage decoded =
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            byte[] result = new byte[rgb.length];
            swapRedAndBlue(((DataBufferByte) decoded.getRaster().getDataBuffer()).getData(), result);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("JPEG in memory", e);
        }
    }

    private static void swapRedAndBlue(byte[] from, byte[] to) {
        for (int i = 0; i < from.length; i += 3) {
            to[i] = from[i + 2];
            to[i + 1] = from[i + 1];
            to[i + 2] = from[i];
        }
    }
}

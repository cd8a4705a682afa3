package io.crackscope.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A data set of very many very small images, written without an encoder, with faults planted in it: 20 tiles of each photo,
 * every second photo with a crack, a dark line across grain.
 */
final class SmallImages {
    static final int SIDE = 32;
    static final int TILES = 20;

    /** Images of the last photos are planted: copies of images before them. */
    static final int COPIES = 200;

    /** Every hundredth image lies in the wrong class folder. */
    static final int WRONG_EVERY = 100;

    private SmallImages() {}

    /** Writes {@code count} images and, besides, {@code COPIES} near copies and ten exact copies. */
    static void write(Path folder, int count) throws IOException {
        for (String label : new String[] {"crack", "no_crack"}) {
            Files.createDirectories(folder.resolve(label));
        }
        for (int i = 0; i < count; i++) {
            Files.write(file(folder, i), bitmap(pixels(i, 0)));
        }
        for (int i = 0; i < COPIES; i++) {
            int original = original(i, count);
            Files.write(
                    folder.resolve(isCrack(original) ? "crack" : "no_crack").resolve("copy-" + i + ".bmp"),
                    bitmap(pixels(original, 6)));
        }
        for (int i = 0; i < 10; i++) {
            Path same = file(folder, i);
            Files.copy(same, same.resolveSibling("same-" + i + ".bmp"));
        }
    }

    static int original(int copy, int count) {
        return copy * (count / COPIES) + 7;
    }

    static String name(int number) {
        return String.format("%05d-%02d.bmp", 10000 + number / TILES, number % TILES);
    }

    static boolean isCrack(int number) {
        return number / TILES % 2 == 0;
    }

    static boolean isWrong(int number) {
        return number % WRONG_EVERY == 50;
    }

    private static Path file(Path folder, int number) {
        return folder.resolve(isCrack(number) != isWrong(number) ? "crack" : "no_crack")
                .resolve(name(number));
    }

    /** Coarse grain that no two images share, a dark line if it is a crack; {@code brighter} for a near copy. */
    private static byte[] pixels(int number, int brighter) {
        Random random = new Random(number * 7919L + 17);
        int[] coarse = new int[81];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = 130 + random.nextInt(80);
        }
        byte[] grey = new byte[SIDE * SIDE];
        int line = 8 + random.nextInt(16);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int value = coarse[y / 4 * 9 + x / 4] + random.nextInt(8) + brighter;
                boolean isDark = isCrack(number) && Math.abs(x - line - y / 8) < 3;
                grey[SIDE * y + x] = (byte) (isDark ? 30 : value);
            }
        }
        return grey;
    }

    /** 24 bits a pixel, bottom row first, as every reader of BMP takes it. */
    private static byte[] bitmap(byte[] grey) {
        ByteBuffer out = ByteBuffer.allocate(54 + 3 * grey.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(54);
        out.putInt(40).putInt(SIDE).putInt(SIDE).putShort((short) 1).putShort((short) 24);
        out.putInt(0)
                .putInt(3 * grey.length)
                .putInt(2835)
                .putInt(2835)
                .putInt(0)
                .putInt(0);
        for (int y = SIDE - 1; y >= 0; y--) {
            for (int x = 0; x < SIDE; x++) {
                byte value = grey[SIDE * y + x];
                out.put(value).put(value).put(value);
            }
        }
        return out.array();
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The JDK's own reader with no more than these tests need. */
public final class PlainPhotoReader implements PhotoReader {
    @Override
    public PhotoReading read(Path file, long maxPixels) {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers =
                    input == null ? java.util.Collections.emptyIterator() : ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new PhotoReading.Refused(new Refusal(Refusal.Kind.NOT_A_PICTURE, ""));
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int step = 1;
            while ((long) (width / step) * (height / step) > maxPixels) {
                step++;
            }
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, parameters);
            PhotoFacts facts = new PhotoFacts(
                    width, height, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
            return new PhotoReading.Decoded(picture(image), facts, step);
        } catch (IOException e) {
            return new PhotoReading.Refused(new Refusal(Refusal.Kind.DAMAGED, ""));
        }
    }

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] row = new int[width];
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, to = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                rgb[to++] = (byte) (pixel >> 16);
                rgb[to++] = (byte) (pixel >> 8);
                rgb[to++] = (byte) pixel;
            }
        }
        return new Picture(width, height, rgb);
    }
}

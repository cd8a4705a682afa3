package io.crackscope.bench;

import io.crackscope.imaging.Picture;
import io.crackscope.samples.ConfuserKind;
import io.crackscope.samples.CrackStyle;
import io.crackscope.samples.SceneGenerator;
import io.crackscope.samples.SceneKind;
import io.crackscope.samples.SceneSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Whole photos of about 16.5 megapixels.
 *
 * @param files in order
 * @param source what they are, in words
 */
record SitePhotos(List<Path> files, String source) {
    private static final int GENERATED = 3;

    /** The photos below {@code data/photos} where that exists, else generated ones, written to {@code scratch} once. */
    static SitePhotos find(Path data, Path scratch) throws IOException {
        Path folder = data.resolve("photos");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> photos = files.filter(f -> f.toString().endsWith(".jpg"))
                        .sorted()
                        .toList();
                if (!photos.isEmpty()) {
                    return new SitePhotos(photos, photos.size() + " site photos");
                }
            }
        }
        List<Path> drawn = new ArrayList<>();
        for (int i = 0; i < GENERATED; i++) {
            Path file = scratch.resolve("photo-" + i + ".jpg");
            if (!Files.exists(file)) {
                SceneSpec spec = new SceneSpec(
                        SceneKind.values()[i],
                        4608,
                        3584,
                        List.of(CrackStyle.MEDIUM),
                        List.of(ConfuserKind.SHADOW, ConfuserKind.STAIN));
                write(file, new SceneGenerator().generate(spec, i).picture());
            }
            drawn.add(file);
        }
        return new SitePhotos(drawn, GENERATED + " generated photos, 4608 x 3584");
    }

    private static void write(Path file, Picture picture) throws IOException {
        int width = picture.width();
        BufferedImage image = new BufferedImage(width, picture.height(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = picture.rgb();
        for (int i = 0, p = 0; p < rgb.length; i++, p += 3) {
            image.setRGB(i % width, i / width, (rgb[p] & 0xff) << 16 | (rgb[p + 1] & 0xff) << 8 | rgb[p + 2] & 0xff);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.9f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}

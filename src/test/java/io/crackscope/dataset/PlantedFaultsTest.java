package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that were saved again, cropped, shrunk and brightened are planted among drawn tiles and must be found. */
class PlantedFaultsTest {
    private static final int TILES = 400;
    private static final int COPIES = 100;

    @TempDir
    Path folder;

    @Test
    void at_least_95_of_100_planted_near_duplicates_are_found_and_few_others_taken_for_such() throws IOException {
        SampleTiles tiles = new SampleTiles(128, 11);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < TILES; i++) {
            pictures.add(tiles.tile(i).picture());
            write(String.format("tile%04d.jpg", i), pictures.get(i), 0.92f);
        }
        for (int i = 0; i < COPIES; i++) {
            write(String.format("copy%04d.jpg", 4 * i), changed(pictures.get(4 * i), i % 4), 0.8f);
        }
        Files.copy(
                folder.resolve(Label.CRACK.word()).resolve("tile0000.jpg"),
                folder.resolve(Label.CRACK.word()).resolve("same.jpg"));

        ImageSet set = measured();
        Set<String> found = new HashSet<>();
        int others = 0;
        for (int[] cluster : SetChecks.run(Check.NEAR_DUPLICATES, set.table(), 0.5, new Cancellation())
                .clusters()) {
            Set<String> names = new HashSet<>();
            for (int number : cluster) {
                names.add(set.table().image(number).name());
            }
            for (String name : names) {
                boolean isPair = name.startsWith("copy") && names.contains(name.replace("copy", "tile"));
                found.addAll(isPair ? Set.of(name) : Set.of());
            }
            others += names.stream().noneMatch(name -> name.startsWith("copy")) ? 1 : 0;
        }
        assertThat(found).as("planted near duplicates found").hasSizeGreaterThanOrEqualTo(95);
        assertThat(others).as("clusters without a planted copy").isLessThanOrEqualTo(4);
        assertThat(SetChecks.run(Check.EXACT_DUPLICATES, set.table(), 0.5, new Cancellation())
                        .size())
                .isEqualTo(2);
    }

    private static Picture changed(Picture picture, int how) {
        int side = picture.width();
        return switch (how) {
            case 0 -> picture;
            case 1 -> picture.region(2, 1, side - 3, side - 3);
            case 2 -> Pictures.resize(picture, side * 3 / 4, side * 3 / 4);
            default -> brighter(picture);
        };
    }

    private static Picture brighter(Picture picture) {
        byte[] rgb = picture.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.min(255, (rgb[i] & 0xff) * 21 / 20 + 4);
        }
        return new Picture(picture.width(), picture.height(), rgb);
    }

    private void write(String name, Picture picture, float quality) throws IOException {
        Path file = folder.resolve(Label.CRACK.word()).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, JpegBytes.of(picture, quality));
    }

    private ImageSet measured() {
        DataSource source = DataSource.of(folder);
        ImageSet set =
                new ImageSet(source, ImageListing.of(source, new Cancellation()).images());
        ImageMeasurer measurer = new ImageMeasurer(new ImageIoPhotoReader());
        for (int i = 0; i < set.table().size(); i++) {
            set.measured(i, measurer.measure(set.table().image(i).file(), new Cancellation()));
        }
        return set;
    }
}

package io.crackscope.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
    private static final Path METU = Path.of("../shared/data/metu");

    @Test
    void a_picture_saved_again_or_resized_stays_near_and_another_one_is_far() {
        Picture picture = Pictures.ofBufferedImage(TestPhotos.concrete(227, 227, 1));
        PerceptualHash hash = PerceptualHash.of(picture);
        PhotoReading again = new ImageIoPhotoReader()
                .decode(TestPhotos.file(Pictures.toBufferedImage(picture), "jpeg"), Long.MAX_VALUE);
        assertThat(hash.distance(PerceptualHash.of(((PhotoReading.Decoded) again).picture())))
                .isLessThanOrEqualTo(PerceptualHash.NEAR);
        assertThat(hash.distance(PerceptualHash.of(Pictures.resize(picture, 150, 150))))
                .isLessThanOrEqualTo(PerceptualHash.NEAR);
        for (int seed = 2; seed < 50; seed++) {
            Picture other = Pictures.ofBufferedImage(TestPhotos.concrete(227, 227, seed));
            assertThat(hash.distance(PerceptualHash.of(other))).isGreaterThan(2 * PerceptualHash.NEAR);
        }
    }

    @Test
    void real_near_duplicates_are_near_and_other_plain_concrete_is_not() throws IOException {
        assumeTrue(Files.isDirectory(METU), "../shared/data/metu is missing");
        assertThat(distance("09744.jpg", "04491.jpg")).isLessThanOrEqualTo(PerceptualHash.NEAR);
        assertThat(distance("13885.jpg", "06009.jpg")).isLessThanOrEqualTo(PerceptualHash.NEAR);
        assertThat(distance("09744.jpg", "13885.jpg")).isGreaterThan(PerceptualHash.NEAR);
        assertThat(distance("00159.jpg", "00359.jpg")).isGreaterThan(PerceptualHash.NEAR);
    }

    private static int distance(String one, String other) {
        return hash(one).distance(hash(other));
    }

    private static PerceptualHash hash(String name) {
        PhotoReading reading =
                new ImageIoPhotoReader().read(METU.resolve("Negative").resolve(name), Long.MAX_VALUE);
        return PerceptualHash.of(((PhotoReading.Decoded) reading).picture());
    }
}

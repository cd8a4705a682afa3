package io.crackscope.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Memory bounds, each held by a JVM of its own with a small heap. */
class LargePhotoTest {
    private static final int WIDTH = 11_600;
    private static final int HEIGHT = 8_700;

    @TempDir
    static Path folder;

    private static Path photo;

    @BeforeAll
    static void writeAPhotoOf100Megapixels() throws IOException {
        // three components, since a grey one would need less memory than the photos of cameras do
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        photo = folder.resolve("large.jpg");
        Files.write(photo, TestPhotos.withExif(TestPhotos.file(image, "jpeg"), 6));
    }

    /** Run in the small JVM: reads args[0] and prints what came of it. */
    public static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            PhotoReading reading = new ImageIoPhotoReader().read(Path.of(arguments[0]), Long.MAX_VALUE);
            String outcome = switch (reading) {
                case PhotoReading.Decoded d ->
                    d.picture().width() + " " + d.picture().height() + " " + d.subsampling() + " "
                            + d.facts().width();
                case PhotoReading.Refused r -> r.refusal().toString();
            };
            System.out.println(outcome);
        }
    }

    @Test
    @Timeout(120)
    void a_turned_photo_of_100_megapixels_is_read_whole_in_600_megabytes() throws Exception {
        assertThat(read(photo, "600m")).isEqualTo(HEIGHT + " " + WIDTH + " 1 " + HEIGHT);
    }

    @Test
    @Timeout(120)
    void a_photo_that_does_not_fit_the_heap_is_made_smaller() throws Exception {
        assertThat(read(photo, "200m")).isEqualTo(HEIGHT / 2 + " " + WIDTH / 2 + " 2 " + HEIGHT);
    }

    private static String read(Path photo, String heap) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        photo.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }
}

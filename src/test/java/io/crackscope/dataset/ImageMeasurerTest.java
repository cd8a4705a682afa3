package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageMeasurerTest {
    private static final byte[] JPEG = JpegBytes.of(new Picture(64, 48, new byte[3 * 64 * 48]), 0.9f);

    @TempDir
    Path folder;

    private final ImageMeasurer measurer = new ImageMeasurer(new ImageIoPhotoReader());

    @Test
    void what_is_measured_is_what_was_read_even_if_the_file_changes_meanwhile() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), JPEG);
        PhotoReader changing = new PhotoReader() {
            private final PhotoReader reader = new ImageIoPhotoReader();

            @Override
            public PhotoReading read(Path path, long most) {
                PhotoReading reading = reader.read(path, most);
                change(path);
                return reading;
            }
        };
        assertThat(new ImageMeasurer(changing).measure(file, new Cancellation()))
                .isInstanceOfSatisfying(
                        Measurement.Measured.class,
                        measured -> assertThat(measured.measures().sha256()).isEqualTo(Digests.sha256(JPEG)));
    }

    private static void change(Path path) {
        try {
            Files.writeString(path, "changed");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void what_cannot_be_used_is_refused_for_what_is_wrong_with_it() throws IOException {
        Files.createDirectory(folder.resolve("folder.jpg"));
        Files.createFile(folder.resolve("empty.jpg"));
        Files.writeString(folder.resolve("text.jpg"), "no picture");
        Files.write(folder.resolve("cut.jpg"), java.util.Arrays.copyOf(JPEG, JPEG.length / 2));
        assertThat(refusal("gone.jpg")).isEqualTo(Refusal.Kind.MISSING);
        assertThat(refusal("folder.jpg")).isEqualTo(Refusal.Kind.UNREADABLE);
        assertThat(refusal("empty.jpg")).isEqualTo(Refusal.Kind.EMPTY);
        assertThat(refusal("text.jpg")).isEqualTo(Refusal.Kind.NOT_A_PICTURE);
        assertThat(refusal("cut.jpg")).isEqualTo(Refusal.Kind.DAMAGED);
    }

    private Refusal.Kind refusal(String name) {
        return ((Measurement.Refused) measurer.measure(folder.resolve(name), new Cancellation()))
                .refusal()
                .kind();
    }

    @Test
    void measuring_ends_when_it_is_cancelled() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), JPEG);
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> measurer.measure(file, cancellation)).isInstanceOf(CancellationException.class);
    }
}

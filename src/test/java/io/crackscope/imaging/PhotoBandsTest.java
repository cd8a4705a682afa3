package io.crackscope.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crackscope.domain.Refusal;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoBandsTest {
    private static final int DEPTH = 32;

    private final ImageIoPhotoReader reader = new ImageIoPhotoReader();
    private final List<PhotoBand> bands = new ArrayList<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void bands_of_a_photo_in_any_orientation_make_up_the_whole_and_lie_on_the_grid(int orientation) throws IOException {
        Path file = file(TestPhotos.withExif(TestPhotos.file(TestPhotos.concrete(150, 101, 7), "jpeg"), orientation));
        assertMakeUp(file);
        assertThat(bands).hasSizeBetween(4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp"})
    void other_formats_come_in_bands_too(String format) throws IOException {
        assertMakeUp(file(TestPhotos.file(TestPhotos.concrete(150, 101, 7), format)));
    }

    @Test
    void an_interlaced_picture_comes_in_bands_once_all_of_it_is_decoded() throws IOException {
        assertMakeUp(file(TestPhotos.file(TestPhotos.concrete(150, 101, 7), "png", true)));
    }

    @Test
    void a_reader_that_only_reads_whole_photos_gives_the_same_bands() throws IOException {
        Path file = file(TestPhotos.file(TestPhotos.concrete(150, 101, 7), "png"));
        PhotoReader whole = reader::read;
        whole.bands(file, DEPTH, bands::add, new Cancellation());
        assertMakeUp(file, bands);
    }

    @Test
    void what_is_cancelled_between_two_bands_goes_no_further() throws IOException {
        Path file = file(TestPhotos.file(TestPhotos.concrete(150, 400, 7), "jpeg"));
        Cancellation cancellation = new Cancellation();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> reader.bands(
                        file,
                        DEPTH,
                        band -> {
                            bands.add(band);
                            cancellation.cancel();
                        },
                        cancellation));
        assertThat(bands).hasSize(1);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> reader.read(file, 1000, cancellation));
    }

    @Test
    void a_photo_that_ends_too_early_says_so_after_the_bands_that_are_there() throws IOException {
        byte[] whole = TestPhotos.file(TestPhotos.concrete(150, 400, 7), "jpeg");
        Path file = file(Arrays.copyOf(whole, whole.length / 2));
        Optional<Refusal> refusal = reader.bands(file, DEPTH, bands::add, new Cancellation());
        assertThat(refusal).map(Refusal::kind).contains(Refusal.Kind.DAMAGED);
        assertThat(bands).isNotEmpty();
    }

    @Test
    void a_missing_file_is_a_refusal() {
        Path file = folder.resolve("gone.jpg");
        assertThat(reader.bands(file, DEPTH, bands::add, new Cancellation()))
                .map(Refusal::kind)
                .contains(Refusal.Kind.MISSING);
    }

    private void assertMakeUp(Path file) {
        assertThat(reader.bands(file, DEPTH, bands::add, new Cancellation())).isEmpty();
        assertMakeUp(file, bands);
    }

    private void assertMakeUp(Path file, List<PhotoBand> parts) {
        Picture whole = ((PhotoReading.Decoded) reader.read(file, Long.MAX_VALUE)).picture();
        long pixels = 0;
        for (PhotoBand band : parts) {
            Picture part = band.picture();
            pixels += (long) part.width() * part.height();
            assertThat(band.x() % DEPTH + band.y() % DEPTH).isZero();
            assertThat(part.rgb())
                    .isEqualTo(whole.region(band.x(), band.y(), part.width(), part.height())
                            .rgb());
        }
        assertThat(pixels).isEqualTo((long) whole.width() * whole.height());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("photo"), bytes);
    }
}

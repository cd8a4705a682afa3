package io.crackscope.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIoPhotoReaderTest {
    private final ImageIoPhotoReader reader = new ImageIoPhotoReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "tiff", "bmp"})
    void a_colour_photo_of_every_common_format_keeps_its_colours(String format) {
        assertQuarters(read(TestPhotos.file(TestPhotos.quarters(80, 64, BufferedImage.TYPE_INT_RGB), format)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "tiff"})
    void a_grey_photo_keeps_its_levels(String format) {
        BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64 * 48; i++) {
            grey.getRaster().setSample(i % 64, i / 64, 0, i % 64 < 32 ? 60 : 180);
        }
        Picture picture = read(TestPhotos.file(grey, format)).picture();
        assertColour(picture, 8, 8, 0x3c3c3c, 2);
        assertColour(picture, 56, 8, 0xb4b4b4, 2);
    }

    @Test
    void a_progressive_jpeg_is_read() {
        byte[] file = TestPhotos.file(TestPhotos.quarters(80, 64, BufferedImage.TYPE_INT_RGB), "jpeg", true);
        assertQuarters(read(file));
    }

    @Test
    void inks_of_adobe_jpegs_are_not_taken_for_light() {
        Picture cmyk = read(Fixtures.bytes(Fixtures.CMYK_JPEG)).picture();
        assertColour(cmyk, 8, 8, 0xff0000, 4);
        assertColour(cmyk, 40, 8, 0x0000cc, 4);
        Picture ycck = read(Fixtures.bytes(Fixtures.YCCK_JPEG)).picture();
        assertColour(ycck, 8, 8, 0xfe0000, 4);
        assertColour(ycck, 40, 8, 0x0000fe, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_3BYTE_BGR})
    void every_kind_of_png_keeps_its_colours_interlaced_or_not(int type) {
        BufferedImage image = TestPhotos.quarters(80, 64, type);
        assertQuarters(read(TestPhotos.file(image, "png")));
        assertQuarters(read(TestPhotos.file(image, "png", true)));
    }

    @Test
    void sixteen_bit_photos_are_rounded_to_eight() {
        assertQuarters(read(TestPhotos.file(TestPhotos.sixteenBit(80, 64), "png")));
        assertQuarters(read(TestPhotos.file(TestPhotos.sixteenBit(80, 64), "png", true)));
        assertQuarters(read(TestPhotos.file(TestPhotos.sixteenBit(80, 64), "tiff")));
    }

    @Test
    void transparent_pixels_lie_over_white() {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80ff0000);
        Picture picture = read(TestPhotos.file(image, "png")).picture();
        assertColour(picture, 20, 20, 0xffffff, 0);
        assertColour(picture, 0, 0, 0xff7f7f, 1);
        assertColour(read(Fixtures.bytes(Fixtures.ALPHA_WEBP)).picture(), 8, 8, 0xe39393, 1);
    }

    @Test
    void webp_and_still_gif_are_read() {
        for (String file : List.of(Fixtures.LOSSY_WEBP, Fixtures.LOSSLESS_WEBP, Fixtures.STILL_GIF)) {
            Picture picture = read(Fixtures.bytes(file)).picture();
            assertColour(picture, 8, 8, 0xc82828, 4);
            assertColour(picture, 40, 8, 0x2828c8, 4);
        }
    }

    @Test
    void a_file_is_known_by_its_content_and_not_by_its_name() throws IOException {
        Path file = folder.resolve("schräges Foto.png");
        Files.write(file, TestPhotos.file(TestPhotos.quarters(80, 64, BufferedImage.TYPE_INT_RGB), "jpeg"));
        assertQuarters((PhotoReading.Decoded) reader.read(file, Long.MAX_VALUE));
    }

    /** Where red, green, blue and yellow of an upright picture come to lie. */
    @ParameterizedTest
    @CsvSource({
        "1,RGBY", "2,GRYB", "3,YBGR", "4,BYRG", "5,RBGY", "6,BRYG", "7,YGBR", "8,GYRB",
    })
    void all_eight_orientations_are_applied(int orientation, String quarters) {
        BufferedImage stored = TestPhotos.quarters(112, 64, BufferedImage.TYPE_INT_RGB);
        byte[] file = TestPhotos.withExif(TestPhotos.file(stored, "jpeg"), orientation);
        for (long most : new long[] {Long.MAX_VALUE, 112 * 64 / 4}) {
            PhotoReading.Decoded decoded = (PhotoReading.Decoded) reader.decode(file, most);
            Picture picture = decoded.picture();
            boolean turned = orientation > 4;
            assertThat(decoded.facts().width()).isEqualTo(turned ? 64 : 112);
            assertThat(decoded.facts().height()).isEqualTo(turned ? 112 : 64);
            assertThat(picture.width()).isEqualTo(decoded.facts().width() / decoded.subsampling());
            for (int i = 0; i < 4; i++) {
                int colour = switch (quarters.charAt(i)) {
                    case 'R' -> 0xff0000;
                    case 'G' -> 0x00ff00;
                    case 'B' -> 0x0000ff;
                    default -> 0xffff00;
                };
                int x = picture.width() * (1 + 2 * (i % 2)) / 4;
                int y = picture.height() * (1 + 2 * (i / 2)) / 4;
                assertColour(picture, x, y, colour, 6);
            }
        }
    }

    @Test
    void exif_tells_camera_time_and_place() {
        byte[] jpeg = TestPhotos.file(TestPhotos.quarters(80, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        PhotoFacts facts = read(TestPhotos.withExif(jpeg, 1)).facts();
        assertThat(facts.camera()).contains("Canon EOS R5");
        assertThat(facts.taken()).contains(LocalDateTime.of(2024, 5, 17, 14, 3, 9));
        assertThat(facts.latitude()).hasValue(48.5);
        assertThat(facts.longitude()).hasValue(-9.25);
    }

    @Test
    void damaged_exif_costs_the_facts_but_not_the_photo() {
        byte[] jpeg = TestPhotos.withExif(
                TestPhotos.file(TestPhotos.quarters(80, 64, BufferedImage.TYPE_INT_RGB), "jpeg"), 6);
        Arrays.fill(jpeg, 16, 60, (byte) 0xfe);
        PhotoReading.Decoded decoded = read(jpeg);
        assertThat(decoded.facts().camera()).isEmpty();
        assertThat(decoded.picture().width()).isEqualTo(80);
    }

    @Test
    void a_smaller_picture_averages_so_that_a_hairline_stays_visible() {
        BufferedImage image = new BufferedImage(90, 90, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 90 * 90; i++) {
            image.getRaster().setSample(i % 90, i / 90, 0, i % 90 == 44 ? 0 : 240);
        }
        for (String format : List.of("png", "tiff", "bmp")) {
            PhotoReading.Decoded decoded = (PhotoReading.Decoded) reader.decode(TestPhotos.file(image, format), 900);
            assertThat(decoded.subsampling()).isEqualTo(3);
            assertColour(decoded.picture(), 14, 10, 0xa0a0a0, 1);
            assertColour(decoded.picture(), 13, 10, 0xf0f0f0, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_smaller_picture_is_aligned_to_the_top_left_of_the_scene(int orientation) {
        int[] sides = {50, 41};
        PictureBuilder full = new PictureBuilder(sides[0], sides[1], 1, Orientation.ofExif(orientation));
        PictureBuilder small = new PictureBuilder(sides[0], sides[1], 4, Orientation.ofExif(orientation));
        byte[] row = new byte[3 * sides[0]];
        for (int y = 0; y < sides[1]; y++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (byte) (2 * y + i);
            }
            full.row(y, row);
            small.row(y, row);
        }
        Picture whole = full.finish();
        Picture averaged = small.finish();
        long sum = 0;
        for (int y = 4; y < 8; y++) {
            for (int x = 8; x < 12; x++) {
                sum += whole.rgb()[3 * (y * whole.width() + x)] & 0xff;
            }
        }
        assertThat(averaged.rgb()[3 * (averaged.width() + 2)] & 0xff).isEqualTo((int) Math.round(sum / 16.0));
    }

    @Test
    void the_pixels_of_a_picture_are_told_by_its_header() throws IOException {
        byte[] jpeg = TestPhotos.file(TestPhotos.quarters(80, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        Path photo = Files.write(folder.resolve("told.jpg"), jpeg);

        assertThat(reader.pixels(photo, 1_000_000)).isEqualTo(80 * 64);
        assertThat(reader.pixels(photo, 2_000)).isEqualTo(40 * 32);
        assertThat(reader.pixels(Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(jpeg, 20)), 1_000_000))
                .isZero();
        assertThat(reader.pixels(folder, 1_000_000)).isZero();
        assertThat(reader.pixels(folder.resolve("gone.jpg"), 1_000_000)).isZero();
    }

    @Test
    void zero_bytes_are_empty() {
        assertRefused(new byte[0], Refusal.Kind.EMPTY, "");
    }

    @Test
    void text_renamed_to_jpg_is_no_picture() {
        assertRefused("BM and other words".getBytes(StandardCharsets.UTF_8), Refusal.Kind.NOT_A_PICTURE, "");
        assertRefused("Hello".getBytes(StandardCharsets.UTF_8), Refusal.Kind.NOT_A_PICTURE, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "tiff", "bmp", "gif"})
    void a_file_cut_off_anywhere_is_damaged(String format) {
        byte[] file = TestPhotos.file(TestPhotos.concrete(100, 90, 1), format);
        for (int percent : new int[] {20, 50, 80, 99}) {
            byte[] cut = Arrays.copyOf(file, file.length * percent / 100);
            assertThat(kind(cut)).as("%s at %d %%", format, percent).isEqualTo(Refusal.Kind.DAMAGED);
        }
    }

    @Test
    void a_progressive_jpeg_or_webp_cut_off_is_damaged() {
        byte[] jpeg = TestPhotos.file(TestPhotos.concrete(100, 90, 1), "jpeg", true);
        assertThat(kind(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo(Refusal.Kind.DAMAGED);
        byte[] webp = Fixtures.bytes(Fixtures.LOSSY_WEBP);
        assertThat(kind(Arrays.copyOf(webp, webp.length - 20))).isEqualTo(Refusal.Kind.DAMAGED);
    }

    @Test
    void a_jpeg_whose_end_was_never_copied_is_damaged() {
        byte[] file = TestPhotos.file(TestPhotos.concrete(200, 180, 1), "jpeg");
        Arrays.fill(file, file.length / 2, file.length, (byte) 0);
        assertThat(kind(file)).isEqualTo(Refusal.Kind.DAMAGED);
    }

    @Test
    void a_flipped_bit_in_a_png_is_damage() {
        byte[] file = TestPhotos.file(TestPhotos.concrete(100, 90, 1), "png");
        file[file.length / 2] ^= 4;
        assertRefused(file, Refusal.Kind.DAMAGED, "checksum");
    }

    @Test
    void animations_are_refused_with_their_frames() {
        for (String file : List.of(Fixtures.ANIMATED_GIF, Fixtures.ANIMATED_PNG, Fixtures.ANIMATED_WEBP)) {
            assertRefused(Fixtures.bytes(file), Refusal.Kind.ANIMATED, "2 frames");
        }
    }

    @Test
    void a_tiff_of_several_photos_is_refused_but_thumbnails_beside_one_are_not() {
        BufferedImage photo = TestPhotos.quarters(80, 64, BufferedImage.TYPE_INT_RGB);
        BufferedImage thumbnail = TestPhotos.quarters(20, 16, BufferedImage.TYPE_INT_RGB);
        assertRefused(TestPhotos.pages(photo, photo, photo), Refusal.Kind.ANIMATED, "3 pages");
        assertQuarters(read(TestPhotos.pages(photo, thumbnail)));
    }

    @Test
    void a_side_below_32_pixels_is_too_small() {
        byte[] dot = TestPhotos.file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        assertRefused(dot, Refusal.Kind.TOO_SMALL, "1 x 1 pixels, at least 32 on each side");
        byte[] strip = TestPhotos.file(new BufferedImage(30_000, 10, BufferedImage.TYPE_BYTE_GRAY), "jpeg");
        assertRefused(strip, Refusal.Kind.TOO_SMALL, "30000 x 10 pixels, at least 32 on each side");
    }

    @Test
    void a_header_that_claims_billions_of_pixels_is_refused_before_anything_is_allocated() {
        byte[] jpeg = TestPhotos.file(TestPhotos.concrete(64, 64, 1), "jpeg");
        for (int i = 2; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 60_000).putShort(i + 7, (short) 60_000);
                break;
            }
        }
        assertRefused(jpeg, Refusal.Kind.TOO_LARGE, "60000 x 60000 pixels, at most 500 megapixels");
    }

    @Test
    void formats_that_are_known_but_not_read_are_named() {
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(heic, Refusal.Kind.UNSUPPORTED, "HEIC");
    }

    @Test
    void missing_unreadable_and_folders_are_told_apart() throws IOException {
        assertThat(refusal(reader.read(folder.resolve("none.jpg"), 1)).kind()).isEqualTo(Refusal.Kind.MISSING);
        assertThat(refusal(reader.read(folder, 1))).isEqualTo(new Refusal(Refusal.Kind.UNREADABLE, "folder"));
        Path file = Files.createFile(folder.resolve("locked.jpg"));
        ImageIoPhotoReader locked = new ImageIoPhotoReader(path -> {
            throw new AccessDeniedException(path.toString());
        });
        assertThat(refusal(locked.read(file, 1))).isEqualTo(new Refusal(Refusal.Kind.UNREADABLE, ""));
    }

    @Test
    void the_quick_check_finds_what_headers_and_a_missing_end_tell() {
        byte[] jpeg = TestPhotos.file(TestPhotos.concrete(100, 90, 1), "jpeg");
        assertThat(reader.check(jpeg)).isEmpty();
        assertThat(reader.check(Arrays.copyOf(jpeg, jpeg.length / 2)))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DAMAGED));
        assertThat(reader.check(new byte[0]))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.EMPTY));
    }

    private PhotoReading.Decoded read(byte[] file) {
        PhotoReading reading = reader.decode(file, Long.MAX_VALUE);
        assertThat(reading).isInstanceOf(PhotoReading.Decoded.class);
        return (PhotoReading.Decoded) reading;
    }

    private Refusal.Kind kind(byte[] file) {
        return refusal(reader.decode(file, Long.MAX_VALUE)).kind();
    }

    private static Refusal refusal(PhotoReading reading) {
        assertThat(reading).isInstanceOf(PhotoReading.Refused.class);
        return ((PhotoReading.Refused) reading).refusal();
    }

    private void assertRefused(byte[] file, Refusal.Kind kind, String detail) {
        assertThat(refusal(reader.decode(file, Long.MAX_VALUE))).isEqualTo(new Refusal(kind, detail));
    }

    private static void assertQuarters(PhotoReading.Decoded decoded) {
        Picture picture = decoded.picture();
        assertThat(decoded.subsampling()).isEqualTo(1);
        assertThat(picture.width()).isEqualTo(80);
        assertThat(picture.height()).isEqualTo(64);
        for (int i = 0; i < 4; i++) {
            assertColour(picture, 20 + 40 * (i % 2), 16 + 32 * (i / 2), TestPhotos.quarter(i % 2, i / 2), 6);
        }
    }

    private static void assertColour(Picture picture, int x, int y, int rgb, int tolerance) {
        for (int c = 0; c < 3; c++) {
            int is = picture.rgb()[3 * (y * picture.width() + x) + c] & 0xff;
            assertThat(Math.abs(is - (rgb >> 16 - 8 * c & 0xff)))
                    .as("channel %d at %d,%d is %d, wanted %06x", c, x, y, is, rgb)
                    .isLessThanOrEqualTo(tolerance);
        }
    }
}

package io.crackscope.imaging;

import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.crackscope.domain.PhotoFacts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the EXIF block of a photo tells. A block that is missing or damaged tells nothing: it never costs the photo.
 *
 * @param orientation how the pixels are stored
 * @param taken when the photo was taken, camera time
 * @param camera maker and model
 * @param latitude degrees north
 * @param longitude degrees east
 */
record ExifFacts(
        Orientation orientation,
        Optional<LocalDateTime> taken,
        Optional<String> camera,
        OptionalDouble latitude,
        OptionalDouble longitude) {
    private static final ExifFacts NONE = new ExifFacts(
            Orientation.UPRIGHT, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

    /** Reads the block that {@code header} points to in {@code in}. */
    static ExifFacts read(PhotoHeader header, ImageInputStream in) {
        if (header.exif().length() == 0) {
            return NONE;
        }
        try {
            Metadata metadata = new Metadata();
            new ExifReader().extract(new SectionReader(in, header.exif()), metadata);
            return of(metadata);
        } catch (RuntimeException e) {
            // the library promises to keep parse errors inside, but hostile blocks have made it throw before
            return NONE;
        }
    }

    /** The facts of the photo, {@code width} by {@code height} as stored. */
    PhotoFacts facts(int width, int height) {
        return new PhotoFacts(
                orientation.swapsSides ? height : width,
                orientation.swapsSides ? width : height,
                taken,
                camera,
                latitude,
                longitude);
    }

    private static ExifFacts of(Metadata metadata) {
        ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        ExifSubIFDDirectory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        Integer orientation = main == null ? null : main.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        boolean placed = place != null
                && !place.isZero()
                && Math.abs(place.getLatitude()) <= 90
                && Math.abs(place.getLongitude()) <= 180;
        return new ExifFacts(
                Orientation.ofExif(orientation == null ? 1 : orientation),
                time(sub, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
                        .or(() -> time(sub, ExifDirectoryBase.TAG_DATETIME_DIGITIZED))
                        .or(() -> time(main, ExifDirectoryBase.TAG_DATETIME)),
                camera(text(main, ExifDirectoryBase.TAG_MAKE), text(main, ExifDirectoryBase.TAG_MODEL)),
                placed ? OptionalDouble.of(place.getLatitude()) : OptionalDouble.empty(),
                placed ? OptionalDouble.of(place.getLongitude()) : OptionalDouble.empty());
    }

    private static Optional<LocalDateTime> time(@Nullable Directory directory, int tag) {
        String text = text(directory, tag);
        try {
            return text.length() < 19
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text.substring(0, 19), EXIF_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Directory directory, int tag) {
        String text = directory == null ? null : directory.getString(tag);
        return text == null ? "" : text.replace('\0', ' ').strip();
    }

    private static Optional<String> camera(String make, String model) {
        // most models repeat their maker: "Canon EOS 5D" by "Canon"
        String maker = make.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        String camera = model.toLowerCase(Locale.ROOT).startsWith(maker) ? model : (make + " " + model).strip();
        return camera.isEmpty() ? (make.isEmpty() ? Optional.empty() : Optional.of(make)) : Optional.of(camera);
    }

    /** A section of an open file, with a bound on what a tag may claim so that a hostile one cannot fill the memory. */
    private static final class SectionReader extends RandomAccessReader {
        private static final int LONGEST_TAG = 1 << 20;

        private final ImageInputStream in;
        private final PhotoHeader.Section section;

        SectionReader(ImageInputStream in, PhotoHeader.Section section) {
            this.in = in;
            this.section = section;
        }

        @Override
        public int toUnshiftedOffset(int localOffset) {
            return localOffset;
        }

        @Override
        public byte getByte(int index) throws IOException {
            validateIndex(index, 1);
            in.seek(section.offset() + index);
            return in.readByte();
        }

        @Override
        public byte[] getBytes(int index, int count) throws IOException {
            validateIndex(index, count);
            byte[] bytes = new byte[count];
            in.seek(section.offset() + index);
            in.readFully(bytes);
            return bytes;
        }

        @Override
        protected void validateIndex(int index, int bytesRequested) throws IOException {
            if (!isValidIndex(index, bytesRequested)) {
                throw new IOException("outside the EXIF block: " + bytesRequested + " bytes at " + index);
            }
        }

        @Override
        protected boolean isValidIndex(int index, int bytesRequested) {
            return index >= 0
                    && bytesRequested >= 0
                    && bytesRequested <= LONGEST_TAG
                    && (long) index + bytesRequested <= section.length();
        }

        @Override
        public long getLength() {
            return section.length();
        }
    }
}

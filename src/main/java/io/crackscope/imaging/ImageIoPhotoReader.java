package io.crackscope.imaging;

import io.crackscope.domain.Refusal;
import io.crackscope.work.Cancellation;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads JPEG, PNG, TIFF, BMP, WebP and still GIF photos with the JDK's readers and, for WebP, TwelveMonkeys'.
 * The format is told by the content.
 *
 * <p>Memory: the picture itself (3 bytes a pixel) plus rows or bands of some ten megabytes, also when it is turned by
 * its EXIF orientation or made smaller; WebP decodes whole and is refused where that does not fit. A picture larger
 * than about half of the heap is made smaller even if {@code maxPixels} would allow more. A smaller picture is the
 * average of squares of pixels (of an interlaced PNG: every n-th pixel).
 *
 * <p>Safe to use from several threads; each call has its own decoder.
 */
public final class ImageIoPhotoReader implements PhotoReader {
    /** The shortest side that is worth judging. */
    static final int LEAST_SIDE = 32;
    /** More than any camera makes; beyond it a file is a mistake or an attack. */
    static final long MOST_PIXELS = 500_000_000;

    /** Opens a file to read. */
    @FunctionalInterface
    interface Opener {
        SeekableByteChannel open(Path file) throws IOException;
    }

    /** What is done with an open file. */
    @FunctionalInterface
    private interface Work<T> {
        T read(ChannelInput in) throws IOException, RefusedPhoto;
    }

    private final Opener opener;

    /** Reads files of the default file system and of any other that {@link Files} knows. */
    public ImageIoPhotoReader() {
        this(Files::newByteChannel);
    }

    ImageIoPhotoReader(Opener opener) {
        this.opener = opener;
    }

    @Override
    public PhotoReading read(Path file, long maxPixels) {
        return read(file, maxPixels, new Cancellation());
    }

    @Override
    public PhotoReading read(Path file, long maxPixels, Cancellation cancellation) {
        return open(file, in -> picture(in, maxPixels, cancellation), PhotoReading.Refused::new);
    }

    @Override
    public PhotoReading read(Path file, byte[] bytes, long maxPixels, Cancellation cancellation) {
        return decode(bytes, maxPixels, cancellation);
    }

    @Override
    public Optional<Refusal> bands(Path file, int depth, Consumer<PhotoBand> to, Cancellation cancellation) {
        return open(
                file,
                in -> {
                    PhotoHeader header = header(in);
                    if (header.interlaced() && factor(header, Long.MAX_VALUE) > 1) {
                        throw new RefusedPhoto(Refusal.Kind.TOO_LARGE, "memory");
                    }
                    ExifFacts exif = ExifFacts.read(header, in);
                    new PixelDecoder(in, header, cancellation).bands(depth, exif.orientation(), to);
                    return Optional.empty();
                },
                Optional::of);
    }

    private <T> T open(Path file, Work<T> work, Function<Refusal, T> refused) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // a pipe would wait for ever, a device never end
            String what = Files.isDirectory(file) ? "folder" : "no regular file";
            return refused.apply(new Refusal(Refusal.Kind.UNREADABLE, what));
        }
        try (SeekableByteChannel channel = opener.open(file)) {
            return attempt(channel, work, refused);
        } catch (NoSuchFileException | FileNotFoundException e) {
            return refused.apply(new Refusal(Refusal.Kind.MISSING, ""));
        } catch (AccessDeniedException e) {
            return refused.apply(new Refusal(Refusal.Kind.UNREADABLE, ""));
        } catch (IOException | SecurityException e) {
            return refused.apply(new Refusal(Refusal.Kind.UNREADABLE, words(e)));
        }
    }

    @Override
    public long pixels(Path file, long maxPixels) {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (SeekableByteChannel channel = opener.open(file)) {
            PhotoHeader header = header(new ChannelInput(channel));
            int factor = factor(header, maxPixels);
            return (long) Math.ceilDiv(header.width(), factor) * Math.ceilDiv(header.height(), factor);
        } catch (RefusedPhoto | IOException | SecurityException e) {
            return 0;
        }
    }

    /**
     * Reads a photo that is already in memory, such as a training tile, just as {@link #read} would from a file.
     *
     * @param bytes the whole file, not changed
     * @param maxPixels most pixels the picture may have, at least 1
     */
    public PhotoReading decode(byte[] bytes, long maxPixels) {
        return decode(bytes, maxPixels, new Cancellation());
    }

    private static PhotoReading decode(byte[] bytes, long maxPixels, Cancellation cancellation) {
        try {
            return attempt(
                    new ByteArrayChannel(bytes), in -> picture(in, maxPixels, cancellation), PhotoReading.Refused::new);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    /**
     * What speaks against a photo in memory as far as its headers tell, in microseconds: everything that {@link #read}
     * refuses except damage inside the pixels; a JPEG that is cut off is told all the same, by its missing end.
     */
    public Optional<Refusal> check(byte[] bytes) {
        try {
            ChannelInput in = new ChannelInput(new ByteArrayChannel(bytes));
            PhotoHeader header = header(in);
            if (header.format() == PictureFormat.JPEG && !endsAfter(bytes, (int) in.getStreamPosition())) {
                return Optional.of(new Refusal(Refusal.Kind.DAMAGED, "ends too early"));
            }
            return Optional.empty();
        } catch (RefusedPhoto e) {
            return Optional.of(e.refusal());
        } catch (IOException e) {
            return Optional.of(new Refusal(Refusal.Kind.DAMAGED, words(e)));
        }
    }

    private static boolean endsAfter(byte[] jpeg, int start) {
        for (int i = jpeg.length - 2; i >= start; i--) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xd9) {
                return true;
            }
        }
        return false;
    }

    private static <T> T attempt(SeekableByteChannel channel, Work<T> work, Function<Refusal, T> refused)
            throws IOException {
        ChannelInput in = new ChannelInput(channel);
        try {
            return work.read(in);
        } catch (RefusedPhoto e) {
            return refused.apply(e.refusal());
        } catch (OutOfMemoryError e) {
            // sizes are checked first; this is left when other photos fill the heap at the same moment
            return refused.apply(new Refusal(Refusal.Kind.TOO_LARGE, "memory"));
        } catch (IOException e) {
            IOException failure = in.failure();
            if (failure != null) {
                throw failure;
            }
            return refused.apply(new Refusal(Refusal.Kind.DAMAGED, words(e)));
        }
    }

    private static PhotoReading picture(ChannelInput in, long maxPixels, Cancellation cancellation)
            throws IOException, RefusedPhoto {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("maxPixels must be at least 1: " + maxPixels);
        }
        PhotoHeader header = header(in);
        ExifFacts exif = ExifFacts.read(header, in);
        int factor = factor(header, maxPixels);
        Picture picture = new PixelDecoder(in, header, cancellation).decode(factor, exif.orientation());
        return new PhotoReading.Decoded(picture, exif.facts(header.width(), header.height()), factor);
    }

    private static PhotoHeader header(ChannelInput in) throws IOException, RefusedPhoto {
        if (in.length() == 0) {
            throw new RefusedPhoto(Refusal.Kind.EMPTY, "");
        }
        PhotoHeader header = HeaderReader.read(format(in), in);
        check(header);
        return header;
    }

    private static PictureFormat format(ChannelInput in) throws IOException, RefusedPhoto {
        byte[] buffer = new byte[PictureFormat.HEAD];
        int read = Math.max(0, in.read(buffer, 0, buffer.length));
        byte[] head = Arrays.copyOf(buffer, read);
        Optional<PictureFormat> format = PictureFormat.of(head);
        if (format.isPresent()) {
            return format.get();
        }
        Optional<String> foreign = PictureFormat.foreign(head);
        if (foreign.isPresent()) {
            throw new RefusedPhoto(Refusal.Kind.UNSUPPORTED, foreign.get());
        }
        throw new RefusedPhoto(Refusal.Kind.NOT_A_PICTURE, "");
    }

    private static void check(PhotoHeader header) throws RefusedPhoto {
        String size = header.width() + " x " + header.height() + " pixels";
        if (header.frames() > 1) {
            boolean pages = header.format() == PictureFormat.TIFF;
            throw new RefusedPhoto(Refusal.Kind.ANIMATED, header.frames() + (pages ? " pages" : " frames"));
        }
        if (header.width() < LEAST_SIDE || header.height() < LEAST_SIDE) {
            throw new RefusedPhoto(Refusal.Kind.TOO_SMALL, size + ", at least " + LEAST_SIDE + " on each side");
        }
        if (header.pixels() > MOST_PIXELS) {
            throw new RefusedPhoto(
                    Refusal.Kind.TOO_LARGE, size + ", at most " + MOST_PIXELS / 1_000_000 + " megapixels");
        }
        long needed = PixelDecoder.workingMemory(header);
        if (needed > Runtime.getRuntime().maxMemory() / 10 * 7) {
            throw new RefusedPhoto(Refusal.Kind.TOO_LARGE, size + ", " + (needed >> 20) + " MB");
        }
    }

    /** The smallest whole factor at which the picture has at most {@code maxPixels} pixels and fits the heap. */
    private static int factor(PhotoHeader header, long maxPixels) {
        long heap = Runtime.getRuntime().maxMemory();
        long fits = Math.min(heap / 100 * 55, heap / 100 * 85 - PixelDecoder.workingMemory(header)) / 3;
        long most = Math.min(Math.min(maxPixels, Math.max(1, fits)), Integer.MAX_VALUE / 3 - 8);
        int factor = Math.max(1, (int) Math.sqrt((double) header.pixels() / most));
        while ((long) Math.ceilDiv(header.width(), factor) * Math.ceilDiv(header.height(), factor) > most
                && factor < Math.max(header.width(), header.height())) {
            factor++;
        }
        return factor;
    }

    private static String words(Exception problem) {
        String words = problem.getMessage();
        return words == null ? problem.getClass().getSimpleName() : words.replaceAll("\\s+", " ");
    }
}

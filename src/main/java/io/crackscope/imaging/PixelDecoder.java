package io.crackscope.imaging;

import io.crackscope.domain.Refusal;
import io.crackscope.work.Cancellation;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the pixels of one photo into a {@link RowSink} with as little memory beside it as the format allows:
 * JPEG and PNG row by row, TIFF and BMP in bands, GIF and WebP whole.
 */
final class PixelDecoder {
    private static final long BAND_BYTES = 32L << 20;
    /** Measured with TwelveMonkeys 3.15.0: 12 megapixels, lossy, decode in a heap of 60 MB. */
    private static final long WEBP_BYTES_PER_PIXEL = 6;

    private final ImageInputStream in;
    private final PhotoHeader header;
    private final Cancellation cancellation;
    private final List<String> warnings = new ArrayList<>();

    /** Ends with a {@link CancellationException} soon after {@code cancellation}. */
    PixelDecoder(ImageInputStream in, PhotoHeader header, Cancellation cancellation) {
        this.in = in;
        this.header = header;
        this.cancellation = cancellation;
    }

    /** Bytes of memory that decoding needs beside the picture itself, at most. */
    static long workingMemory(PhotoHeader header) {
        return switch (header.format()) {
            case JPEG, PNG -> 1 << 20;
            case TIFF, BMP -> 2 * BAND_BYTES + 3 * header.blockBytes();
            case GIF -> 2 * header.pixels();
            case WEBP -> WEBP_BYTES_PER_PIXEL * header.pixels();
        };
    }

    /** Decodes; {@code factor} above 1 makes the picture smaller by that factor. */
    Picture decode(int factor, Orientation orientation) throws IOException, RefusedPhoto {
        if (header.interlaced() && factor > 1) {
            // passes over the whole picture cannot be averaged in bounded memory: every factor-th pixel is taken
            PictureBuilder builder = new PictureBuilder(
                    Math.ceilDiv(header.width(), factor), Math.ceilDiv(header.height(), factor), 1, orientation);
            feed(builder, factor, orientation);
            return builder.finish();
        }
        PictureBuilder builder = new PictureBuilder(header.width(), header.height(), factor, orientation);
        feed(builder, 1, orientation);
        return builder.finish();
    }

    /** Decodes at full size and hands bands of {@code depth} stored rows over as they are done. */
    void bands(int depth, Orientation orientation, Consumer<PhotoBand> to) throws IOException, RefusedPhoto {
        if (header.interlaced()) {
            PhotoBand.cut(decode(1, orientation), depth, to);
        } else {
            feed(new BandCutter(header.width(), header.height(), depth, orientation, to), 1, orientation);
        }
    }

    /** Decodes every {@code step}-th pixel, which must be every pixel unless the photo is interlaced. */
    private void feed(RowSink sink, int step, Orientation orientation) throws IOException, RefusedPhoto {
        try {
            read(new StoppableRows(sink, cancellation), step, orientation);
        } catch (EOFException e) {
            throw HeaderReader.damaged("ends too early");
        } catch (CancellationException e) {
            throw e;
        } catch (IIOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw refusal(e);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | NullPointerException | ClassCastException e) {
            // decoders run into these on damaged data
            throw HeaderReader.damaged("");
        }
    }

    private void read(RowSink sink, int step, Orientation orientation) throws IOException, RefusedPhoto {
        ImageReader reader =
                reader(header.format().name().toLowerCase(Locale.ROOT), header.format() != PictureFormat.WEBP);
        try {
            in.seek(0);
            // TIFF and BMP are read band by band, so their reader must be able to go back
            boolean bands = header.format() == PictureFormat.TIFF || header.format() == PictureFormat.BMP;
            reader.setInput(in, !bands, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw HeaderReader.damaged("two sizes");
            }
            switch (header.format()) {
                case JPEG, PNG -> rows(reader, sink, step, orientation);
                case TIFF, BMP -> bands(reader, sink);
                case GIF, WEBP -> whole(reader, sink);
            }
            for (String warning : warnings) {
                if (tellsDamage(warning)) {
                    throw HeaderReader.damaged(oneLine(warning));
                }
            }
        } finally {
            reader.dispose();
        }
    }

    private void rows(ImageReader reader, RowSink sink, int step, Orientation orientation) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        ImageTypeSpecifier type = type(reader);
        int width = header.width();
        int height = header.height();
        if (step > 1) {
            int offsetX = orientation.reversesColumns() ? (width - 1) % step : 0;
            int offsetY = orientation.reversesRows() ? (height - 1) % step : 0;
            param.setSourceSubsampling(step, step, offsetX, offsetY);
            width = Math.ceilDiv(width, step);
            height = Math.ceilDiv(height, step);
        }
        SampleModel samples = type.getSampleModel(width, height);
        RowConverter converter = RowConverter.of(type.getColorModel(), samples, header.whiteInk());
        RowRaster raster = new RowRaster(samples, converter, sink, header.interlaced());
        param.setDestination(new BufferedImage(
                type.getColorModel(), raster, type.getColorModel().isAlphaPremultiplied(), null));
        reader.read(0, param);
        raster.flush();
    }

    /**
     * The kind of image that needs least conversion. A JPEG with an RGB profile offers sRGB first, which would be
     * computed pixel by pixel: the profile's own space takes the values as they are.
     */
    private static ImageTypeSpecifier type(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IIOException("Unsupported kind of samples");
        }
        ImageTypeSpecifier first = types.next();
        while (types.hasNext()) {
            ImageTypeSpecifier other = types.next();
            if (other.getNumBands() == first.getNumBands()
                    && other.getColorModel().getColorSpace().getType()
                            == first.getColorModel().getColorSpace().getType()
                    && !other.getColorModel().getColorSpace().isCS_sRGB()) {
                return other;
            }
        }
        return first;
    }

    private void bands(ImageReader reader, RowSink sink) throws IOException {
        int blockRows = header.blockRows();
        long rowBytes = 8L * header.width();
        long rows = Math.max(Math.max(1, BAND_BYTES / rowBytes), header.height() / 8);
        int step = (int) Math.min(header.height(), Math.max(1, rows / blockRows) * blockRows);
        RowConverter converter = null;
        byte[] rgb = new byte[3 * header.width()];
        for (int top = 0; top < header.height(); top += step) {
            ImageReadParam param = reader.getDefaultReadParam();
            int bandRows = Math.min(step, header.height() - top);
            param.setSourceRegion(new Rectangle(0, top, header.width(), bandRows));
            BufferedImage band = reader.read(0, param);
            if (converter == null) {
                converter = RowConverter.of(band.getColorModel(), band.getSampleModel(), false);
            }
            feed(band.getRaster(), converter, sink, top, rgb);
        }
    }

    private void whole(ImageReader reader, RowSink sink) throws IOException {
        BufferedImage image = reader.read(0);
        RowConverter converter = RowConverter.of(image.getColorModel(), image.getSampleModel(), false);
        if (image.getWidth() < header.width() || image.getHeight() < header.height()) {
            throw new IIOException("fewer pixels than promised");
        }
        feed(image.getRaster(), converter, sink, 0, new byte[3 * header.width()]);
    }

    private void feed(Raster raster, RowConverter converter, RowSink sink, int top, byte[] rgb) {
        int rows = Math.min(raster.getHeight(), header.height() - top);
        for (int y = 0; y < rows; y++) {
            converter.convert(raster, raster.getMinY() + y, header.width(), rgb);
            sink.row(top + y, rgb);
        }
    }

    /** The JDK's reader of a format, or the other one; the order in which readers registered must not decide. */
    private static ImageReader reader(String format, boolean jdk) throws IIOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (jdk == "java.desktop".equals(reader.getClass().getModule().getName())) {
                return reader;
            }
            reader.dispose();
        }
        throw new IIOException("Unsupported: no reader for " + format);
    }

    /**
     * Whether a warning of a reader means that pixels are missing or wrong. The words are libjpeg's and the JDK's. Left
     * out on purpose: bytes too many before a marker and odd profiles or markers, which cost no pixel.
     */
    private static boolean tellsDamage(@Nullable String warning) {
        if (warning == null) {
            return false;
        }
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("truncated")
                || text.contains("premature end")
                || text.contains("missing eoi")
                || text.contains("bad huffman")
                || text.contains("instead of rst")
                || text.contains("corrupt") && !text.contains("extraneous");
    }

    private static RefusedPhoto refusal(Exception problem) {
        String words = problem.getMessage() == null ? "" : problem.getMessage();
        String text = words.toLowerCase(Locale.ROOT);
        boolean unsupported = text.contains("unsupported") || text.contains("not supported");
        return new RefusedPhoto(unsupported ? Refusal.Kind.UNSUPPORTED : Refusal.Kind.DAMAGED, oneLine(words));
    }

    private static String oneLine(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() > 100 ? line.substring(0, 97) + "..." : line;
    }
}

package io.crackscope.imaging;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Turns one row of decoded samples of some kind into 8-bit RGB. Grey and RGB samples are taken as they are stored,
 * whatever profile they carry; transparent pixels are laid over white; ink (CMYK) is turned by its profile, or,
 * without one, by (1 - ink)(1 - black). One converter serves one thread.
 */
abstract class RowConverter {
    /** Writes {@code width} pixels of row {@code y} of {@code source} to the start of {@code rgb}. */
    abstract void convert(Raster source, int y, int width, byte[] rgb);

    /** The converter for rasters of this kind. {@code whiteInk}: samples of ink mean 255 = none. */
    static RowConverter of(ColorModel colors, SampleModel samples, boolean whiteInk) {
        if (colors instanceof IndexColorModel palette) {
            return new Palette(palette);
        }
        int type = colors.getColorSpace().getType();
        boolean bytes = samples.getDataType() == DataBuffer.TYPE_BYTE;
        boolean shorts = samples.getDataType() == DataBuffer.TYPE_USHORT;
        boolean whole = samples instanceof ComponentSampleModel
                && colors instanceof ComponentColorModel
                && colors.getComponentSize(0) == DataBuffer.getDataTypeSize(samples.getDataType());
        if (whole && (bytes || shorts) && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB)) {
            return new Components(colors, bytes);
        }
        if (whole && bytes && type == ColorSpace.TYPE_CMYK && samples.getNumBands() == 4) {
            return new Ink(colors.getColorSpace(), whiteInk);
        }
        return new AnyModel(colors);
    }

    private static byte overWhite(int value, int alpha, boolean premultiplied) {
        return (byte)
                (premultiplied
                        ? Math.min(255, value + 255 - alpha)
                        : (value * alpha + 255 * (255 - alpha) + 127) / 255);
    }

    private static final class Palette extends RowConverter {
        private final byte[] colours;
        private int[] indices = new int[0];

        Palette(IndexColorModel model) {
            int size = model.getMapSize();
            colours = new byte[3 * size];
            for (int i = 0; i < size; i++) {
                int alpha = model.getAlpha(i);
                colours[3 * i] = overWhite(model.getRed(i), alpha, false);
                colours[3 * i + 1] = overWhite(model.getGreen(i), alpha, false);
                colours[3 * i + 2] = overWhite(model.getBlue(i), alpha, false);
            }
        }

        @Override
        void convert(Raster source, int y, int width, byte[] rgb) {
            if (indices.length < width) {
                indices = new int[width];
            }
            source.getPixels(source.getMinX(), y, width, 1, indices);
            int last = colours.length / 3 - 1;
            for (int x = 0; x < width; x++) {
                // an index past the palette is damage that decoders let through
                int colour = 3 * Math.min(indices[x], last);
                rgb[3 * x] = colours[colour];
                rgb[3 * x + 1] = colours[colour + 1];
                rgb[3 * x + 2] = colours[colour + 2];
            }
        }
    }

    /** Grey, grey + alpha, RGB or RGB + alpha in whole bytes or 16-bit words. */
    private static final class Components extends RowConverter {
        private final boolean bytes;
        private final boolean alpha;
        private final boolean premultiplied;
        private final int colours;
        private byte[] row = new byte[0];
        private short[] words = new short[0];

        Components(ColorModel model, boolean bytes) {
            this.bytes = bytes;
            this.alpha = model.hasAlpha();
            this.premultiplied = model.isAlphaPremultiplied();
            this.colours = model.getNumColorComponents();
        }

        @Override
        void convert(Raster source, int y, int width, byte[] rgb) {
            int bands = source.getNumBands();
            int length = bands * width;
            if (bytes && bands == 3) {
                source.getDataElements(source.getMinX(), y, width, 1, rgb);
                return;
            }
            if (row.length < length) {
                row = new byte[length];
                words = bytes ? words : new short[length];
            }
            if (bytes) {
                source.getDataElements(source.getMinX(), y, width, 1, row);
            } else {
                source.getDataElements(source.getMinX(), y, width, 1, words);
                for (int i = 0; i < length; i++) {
                    row[i] = (byte) (((words[i] & 0xffff) * 255 + 32767) / 65535);
                }
            }
            int green = colours == 1 ? 0 : 1;
            int blue = colours == 1 ? 0 : 2;
            for (int x = 0, from = 0, to = 0; x < width; x++, from += bands, to += 3) {
                byte r = row[from];
                byte g = row[from + green];
                byte b = row[from + blue];
                if (alpha) {
                    int opacity = row[from + colours] & 0xff;
                    r = overWhite(r & 0xff, opacity, premultiplied);
                    g = overWhite(g & 0xff, opacity, premultiplied);
                    b = overWhite(b & 0xff, opacity, premultiplied);
                }
                rgb[to] = r;
                rgb[to + 1] = g;
                rgb[to + 2] = b;
            }
        }
    }

    private static final class Ink extends RowConverter {
        private final @Nullable ColorConvertOp profiled;
        private final boolean whiteInk;
        private byte[] row = new byte[0];

        Ink(ColorSpace space, boolean whiteInk) {
            this.profiled = conversion(space);
            this.whiteInk = whiteInk;
        }

        private static @Nullable ColorConvertOp conversion(ColorSpace space) {
            if (!(space instanceof ICC_ColorSpace profile)) {
                return null;
            }
            try {
                ICC_Profile[] way = {profile.getProfile(), ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
                ColorConvertOp op = new ColorConvertOp(way, null);
                // a damaged profile shows only when it is used
                op.filter(
                        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 4, null),
                        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 3, null));
                return op;
            } catch (CMMException | IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        void convert(Raster source, int y, int width, byte[] rgb) {
            if (row.length != 4 * width) {
                row = new byte[4 * width];
            }
            source.getDataElements(source.getMinX(), y, width, 1, row);
            if (whiteInk) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (byte) ~row[i];
                }
            }
            if (profiled != null) {
                byProfile(profiled, width, rgb);
            } else {
                byProduct(width, rgb);
            }
        }

        private void byProfile(ColorConvertOp conversion, int width, byte[] rgb) {
            WritableRaster from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 4, null);
            from.setDataElements(0, 0, width, 1, row);
            WritableRaster to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
            conversion.filter(from, to);
            to.getDataElements(0, 0, width, 1, rgb);
        }

        private void byProduct(int width, byte[] rgb) {
            for (int x = 0; x < width; x++) {
                int light = 255 - (row[4 * x + 3] & 0xff);
                for (int c = 0; c < 3; c++) {
                    rgb[3 * x + c] = (byte) (((255 - (row[4 * x + c] & 0xff)) * light + 127) / 255);
                }
            }
        }
    }

    /** Whatever else the colour model can explain, pixel by pixel. */
    private static final class AnyModel extends RowConverter {
        private final ColorModel model;

        AnyModel(ColorModel model) {
            this.model = model;
        }

        @Override
        void convert(Raster source, int y, int width, byte[] rgb) {
            Object pixel = null;
            for (int x = 0; x < width; x++) {
                pixel = source.getDataElements(source.getMinX() + x, y, pixel);
                int argb = model.getRGB(pixel);
                int alpha = argb >>> 24;
                rgb[3 * x] = overWhite(argb >> 16 & 0xff, alpha, false);
                rgb[3 * x + 1] = overWhite(argb >> 8 & 0xff, alpha, false);
                rgb[3 * x + 2] = overWhite(argb & 0xff, alpha, false);
            }
        }
    }
}

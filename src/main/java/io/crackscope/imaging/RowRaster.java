package io.crackscope.imaging;

import java.awt.Point;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;

/**
 * A raster that keeps nothing: it looks to a decoder like the whole picture and hands every row on as it is written.
 * The JDK's JPEG reader writes by {@code setRect} a row at a time, its PNG reader by {@code setPixel} (JDK 25; a test
 * reads both, and a reader that writes in any other way gets an exception, never a wrong picture).
 */
final class RowRaster extends WritableRaster {
    private final RowConverter converter;
    private final RowSink picture;
    private final boolean anyOrder;
    private final byte[] rgb;
    private final WritableRaster pending;
    private int pendingRow = -1;

    /** {@code anyOrder}: pixels come one by one in any order, as in the passes of an interlaced PNG. */
    RowRaster(SampleModel model, RowConverter converter, RowSink picture, boolean anyOrder) {
        super(model, new DataBufferByte(1), new Point());
        this.converter = converter;
        this.picture = picture;
        this.anyOrder = anyOrder;
        this.rgb = new byte[3 * (anyOrder ? 1 : getWidth())];
        this.pending = Raster.createWritableRaster(
                model.createCompatibleSampleModel(anyOrder ? 1 : getWidth(), 1), new Point());
    }

    @Override
    public void setRect(int x, int y, Raster rows) {
        if (x != 0 || rows.getWidth() != getWidth() || rows.getHeight() != 1 || anyOrder) {
            throw new UnsupportedOperationException("part of a row");
        }
        converter.convert(rows, rows.getMinY(), getWidth(), rgb);
        picture.row(y, rgb);
    }

    @Override
    public void setPixel(int x, int y, int[] samples) {
        if (anyOrder) {
            pending.setPixel(0, 0, samples);
            converter.convert(pending, 0, 1, rgb);
            picture.pixel(x, y, rgb);
            return;
        }
        if (y != pendingRow) {
            flush();
            pendingRow = y;
        }
        pending.setPixel(x, 0, samples);
    }

    /** Hands on the row that was written pixel by pixel; to be called once after decoding. */
    void flush() {
        if (pendingRow >= 0) {
            converter.convert(pending, 0, getWidth(), rgb);
            picture.row(pendingRow, rgb);
            pendingRow = -1;
        }
    }

    @Override
    public void setPixels(int x, int y, int w, int h, int[] samples) {
        throw new UnsupportedOperationException("block of pixels");
    }

    @Override
    public void setDataElements(int x, int y, Object data) {
        throw new UnsupportedOperationException("data elements");
    }

    @Override
    public void setDataElements(int x, int y, Raster raster) {
        throw new UnsupportedOperationException("data elements");
    }

    @Override
    public void setDataElements(int x, int y, int w, int h, Object data) {
        throw new UnsupportedOperationException("data elements");
    }
}

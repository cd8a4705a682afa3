package io.crackscope.imaging;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoHeader.Section;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/** Reads the image file directories of a TIFF 6.0 file: sizes, layout, and which pages are photos of their own. */
final class TiffHeader {
    private static final int MOST_PAGES = 10_000;
    private static final int REDUCED = 1;
    private static final int MASK = 4;

    private final ImageInputStream in;
    private int width;
    private int height;
    private int kind;
    private int bits = 1;
    private int samples = 1;
    private int compression = 1;
    private long blockRows = Long.MAX_VALUE;
    private boolean rawPhoto;
    private boolean subPictures;
    private long lastStrip;
    private long lastStripBytes;

    private TiffHeader(ImageInputStream in) {
        this.in = in;
    }

    /** Reads all directories; the first is the photo. */
    static PhotoHeader read(ImageInputStream in) throws IOException, RefusedPhoto {
        in.setByteOrder(in.readUnsignedByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.seek(4);
        long next = in.readUnsignedInt();
        if (next == 0x10) {
            byte[] mark = new byte[2];
            in.seek(8);
            in.readFully(mark);
            if (mark[0] == 'C' && mark[1] == 'R') {
                throw new RefusedPhoto(Refusal.Kind.UNSUPPORTED, "CR2");
            }
        }
        Set<Long> seen = new HashSet<>();
        TiffHeader first = new TiffHeader(in);
        next = first.directory(next);
        first.check();
        int photos = 1;
        while (next != 0 && seen.add(next) && seen.size() < MOST_PAGES) {
            TiffHeader page = new TiffHeader(in);
            next = page.directory(next);
            if (page.isPhotoBeside(first)) {
                photos++;
            }
        }
        long rows = Math.min(first.height, first.blockRows);
        boolean packed = first.compression != 1;
        long rowBytes = ((long) first.width * first.samples * first.bits + 7) / 8;
        return new PhotoHeader(
                PictureFormat.TIFF,
                first.width,
                first.height,
                new Section(0, in.length()),
                photos,
                false,
                false,
                packed ? (int) rows : 1,
                packed ? rows * rowBytes : 0);
    }

    private boolean isPhotoBeside(TiffHeader first) {
        return (kind & (REDUCED | MASK)) == 0 && 4L * width * height >= (long) first.width * first.height;
    }

    private void check() throws IOException, RefusedPhoto {
        // raw files of cameras are TIFFs whose first page is a thumbnail of the photo
        if (rawPhoto || (kind & REDUCED) != 0 && subPictures) {
            throw new RefusedPhoto(Refusal.Kind.UNSUPPORTED, "camera raw");
        }
        if (width <= 0 || height <= 0) {
            throw HeaderReader.damaged("no size");
        }
        if (bits > 16) {
            throw new RefusedPhoto(Refusal.Kind.UNSUPPORTED, bits + " bit");
        }
        if (lastStrip + lastStripBytes > in.length()) {
            throw HeaderReader.damaged((lastStrip + lastStripBytes - in.length()) + " B missing");
        }
    }

    private long directory(long at) throws IOException {
        in.seek(at);
        int entries = in.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            in.seek(at + 2 + 12L * i);
            int tag = in.readUnsignedShort();
            int type = in.readUnsignedShort();
            long count = in.readUnsignedInt();
            switch (tag) {
                case 254 -> kind = (int) first(type, count);
                case 256 -> width = (int) first(type, count);
                case 257 -> height = (int) first(type, count);
                case 258 -> bits = (int) first(type, count);
                case 259 -> compression = (int) first(type, count);
                case 273, 324 -> lastStrip = last(type, count);
                case 277 -> samples = (int) Math.max(1, first(type, count));
                case 278, 323 -> blockRows = Math.max(1, first(type, count));
                case 279, 325 -> lastStripBytes = last(type, count);
                case 330 -> subPictures = true;
                case 0xc612 -> rawPhoto = true;
                default -> {}
            }
        }
        in.seek(at + 2 + 12L * entries);
        return in.readUnsignedInt();
    }

    private long first(int type, long count) throws IOException {
        return value(type, count, 0);
    }

    private long last(int type, long count) throws IOException {
        return count == 0 ? 0 : value(type, count, count - 1);
    }

    /** One value of the entry whose value field the stream stands at; shorts, longs and bytes only. */
    private long value(int type, long count, long index) throws IOException {
        int size = type == 3 ? 2 : type == 1 ? 1 : 4;
        if (count * size > 4) {
            in.seek(in.readUnsignedInt());
        }
        in.seek(in.getStreamPosition() + index * size);
        return switch (size) {
            case 1 -> in.readUnsignedByte();
            case 2 -> in.readUnsignedShort();
            default -> in.readUnsignedInt();
        };
    }
}

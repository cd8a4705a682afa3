package io.crackscope.imaging;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoHeader.Section;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of the picture formats: JPEG (ITU-T T.81), PNG (ISO/IEC 15948 with APNG), WebP (RFC 9649), GIF89a
 * and BMP. TIFF has a class of its own.
 */
final class HeaderReader {
    private final ImageInputStream in;
    private final long length;

    private HeaderReader(ImageInputStream in) throws IOException {
        this.in = in;
        this.length = in.length();
    }

    /** Reads the header from the start of {@code in}. */
    static PhotoHeader read(PictureFormat format, ImageInputStream in) throws IOException, RefusedPhoto {
        in.seek(0);
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        HeaderReader reader = new HeaderReader(in);
        try {
            return switch (format) {
                case JPEG -> reader.jpeg();
                case PNG -> reader.png();
                case TIFF -> TiffHeader.read(in);
                case BMP -> reader.bmp();
                case WEBP -> reader.webp();
                case GIF -> reader.gif();
            };
        } catch (EOFException e) {
            throw damaged("ends too early");
        }
    }

    private PhotoHeader jpeg() throws IOException, RefusedPhoto {
        in.skipBytes(2);
        Section exif = Section.NONE;
        boolean adobe = false;
        int width = 0;
        int height = 0;
        int inks = 0;
        while (true) {
            int marker = nextMarker();
            if (marker == 0xda) {
                if (width == 0 || height == 0) {
                    throw damaged("no size");
                }
                return new PhotoHeader(PictureFormat.JPEG, width, height, exif, 1, false, inks == 4 && !adobe, 1, 0);
            }
            if (marker == 0xd9) {
                throw damaged("no picture data");
            }
            if (marker >= 0xd0 && marker <= 0xd7 || marker == 0x01) {
                continue;
            }
            int size = in.readUnsignedShort();
            long next = in.getStreamPosition() + size - 2;
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                in.skipBytes(1);
                height = in.readUnsignedShort();
                width = in.readUnsignedShort();
                inks = in.readUnsignedByte();
            } else if (marker == 0xe1 && exif.length() == 0 && size > 8 && in.readInt() == 0x45786966) {
                exif = new Section(in.getStreamPosition() + 2, size - 8L);
            } else if (marker == 0xee && size >= 14 && in.readInt() == 0x41646f62) {
                adobe = true;
            }
            in.seek(next);
        }
    }

    private int nextMarker() throws IOException, RefusedPhoto {
        // encoders may put filling between segments; more than a little of it is not a JPEG any more
        for (int i = 0; i < 4096; i++) {
            if (in.readUnsignedByte() == 0xff) {
                int code = in.readUnsignedByte();
                while (code == 0xff) {
                    code = in.readUnsignedByte();
                }
                if (code != 0) {
                    return code;
                }
            }
        }
        throw damaged("no marker where one must be");
    }

    private PhotoHeader png() throws IOException, RefusedPhoto {
        in.skipBytes(8);
        int width = 0;
        int height = 0;
        int frames = 1;
        boolean interlaced = false;
        boolean data = false;
        Section exif = Section.NONE;
        while (true) {
            long size = in.readUnsignedInt();
            int type = in.readInt();
            long at = in.getStreamPosition();
            if (size > Integer.MAX_VALUE || at + size + 4 > length) {
                throw damaged("ends in its data");
            }
            switch (type) {
                case 0x49484452 -> { // IHDR
                    width = in.readInt();
                    height = in.readInt();
                    in.skipBytes(4);
                    interlaced = in.readUnsignedByte() != 0;
                }
                case 0x6163544c -> frames = Math.max(1, in.readInt()); // acTL
                case 0x65584966 -> exif = new Section(at, size); // eXIf
                case 0x49444154 -> data = true; // IDAT
                default -> {}
            }
            in.seek(at - 4);
            if (crc(size + 4) != in.readUnsignedInt()) {
                throw damaged("checksum");
            }
            if (type == 0x49454e44) { // IEND
                if (width <= 0 || height <= 0 || !data) {
                    throw damaged("no picture data");
                }
                return new PhotoHeader(PictureFormat.PNG, width, height, exif, frames, interlaced, false, 1, 0);
            }
        }
    }

    private long crc(long bytes) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[(int) Math.min(1 << 16, bytes)];
        for (long left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            crc.update(buffer, 0, read);
            left -= read;
        }
        return crc.getValue();
    }

    private PhotoHeader webp() throws IOException, RefusedPhoto {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.skipBytes(4);
        long end = in.readUnsignedInt() + 8;
        in.skipBytes(4);
        if (end > length) {
            throw damaged((end - length) + " B missing");
        }
        int[] size = null;
        int frames = 0;
        Section exif = Section.NONE;
        while (in.getStreamPosition() + 8 <= end) {
            int type = in.readInt();
            long bytes = in.readUnsignedInt();
            long at = in.getStreamPosition();
            if (at + bytes > end) {
                throw damaged("ends in its data");
            }
            switch (type) {
                case 0x464d4e41 -> frames++; // ANMF
                case 0x58385056 -> { // VP8X
                    in.skipBytes(4);
                    size = new int[] {1 + threeBytes(), 1 + threeBytes()};
                }
                case 0x4c385056 -> { // VP8L
                    in.skipBytes(1);
                    int bits = in.readInt();
                    size = size != null ? size : new int[] {1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff)};
                }
                case 0x20385056 -> { // VP8
                    in.skipBytes(6);
                    size = size != null
                            ? size
                            : new int[] {in.readUnsignedShort() & 0x3fff, in.readUnsignedShort() & 0x3fff};
                }
                case 0x46495845 -> exif = exif(at, bytes); // EXIF
                default -> {}
            }
            in.seek(at + bytes + (bytes & 1));
        }
        if (size == null || size[0] == 0 || size[1] == 0) {
            throw damaged("no picture data");
        }
        return new PhotoHeader(PictureFormat.WEBP, size[0], size[1], exif, Math.max(1, frames));
    }

    private int threeBytes() throws IOException {
        return in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
    }

    /** Some writers keep JPEG's "Exif\0\0" in front of the block. */
    private Section exif(long at, long bytes) throws IOException {
        in.seek(at);
        byte[] start = new byte[6];
        boolean prefixed =
                bytes > 6 && in.read(start) == 6 && Arrays.equals(start, new byte[] {'E', 'x', 'i', 'f', 0, 0});
        return prefixed ? new Section(at + 6, bytes - 6) : new Section(at, bytes);
    }

    private PhotoHeader gif() throws IOException, RefusedPhoto {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.skipBytes(10);
        skipPalette(in.readUnsignedByte());
        in.skipBytes(2);
        int frames = 0;
        int width = 0;
        int height = 0;
        while (true) {
            int block = in.readUnsignedByte();
            if (block == 0x3b) {
                break;
            }
            if (block == 0x21) {
                in.skipBytes(1);
            } else if (block == 0x2c) {
                in.skipBytes(4);
                int frameWidth = in.readUnsignedShort();
                int frameHeight = in.readUnsignedShort();
                if (frames++ == 0) {
                    width = frameWidth;
                    height = frameHeight;
                }
                skipPalette(in.readUnsignedByte());
                in.skipBytes(1);
            } else {
                throw damaged("no block where one must be");
            }
            for (int size = in.readUnsignedByte(); size > 0; size = in.readUnsignedByte()) {
                in.skipBytes(size);
            }
        }
        if (width == 0 || height == 0) {
            throw damaged("no picture data");
        }
        return new PhotoHeader(PictureFormat.GIF, width, height, Section.NONE, frames);
    }

    private void skipPalette(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            in.skipBytes(3 * (2 << (flags & 7)));
        }
    }

    private PhotoHeader bmp() throws IOException, RefusedPhoto {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.skipBytes(10);
        long data = in.readUnsignedInt();
        int headerSize = in.readInt();
        boolean old = headerSize == 12;
        long width = old ? in.readUnsignedShort() : in.readInt();
        long height = old ? in.readUnsignedShort() : Math.abs((long) in.readInt());
        in.skipBytes(2);
        int bits = in.readUnsignedShort();
        int compression = old ? 0 : in.readInt();
        if (width <= 0 || height <= 0 || height > Integer.MAX_VALUE) {
            throw damaged("no size");
        }
        if (compression == 4 || compression == 5) {
            throw new RefusedPhoto(Refusal.Kind.UNSUPPORTED, compression == 4 ? "JPEG in BMP" : "PNG in BMP");
        }
        long rows = (width * bits + 31) / 32 * 4 * height;
        boolean packed = compression == 1 || compression == 2;
        if (!packed && data + rows > length) {
            throw damaged((data + rows - length) + " B missing");
        }
        return new PhotoHeader(
                PictureFormat.BMP,
                (int) width,
                (int) height,
                Section.NONE,
                1,
                false,
                false,
                packed ? (int) height : 1,
                packed ? width * height : 0);
    }

    static RefusedPhoto damaged(@Nullable String detail) {
        return new RefusedPhoto(Refusal.Kind.DAMAGED, detail == null ? "" : detail);
    }
}

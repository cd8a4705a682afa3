package io.crackscope.imaging;

/**
 * What the start of a photo file promises, read without decoding a pixel.
 *
 * @param format of the content
 * @param width as stored, at least 1
 * @param height as stored, at least 1
 * @param exif where its EXIF block (a TIFF structure) lies
 * @param frames pictures of photo size in the file, at least 1
 * @param interlaced whether pixels come in passes over the whole picture instead of rows from top to bottom
 * @param whiteInk whether ink samples mean 255 = none, although nothing in the file says that they are inverted
 * @param blockRows rows that can only be decoded together; 1 where rows are independent or simply follow each other
 * @param blockBytes bytes of such a block once decompressed
 */
record PhotoHeader(
        PictureFormat format,
        int width,
        int height,
        Section exif,
        int frames,
        boolean interlaced,
        boolean whiteInk,
        int blockRows,
        long blockBytes) {

    /** Bytes of a file: from {@code offset}, {@code length} of them; none if the length is 0. */
    record Section(long offset, long length) {
        static final Section NONE = new Section(0, 0);
    }

    PhotoHeader(PictureFormat format, int width, int height, Section exif, int frames) {
        this(format, width, height, exif, frames, false, false, 1, 0);
    }

    long pixels() {
        return (long) width * height;
    }
}

package io.crackscope.imaging;

/** Takes the stored pixels of a photo, as 8-bit RGB, while it is being decoded. */
interface RowSink {
    /** Takes stored row {@code y}; rows come from top to bottom, each once. The array is used again for the next. */
    void row(int y, byte[] row);

    /** Takes one stored pixel, in any order; for the passes of an interlaced picture. */
    void pixel(int x, int y, byte[] pixel);
}

package io.crackscope.imaging;

/**
 * Puts stored pixels where they belong in the scene while they arrive, so that a photo never exists twice: turns and
 * mirrors by the orientation and, where the picture is to be smaller, averages squares of {@code factor} pixels.
 * Averaging instead of skipping keeps hairline cracks visible. Squares are aligned to the scene's top left corner;
 * those on the right and bottom edge average what is there.
 */
final class PictureBuilder implements RowSink {
    /** Rows that are turned together: columns are then written 32 pixels at a time, which the cache can bear. */
    private static final int TURNED_ROWS = 32;

    private final int storedWidth;
    private final int storedHeight;
    private final int factor;
    private final Orientation orientation;
    private final int columns;
    private final int rows;
    private final int phaseX;
    private final int phaseY;
    private final int width;
    private final int height;
    private final byte[] rgb;
    private final int[] sums;
    private final byte[] averaged;
    private final byte[] turning;
    private int summedRows;
    private int turningFrom;
    private int turningRows;

    /** For stored rows of {@code storedWidth} pixels, {@code storedHeight} of them; {@code factor} is at least 1. */
    PictureBuilder(int storedWidth, int storedHeight, int factor, Orientation orientation) {
        this.storedWidth = storedWidth;
        this.storedHeight = storedHeight;
        this.factor = factor;
        this.orientation = orientation;
        this.columns = Math.ceilDiv(storedWidth, factor);
        this.rows = Math.ceilDiv(storedHeight, factor);
        this.phaseX = orientation.reversesColumns() ? columns * factor - storedWidth : 0;
        this.phaseY = orientation.reversesRows() ? rows * factor - storedHeight : 0;
        this.width = orientation.swapsSides ? rows : columns;
        this.height = orientation.swapsSides ? columns : rows;
        this.rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        this.sums = factor == 1 ? new int[0] : new int[3 * columns];
        this.averaged = factor == 1 ? new byte[0] : new byte[3 * columns];
        this.turning = orientation.swapsSides ? new byte[3 * columns * Math.min(TURNED_ROWS, rows)] : new byte[0];
    }

    @Override
    public void row(int y, byte[] row) {
        if (factor == 1) {
            place(y, row);
            return;
        }
        int remaining = factor - phaseX;
        int at = 0;
        for (int i = 0; i < 3 * storedWidth; i += 3) {
            sums[at] += row[i] & 0xff;
            sums[at + 1] += row[i + 1] & 0xff;
            sums[at + 2] += row[i + 2] & 0xff;
            if (--remaining == 0) {
                remaining = factor;
                at += 3;
            }
        }
        summedRows++;
        if ((y + phaseY + 1) % factor == 0 || y == storedHeight - 1) {
            average();
            place((y + phaseY) / factor, averaged);
        }
    }

    private void average() {
        for (int column = 0; column < columns; column++) {
            int from = Math.max(0, column * factor - phaseX);
            int to = Math.min(storedWidth, (column + 1) * factor - phaseX);
            int count = (to - from) * summedRows;
            for (int i = 3 * column; i < 3 * column + 3; i++) {
                averaged[i] = (byte) ((sums[i] + count / 2) / count);
                sums[i] = 0;
            }
        }
        summedRows = 0;
    }

    /** Only where nothing is averaged. */
    @Override
    public void pixel(int x, int y, byte[] pixel) {
        int sceneX = orientation.swapsSides ? y : x;
        int sceneY = orientation.swapsSides ? x : y;
        int at = 3
                * ((orientation.reversesY ? height - 1 - sceneY : sceneY) * width
                        + (orientation.reversesX ? width - 1 - sceneX : sceneX));
        rgb[at] = pixel[0];
        rgb[at + 1] = pixel[1];
        rgb[at + 2] = pixel[2];
    }

    private void place(int y, byte[] row) {
        if (orientation.swapsSides) {
            if (turningRows == 0) {
                turningFrom = y;
            }
            System.arraycopy(row, 0, turning, 3 * columns * turningRows, 3 * columns);
            turningRows++;
            if (3 * columns * turningRows == turning.length || y == rows - 1) {
                turn();
            }
            return;
        }
        int at = 3 * width * (orientation.reversesY ? height - 1 - y : y);
        if (!orientation.reversesX) {
            System.arraycopy(row, 0, rgb, at, 3 * width);
            return;
        }
        for (int from = 3 * (width - 1); from >= 0; from -= 3, at += 3) {
            rgb[at] = row[from];
            rgb[at + 1] = row[from + 1];
            rgb[at + 2] = row[from + 2];
        }
    }

    private void turn() {
        int step = orientation.reversesX ? -3 : 3;
        int sceneX = orientation.reversesX ? width - 1 - turningFrom : turningFrom;
        for (int column = 0; column < columns; column++) {
            int sceneY = orientation.reversesY ? height - 1 - column : column;
            int at = 3 * (sceneY * width + sceneX);
            int from = 3 * column;
            for (int row = 0; row < turningRows; row++, at += step, from += 3 * columns) {
                rgb[at] = turning[from];
                rgb[at + 1] = turning[from + 1];
                rgb[at + 2] = turning[from + 2];
            }
        }
        turningRows = 0;
    }

    /** The picture; all rows must have been taken. */
    Picture finish() {
        return new Picture(width, height, rgb);
    }
}

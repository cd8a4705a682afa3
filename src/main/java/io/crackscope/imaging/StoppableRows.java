package io.crackscope.imaging;

import io.crackscope.work.Cancellation;

/** Passes rows on until it is cancelled, then ends the decoding with a {@link java.util.concurrent.CancellationException}. */
record StoppableRows(RowSink to, Cancellation cancellation) implements RowSink {
    @Override
    public void row(int y, byte[] row) {
        cancellation.throwIfCancelled();
        to.row(y, row);
    }

    @Override
    public void pixel(int x, int y, byte[] pixel) {
        cancellation.throwIfCancelled();
        to.pixel(x, y, pixel);
    }
}

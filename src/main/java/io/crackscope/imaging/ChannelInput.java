package io.crackscope.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/**
 * Reads a channel through one small buffer, so that decoders that ask byte by byte stay fast and no part of the file is
 * kept; it also remembers whether the channel itself failed, to tell a bad disk from a damaged picture.
 */
final class ChannelInput extends ImageInputStreamImpl {
    private final SeekableByteChannel channel;
    private final long length;
    private final byte[] buffer = new byte[1 << 15];
    private long bufferStart;
    private int bufferLength;
    private @Nullable IOException failure;

    ChannelInput(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    /** The failure of the channel itself, if it failed. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!buffered()) {
            return -1;
        }
        return buffer[(int) (streamPos++ - bufferStart)] & 0xff;
    }

    /** Reads all that is wanted unless the file ends: the JDK's BMP reader (25) takes a short read for a full one. */
    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (wanted == 0) {
            return 0;
        }
        int done = 0;
        while (done < wanted) {
            int read = readSome(bytes, offset + done, wanted - done);
            if (read <= 0) {
                break;
            }
            streamPos += read;
            done += read;
        }
        return done == 0 ? -1 : done;
    }

    private int readSome(byte[] bytes, int offset, int wanted) throws IOException {
        boolean outside = streamPos < bufferStart || streamPos >= bufferStart + bufferLength;
        if (outside && wanted >= buffer.length) {
            return fill(ByteBuffer.wrap(bytes, offset, wanted), streamPos);
        }
        if (!buffered()) {
            return -1;
        }
        int from = (int) (streamPos - bufferStart);
        int read = Math.min(wanted, bufferLength - from);
        System.arraycopy(buffer, from, bytes, offset, read);
        return read;
    }

    private boolean buffered() throws IOException {
        if (streamPos >= bufferStart && streamPos < bufferStart + bufferLength) {
            return true;
        }
        bufferStart = streamPos;
        bufferLength = Math.max(0, fill(ByteBuffer.wrap(buffer), streamPos));
        return bufferLength > 0;
    }

    private int fill(ByteBuffer into, long position) throws IOException {
        try {
            return channel.position(position).read(into);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}

package io.crackscope.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written bit by bit and appears whole or not at all: to a temporary name beside the target, synced and
 * moved over it by {@link #commit()}. What is no regular file (a pipe, /dev/stdout) is written directly.
 */
final class OutputFile implements AutoCloseable {
    private final Path target;
    private final @Nullable Path temporary;
    private final FileChannel channel;
    private final OutputStream stream;

    private OutputFile(Path target, @Nullable Path temporary) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.channel = FileChannel.open(temporary == null ? target : temporary, StandardOpenOption.WRITE);
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Begins to write {@code target}, whose folder must exist. */
    static OutputFile open(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        if (Files.exists(absolute) && !Files.isRegularFile(absolute) && !Files.isDirectory(absolute)) {
            return new OutputFile(absolute, null);
        }
        if (Files.isDirectory(absolute)) {
            throw new FileAlreadyExistsException(target.toString(), null, "is a folder");
        }
        // A link stays a link: what it points to is replaced.
        Path real = Files.exists(absolute) ? absolute.toRealPath() : absolute;
        Path temporary = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".part");
        return new OutputFile(real, temporary);
    }

    /**
     * Finds out, before long work, whether {@code target} can be written; null and {@code -} always can.
     *
     * @throws Failures.NotWritten if not
     */
    static void probe(@Nullable Path target) {
        if (target != null && !JsonTarget.isStandardOutput(target)) {
            try {
                open(target).close();
            } catch (IOException e) {
                throw new Failures.NotWritten(target, e);
            }
        }
    }

    /**
     * Whether writing {@code target}, null for nowhere, would replace {@code source}, by whatever path it is named.
     *
     * @throws Failures.NotWritten if that cannot be told
     */
    static boolean wouldReplace(@Nullable Path target, Path source) {
        try {
            return target != null && Files.exists(target) && Files.exists(source) && Files.isSameFile(source, target);
        } catch (IOException e) {
            throw new Failures.NotWritten(target, e);
        }
    }

    /** Writes {@code content} as the whole of {@code target}. */
    static void write(Path target, byte[] content) throws IOException {
        try (OutputFile file = open(target)) {
            file.stream().write(content);
            file.commit();
        }
    }

    /** Takes the content; need not be closed. */
    OutputStream stream() {
        return stream;
    }

    /** Makes what was written the content of the target. */
    void commit() throws IOException {
        stream.flush();
        if (temporary == null) {
            return;
        }
        channel.force(true);
        channel.close();
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // a temporary file is private to its owner; a result has the rights files usually have here
            Files.setPosixFilePermissions(
                    temporary,
                    Files.exists(target)
                            ? Files.getPosixFilePermissions(target)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Gives up what was not committed; the old content of the target stays. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }
}

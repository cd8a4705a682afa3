package io.crackscope.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that every Java platform has. */
public final class Digests {
    private static final int PIECE = 1 << 17;

    private Digests() {}

    /** The SHA-256 digest of {@code bytes} in lower-case hex, 64 characters. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newSha256().digest(bytes));
    }

    /**
     * The SHA-256 digest of the file's content in lower-case hex, 64 characters; reads the file piece by piece.
     *
     * @throws IOException as the file system reports it
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static String sha256(Path file, Cancellation cancellation) throws IOException {
        MessageDigest digest = newSha256();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                cancellation.throwIfCancelled();
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.crackscope.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The picture formats that can be read, told by the first bytes of the content and never by the name. */
enum PictureFormat {
    JPEG,
    PNG,
    TIFF,
    BMP,
    WEBP,
    GIF;

    /** Bytes of the start of a file that are enough to tell. */
    static final int HEAD = 32;

    /** The format that starts with {@code head}, which may be shorter than {@link #HEAD}. */
    static Optional<PictureFormat> of(byte[] head) {
        if (starts(head, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (starts(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (starts(head, 0, 'I', 'I', 42, 0) || starts(head, 0, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        // "BM" alone starts many a text: the size of the second header must be one that exists
        if (starts(head, 0, 'B', 'M') && head.length >= 18 && isBmpHeaderSize(head[14] & 0xff, head, 15)) {
            return Optional.of(BMP);
        }
        return Optional.empty();
    }

    /** The name of a picture format that is recognised but not read, such as HEIC. */
    static Optional<String> foreign(byte[] head) {
        if (starts(head, 4, 'f', 't', 'y', 'p') && head.length >= 12) {
            String brand = new String(head, 8, 4, StandardCharsets.ISO_8859_1);
            return switch (brand) {
                case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1" -> Optional.of("HEIC");
                case "avif", "avis" -> Optional.of("AVIF");
                case "crx " -> Optional.of("CR3");
                default -> Optional.empty();
            };
        }
        if (starts(head, 0, 'I', 'I', 43, 0) || starts(head, 0, 'M', 'M', 0, 43)) {
            return Optional.of("BigTIFF");
        }
        if (starts(head, 0, 0, 0, 0, 12, 'j', 'P', ' ', ' ') || starts(head, 0, 0xff, 0x4f, 0xff, 0x51)) {
            return Optional.of("JPEG 2000");
        }
        if (starts(head, 0, 0xff, 0x0a) || starts(head, 0, 0, 0, 0, 12, 'J', 'X', 'L', ' ')) {
            return Optional.of("JPEG XL");
        }
        if (starts(head, 0, '8', 'B', 'P', 'S')) {
            return Optional.of("PSD");
        }
        if (starts(head, 0, 'F', 'U', 'J', 'I', 'F', 'I', 'L', 'M')) {
            return Optional.of("RAF");
        }
        if (starts(head, 0, 'I', 'I', 'R', 'O') || starts(head, 0, 'I', 'I', 'U', 0)) {
            return Optional.of("camera raw");
        }
        return Optional.empty();
    }

    private static boolean isBmpHeaderSize(int low, byte[] head, int rest) {
        return head[rest] == 0
                && head[rest + 1] == 0
                && head[rest + 2] == 0
                && (low == 12
                        || low == 16
                        || low == 40
                        || low == 52
                        || low == 56
                        || low == 64
                        || low == 108
                        || low == 124);
    }

    private static boolean starts(byte[] head, int at, int... magic) {
        if (head.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[at + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

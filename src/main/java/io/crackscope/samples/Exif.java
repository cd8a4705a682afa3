package io.crackscope.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the few EXIF facts of a sample photo as a JPEG APP1 segment (CIPA DC-008, TIFF 6.0), little-endian. */
final class Exif {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);

    private record Entry(int tag, int type, int count, byte[] value) {}

    private Exif() {}

    /** The JPEG file {@code jpeg} with the segment put in right after its start marker. */
    static byte[] insert(byte[] jpeg, LocalDateTime taken, double latitude, double longitude) {
        byte[] tiff = tiff(taken, latitude, longitude);
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + head.length + tiff.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + length + 2);
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes(head);
        out.writeBytes(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] tiff(LocalDateTime taken, double latitude, double longitude) {
        List<Entry> main = new ArrayList<>();
        main.add(ascii(0x010E, "Drawn by CrackScope, not a photograph"));
        main.add(ascii(0x010F, "CrackScope"));
        main.add(ascii(0x0110, "Scene generator"));
        main.add(number(0x0112, SHORT, 1));
        main.add(ascii(0x0132, TIME.format(taken)));
        List<Entry> exif = List.of(ascii(0x9003, TIME.format(taken)));
        List<Entry> gps = List.of(
                ascii(0x0001, latitude < 0 ? "S" : "N"),
                degrees(0x0002, Math.abs(latitude)),
                ascii(0x0003, longitude < 0 ? "W" : "E"),
                degrees(0x0004, Math.abs(longitude)));
        // the pointers count as entries themselves, so the sizes are known before the offsets
        int mainSize = size(main) + 2 * 12;
        int exifAt = 8 + mainSize;
        int gpsAt = exifAt + size(exif);
        main.add(number(0x8769, LONG, exifAt));
        main.add(number(0x8825, LONG, gpsAt));
        ByteBuffer out = ByteBuffer.allocate(gpsAt + size(gps)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        directory(out, main);
        directory(out, exif);
        directory(out, gps);
        return out.array();
    }

    private static Entry ascii(int tag, String text) {
        byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Entry(tag, ASCII, value.length, value);
    }

    private static Entry number(int tag, int type, int value) {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        return new Entry(tag, type, 1, bytes.putInt(value).array());
    }

    /** Degrees, minutes and hundredths of seconds. */
    private static Entry degrees(int tag, double value) {
        int hundredths = (int) StrictMath.rint(value * 360_000);
        ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(hundredths / 360_000).putInt(1);
        bytes.putInt(hundredths / 6_000 % 60).putInt(1);
        bytes.putInt(hundredths % 6_000).putInt(100);
        return new Entry(tag, RATIONAL, 3, bytes.array());
    }

    private static int size(List<Entry> entries) {
        return 6
                + 12 * entries.size()
                + entries.stream().mapToInt(Exif::outside).sum();
    }

    /** Bytes of a value that does not fit its entry, padded to an even number. */
    private static int outside(Entry entry) {
        return entry.value().length <= 4 ? 0 : (entry.value().length + 1) / 2 * 2;
    }

    private static void directory(ByteBuffer out, List<Entry> entries) {
        int values = out.position() + 6 + 12 * entries.size();
        out.putShort((short) entries.size());
        for (Entry entry : entries) {
            out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (outside(entry) == 0) {
                out.put(entry.value()).position(out.position() + 4 - entry.value().length);
            } else {
                out.putInt(values);
                out.put(values, entry.value());
                values += outside(entry);
            }
        }
        out.putInt(0);
        out.position(values);
    }
}

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws the icons anew after {@code assets/icon.svg} was changed: PNG in all sizes, .ico for Windows and .icns for macOS.
 * By hand, with rsvg-convert (apt: librsvg2-bin): {@code java packaging/MakeIcons.java}
 */
public final class MakeIcons {
    private static final Path FOLDER = Path.of("assets/icons");
    private static final int[] SIZES = {16, 32, 48, 64, 128, 256, 512};
    private static final int[] WINDOWS = {16, 32, 48, 64, 256};
    private static final Map<String, Integer> MAC =
            new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512));

    private MakeIcons() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (int size : SIZES) {
            String edge = Integer.toString(size);
            Process draw = new ProcessBuilder(
                            "rsvg-convert",
                            "-w",
                            edge,
                            "-h",
                            edge,
                            "-o",
                            png(size).toString(),
                            "assets/icon.svg")
                    .inheritIO()
                    .start();
            if (draw.waitFor() != 0) {
                throw new IOException("rsvg-convert failed");
            }
        }
        Files.write(FOLDER.resolve("crackscope.ico"), ico());
        Files.write(FOLDER.resolve("crackscope.icns"), icns());
    }

    private static Path png(int size) {
        return FOLDER.resolve("crackscope-" + size + ".png");
    }

    /** A folder of PNG pictures, 16 bytes each, after a head of 6; 256 pixels are written as 0. */
    private static byte[] ico() throws IOException {
        int offset = 6 + 16 * WINDOWS.length;
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        for (int size : WINDOWS) {
            byte[] picture = Files.readAllBytes(png(size));
            head.put((byte) size).put((byte) size).putShort((short) 0);
            head.putShort((short) 1).putShort((short) 32).putInt(picture.length).putInt(offset + pictures.size());
            pictures.write(picture);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    /** PNG pictures, each after its type and its length with these eight bytes. */
    private static byte[] icns() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(pictures);
        for (Map.Entry<String, Integer> kind : MAC.entrySet()) {
            byte[] picture = Files.readAllBytes(png(kind.getValue()));
            out.writeBytes(kind.getKey());
            out.writeInt(picture.length + 8);
            out.write(picture);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(all);
        head.writeBytes("icns");
        head.writeInt(pictures.size() + 8);
        pictures.writeTo(all);
        return all.toByteArray();
    }
}

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of the image that is made anew only when its inputs change. The key of the inputs lies in a file beside the
 * image and is written last, so that an interrupted build is repeated.
 */
record Part(Path folder, List<String> inputs) {
    /** Fills an empty folder. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    void make(Maker maker) throws IOException {
        Path keyFile = folder.resolveSibling("../crackscope-" + folder.getFileName() + ".key")
                .normalize();
        String key = key();
        if (Files.isDirectory(folder)
                && Files.exists(keyFile)
                && Files.readString(keyFile).equals(key)) {
            return;
        }
        Files.deleteIfExists(keyFile);
        delete(folder);
        maker.make(folder);
        Files.writeString(keyFile, key);
    }

    /** What stands for a file among the inputs. */
    static String input(Path file) throws IOException {
        return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private String key() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", inputs).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

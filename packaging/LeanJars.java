import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The jars as they are shipped: their native libraries lie unpacked in one folder, those of other systems are left out,
 * and so is a jar of which nothing else remains. A jar without native libraries is copied unchanged.
 */
record LeanJars(NativePlatform platform, List<Path> jars) {
    private static final String ORDER = "class-path.txt";

    List<String> inputs() throws IOException {
        List<String> inputs = new ArrayList<>();
        inputs.add(platform.toString());
        for (String maker : List.of(
                "LeanJars", "LeanLibrary", "LeanElf", "LeanDll", "LeanDylib", "Dll", "UnusedCode", "NativePlatform")) {
            inputs.add(Part.input(Path.of("packaging", maker + ".java")));
        }
        for (Path jar : jars) {
            inputs.add(Part.input(jar));
        }
        return inputs;
    }

    /** Names of the jars that were written into {@code folder}, in the order of the class path. */
    static List<String> written(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(ORDER));
    }

    void write(Path folder, Path natives) throws IOException {
        Files.createDirectories(folder);
        List<String> order = new ArrayList<>();
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            if (Files.exists(folder.resolve(name))) {
                throw new IOException("two jars are called " + name);
            }
            if (writeOne(jar, folder.resolve(name), natives)) {
                order.add(name);
            }
        }
        link(natives);
        Files.write(folder.resolve(ORDER), order);
    }

    /** Whether anything remained of the jar. */
    private boolean writeOne(Path jar, Path lean, Path natives) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            List<ZipEntry> kept = new ArrayList<>();
            boolean stripped = false;
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String path = entry.getName();
                if (NativePlatform.isLibrary(path)) {
                    stripped = true;
                    if (platform.owns(path)) {
                        extract(file, entry, natives);
                    }
                } else if (NativePlatform.isBallast(path)) {
                    stripped = true;
                } else if (!entry.isDirectory()) {
                    kept.add(entry);
                }
            }
            if (!stripped) {
                Files.copy(jar, lean);
                return true;
            }
            boolean useful = kept.stream()
                    .map(ZipEntry::getName)
                    .anyMatch(path -> path.endsWith(".class") || path.startsWith("META-INF/services/"));
            if (useful) {
                rewrite(file, kept, lean);
            }
            return useful;
        }
    }

    private void extract(ZipFile file, ZipEntry entry, Path natives) throws IOException {
        Path library = natives.resolve(Path.of(entry.getName()).getFileName());
        if (Files.exists(library) && Files.size(library) != entry.getSize()) {
            throw new IOException("two different libraries are called " + library.getFileName());
        }
        try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
        }
        if (platform.trimmed().contains(library.getFileName().toString())) {
            LeanLibrary.trim(library);
        }
    }

    private static void rewrite(ZipFile file, List<ZipEntry> kept, Path lean) throws IOException {
        try (OutputStream out = Files.newOutputStream(lean);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : kept) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                zip.putNextEntry(copy);
                try (InputStream in = file.getInputStream(entry)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    /**
     * Links that JavaCPP 1.5.7 would else make here, or a copy of OpenBLAS in the home folder, at the first start: each
     * versioned library without its version, and OpenBLAS under a second name. Windows has no links that can be installed.
     */
    private static void link(Path natives) throws IOException {
        for (String openBlas : List.of("libopenblas.so.0", "libopenblas.0.dylib")) {
            if (Files.exists(natives.resolve(openBlas))) {
                String second = openBlas.replace("openblas", "openblas_nolapack");
                Files.createSymbolicLink(natives.resolve(second), Path.of(openBlas));
            }
        }
        try (Stream<Path> libraries = Files.list(natives)) {
            for (Path library : libraries.toList()) {
                String name = library.getFileName().toString();
                String plain = name.replaceAll("\\.so\\.[0-9.]+$", ".so").replaceAll("\\.[0-9]+\\.dylib$", ".dylib");
                if (!plain.equals(name)) {
                    // OpenBLAS for macOS brings libgfortran twice
                    Files.deleteIfExists(natives.resolve(plain));
                    Files.createSymbolicLink(natives.resolve(plain), library.getFileName());
                }
            }
        }
    }
}

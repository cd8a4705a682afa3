import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Lays out jars and native libraries as the build of another system would, and looks into each library for what system and
 * processor it was made. Called by {@code packaging/try-platforms.sh} with the run-time class path of that system.
 */
public final class TryPlatform {
    /** What the program loads by name; each system has its own ending. */
    private static final List<String> LOADED = List.of(
            "jnijavacpp", "jniopenblas", "jnind4jcpu", "nd4jcpu", "onnxruntime", "onnxruntime4j_jni", "sqlitejdbc");

    private static final String SEVERAL_MACS = "several Macs";

    private final NativePlatform platform;
    private final List<String> faults = new ArrayList<>();

    private TryPlatform(NativePlatform platform) {
        this.platform = platform;
    }

    /** Arguments: the name of the platform as in pom.xml and a folder that is made anew. Ends with 1 at a fault. */
    public static void main(String[] arguments) throws IOException {
        TryPlatform trial = new TryPlatform(NativePlatform.of(arguments[0]));
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.toString().endsWith(".jar"))
                .toList();
        trial.layOut(jars, Path.of(arguments[1]));
        trial.faults.forEach(fault -> System.out.println(arguments[0] + ": FAILED: " + fault));
        System.exit(trial.faults.isEmpty() ? 0 : 1);
    }

    private void layOut(List<Path> jars, Path folder) throws IOException {
        Part.delete(folder);
        Path natives = Files.createDirectories(folder.resolve("natives"));
        List<Path> others = jars.stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("javafx-"))
                .toList();
        new LeanJars(platform, others).write(folder.resolve("lib"), natives);

        Map<String, Path> whole = wholeLibraries(others, folder.resolve("whole"));
        TreeSet<String> names = new TreeSet<>();
        long size = 0;
        try (Stream<Path> files = Files.list(natives)) {
            for (Path file : files.sorted().toList()) {
                names.add(file.getFileName().toString());
                size += Files.isSymbolicLink(file) ? 0 : Files.size(file);
                try (FileChannel channel = FileChannel.open(file)) {
                    expect(file.getFileName().toString(), channel);
                }
            }
        }
        for (String library : LOADED) {
            String wanted = library + ending();
            // MinGW, which made ND4J's for Windows, keeps the lib
            if (!names.contains(wanted) && !names.contains("lib" + wanted)) {
                faults.add("no " + wanted);
            }
        }
        int count = 0;
        try (Stream<Path> lean = Files.list(folder.resolve("lib"))) {
            for (Path jar :
                    lean.filter(file -> file.toString().endsWith(".jar")).toList()) {
                count++;
                try (ZipFile file = new ZipFile(jar.toFile())) {
                    file.stream()
                            .filter(entry -> NativePlatform.isLibrary(entry.getName()))
                            .forEach(entry -> faults.add(entry + " is left in " + jar.getFileName()));
                }
            }
        }
        lookInto(RuntimeImage.modulesOf(jars));
        if (platform.isWindows()) {
            compare(whole, natives);
        }
        long before = 0;
        for (Path library : whole.values()) {
            before += Files.size(library);
        }
        Part.delete(folder.resolve("whole"));
        System.out.printf(
                "%s: %d jars, %d libraries of %.0f MB, whole %.0f MB: %s%n",
                platform.name(), count, names.size(), size / 1e6, before / 1e6, String.join(" ", names));
        estimate(size + sizeOf(folder.resolve("lib")));
    }

    /** The libraries as they lie in the jars. */
    private Map<String, Path> wholeLibraries(List<Path> jars, Path folder) throws IOException {
        Map<String, Path> libraries = new TreeMap<>();
        Files.createDirectories(folder);
        for (Path jar : jars) {
            try (ZipFile file = new ZipFile(jar.toFile())) {
                for (var entry : file.stream()
                        .filter(e -> NativePlatform.isLibrary(e.getName()) && platform.owns(e.getName()))
                        .toList()) {
                    String name = Path.of(entry.getName()).getFileName().toString();
                    libraries.put(name, folder.resolve(name));
                    try (var in = file.getInputStream(entry)) {
                        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        return libraries;
    }

    private void compare(Map<String, Path> whole, Path natives) throws IOException {
        Map<String, Dll> libraries = new TreeMap<>();
        for (String name : whole.keySet()) {
            libraries.put(name, Dll.read(natives.resolve(name)));
        }
        for (Map.Entry<String, Path> library : whole.entrySet()) {
            String name = library.getKey();
            if (Files.mismatch(library.getValue(), natives.resolve(name)) >= 0) {
                new DllCheck(name, Dll.read(library.getValue()), libraries.get(name), faults::add)
                        .check(libraries.values());
            }
        }
    }

    /** What will be installed: everything but libraries and jars is as large as in the program built here, or nearly. */
    private void estimate(long bytes) throws IOException {
        Path here = Path.of("target/crackscope");
        if (!Files.exists(here)) {
            System.out.println("no target/crackscope to estimate from how much will be installed");
            return;
        }
        long other = sizeOf(here) - sizeOf(here.resolve("natives")) - sizeOf(here.resolve("lib"));
        System.out.printf(
                "%s: about %.0f MB installed (at most 450), %.0f of them libraries and jars%n",
                platform.name(), (bytes + other) / 1e6, bytes / 1e6);
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Those for the module path of jlink: each with its classes and this system's libraries only. */
    private void lookInto(List<Path> javafx) throws IOException {
        if (javafx.size() != 3) {
            faults.add("not three jars of JavaFX: " + javafx);
        }
        int libraries = 0;
        for (Path jar : javafx) {
            try (ZipFile file = new ZipFile(jar.toFile())) {
                for (var entry : file.stream()
                        .filter(e -> NativePlatform.isLibrary(e.getName()))
                        .toList()) {
                    libraries++;
                    Path copy = Files.createTempFile("library", null);
                    try (var in = file.getInputStream(entry)) {
                        Files.write(copy, in.readNBytes(4096));
                        try (FileChannel channel = FileChannel.open(copy)) {
                            expect(entry.getName(), channel);
                        }
                    } finally {
                        Files.delete(copy);
                    }
                }
            }
        }
        if (libraries == 0) {
            faults.add("no library of JavaFX");
        }
    }

    private String ending() {
        return platform.isWindows() ? ".dll" : isMac() ? ".dylib" : ".so";
    }

    private boolean isMac() {
        return platform.name().startsWith("macosx");
    }

    /** The start of a PE, Mach-O or ELF file names the processor. */
    private void expect(String name, FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(head, 0);
        String made = madeFor(head.flip());
        if (!made.equals(platform.name()) && !(isMac() && made.equals(SEVERAL_MACS))) {
            faults.add(name + " is for " + made);
        }
    }

    private static String madeFor(ByteBuffer head) {
        if (head.limit() < 64) {
            return "nothing";
        }
        if (head.getShort(0) == 0x5A4D) {
            int at = head.getInt(60);
            return (head.getShort(at + 4) & 0xFFFF) == 0x8664 ? "windows-x86_64" : "another Windows";
        }
        return switch (head.getInt(0)) {
            case 0xFEEDFACF -> head.getInt(4) == 0x0100000C ? "macosx-arm64" : "macosx-x86_64";
            case 0xBEBAFECA -> SEVERAL_MACS;
            case 0x464C457F -> head.getShort(18) == 183 ? "linux-arm64" : "linux-x86_64";
            default -> "no system known here";
        };
    }
}

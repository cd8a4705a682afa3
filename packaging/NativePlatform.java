import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A system that CrackScope runs on, and how libraries call it inside their jars. */
record NativePlatform(String name, List<String> folders) {
    /** The platform that pom.xml calls {@code name}. */
    static NativePlatform of(String name) {
        return new NativePlatform(
                name,
                switch (name) {
                    case "linux-x86_64" -> List.of("linux-x86_64", "linux-x64", "linux/x86_64");
                    case "linux-arm64" -> List.of("linux-arm64", "linux-aarch64", "linux/aarch64");
                    case "windows-x86_64" -> List.of("windows-x86_64", "win-x64", "windows/x86_64");
                    case "macosx-x86_64" -> List.of("macosx-x86_64", "osx-x64", "mac/x86_64");
                    case "macosx-arm64" -> List.of("macosx-arm64", "osx-aarch64", "mac/aarch64");
                    default -> throw new IllegalArgumentException("unknown platform " + name);
                });
    }

    boolean isWindows() {
        return name.startsWith("windows");
    }

    /**
     * Names of the libraries that are shipped in their lean form. OpenBLAS of Windows and those of macOS have only symbols to
     * lose. A library for Apple's own processors must be signed to be loaded, and stays as it is.
     */
    Set<String> trimmed() {
        return switch (name) {
            case "windows-x86_64" -> Set.of("libnd4jcpu.dll", "jniopenblas.dll", "libopenblas.dll");
            case "macosx-x86_64" -> Set.of("libnd4jcpu.dylib", "libonnxruntime.dylib");
            case "macosx-arm64" -> Set.of();
            default -> Set.of("libnd4jcpu.so", "libjniopenblas.so");
        };
    }

    /** Whether a jar's entry lies in a folder for this platform ({@code linux-x86_64-onednn} is one). */
    boolean owns(String entry) {
        String path = entry.toLowerCase(Locale.ROOT);
        return folders.stream()
                .anyMatch(folder -> path.contains("/" + folder + "/") || path.contains("/" + folder + "-"));
    }

    /** Whether a jar's entry is a native library of any platform. */
    static boolean isLibrary(String entry) {
        return entry.matches(".*\\.(so|so\\.[0-9.]+|dll|dylib|jnilib)") && !entry.contains(".dSYM/");
    }

    /** Whether a jar's entry is of no use at run time: debug symbols, C headers, what a linker reads. */
    static boolean isBallast(String entry) {
        return entry.contains(".dSYM/")
                || entry.matches(".*\\.(pdb|h|pc|cmake|a|lib|obj|exp)")
                || entry.startsWith("META-INF/native-image/");
    }

    String launcherTemplate() {
        return isWindows() ? "crackscope.cmd" : "crackscope.sh";
    }

    String launcherName() {
        return isWindows() ? "crackscope.cmd" : "crackscope";
    }

    String homeVariable() {
        return isWindows() ? "%home%" : "$home";
    }

    String pathSeparator() {
        return isWindows() ? ";" : ":";
    }
}

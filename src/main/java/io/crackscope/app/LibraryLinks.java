package io.crackscope.app;

import io.crackscope.settings.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where JavaCPP looks for the libraries that it wants in a folder that may be written to. Else it makes one in the home
 * folder and copies OpenBLAS there, 31 MB.
 */
final class LibraryLinks {
    private LibraryLinks() {}

    /** Names the folder, for a program in {@code home}; null where it runs from its sources. */
    static void prepare(@Nullable String home) {
        if (home != null) {
            Path own = Path.of(home);
            Path folder = Files.isWritable(own)
                    ? own
                    : linked(own, UserFolders.ofUser().cache());
            System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
        }
    }

    /** The cache with a link to the libraries of a program that this person may not write to. */
    private static Path linked(Path own, Path cache) {
        Path libraries = own.resolve("natives");
        Path link = cache.resolve("natives");
        try {
            Files.createDirectories(cache);
            if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(libraries)) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, libraries);
            }
        } catch (IOException | UnsupportedOperationException noLink) {
            // Then JavaCPP puts into the cache what it needs.
        }
        return cache;
    }
}

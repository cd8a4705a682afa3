package io.crackscope.imaging;

import io.crackscope.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The photo files among what a person named: a named file always, whatever its name; of a named folder, at any depth,
 * the files that are called like photos and are not hidden. Photos of kinds that no reader here understands (HEIC, camera
 * raw) are among them, so that none is left out unseen, but not where the same photo lies beside them in a kind that is
 * read. No file is listed twice.
 *
 * @param files in the order named, those of one folder in natural order ({@code 2.jpg} before {@code 10.jpg}), its
 *     files before its folders
 * @param refused named paths and folders that cannot be read, with the reason
 */
public record PhotoFiles(List<Path> files, List<RefusedPath> refused) {
    /** Compares names as people count: runs of digits by value, letters without case. */
    public static final Comparator<String> NATURAL = PhotoFiles::compareNaturally;

    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "mpo", "png", "tif", "tiff", "bmp", "dib", "webp", "gif");

    /** What telephones and cameras write besides. */
    private static final Set<String> FOREIGN_EXTENSIONS = Set.of(
            "heic", "heif", "hif", "avif", "jxl", "jp2", "dng", "cr2", "cr3", "nef", "nrw", "arw", "raf", "orf", "rw2",
            "pef", "srw", "3fr", "iiq");

    /** A path that is not used. */
    public record RefusedPath(Path path, Refusal refusal) {}

    public PhotoFiles {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }

    /** Looks up {@code paths} on disk; never throws for what is wrong with them. */
    public static PhotoFiles in(List<Path> paths) {
        Search search = new Search();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                search.folder(path);
            } else if (Files.exists(path)) {
                search.file(path);
            } else {
                search.refused.add(new RefusedPath(path, new Refusal(Refusal.Kind.MISSING, "")));
            }
        }
        return new PhotoFiles(search.files, search.refused);
    }

    /** Whether a file of this name is taken from a folder: a known picture extension, and not hidden. */
    public static boolean isCandidate(String name) {
        return endsLike(name, EXTENSIONS);
    }

    /** Patterns of the names that {@link #isCandidate} takes, for a dialog that lists photos; in lower and upper case. */
    public static List<String> patterns() {
        return EXTENSIONS.stream()
                .sorted()
                .flatMap(extension -> Stream.of("*." + extension, "*." + extension.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static boolean endsLike(String name, Set<String> extensions) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                && name.charAt(0) != '.'
                && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String withoutExtension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }

    private static int compareNaturally(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = endOfNumber(a, i);
                int endB = endOfNumber(b, j);
                int order = compareNumbers(a, i, endA, b, j, endB);
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(fold(a.charAt(i)), fold(b.charAt(j)));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    /** Compares two runs of digits by value: without leading zeros the longer one is larger. */
    private static int compareNumbers(String a, int fromA, int endA, String b, int fromB, int endB) {
        int startA = withoutZeros(a, fromA, endA);
        int startB = withoutZeros(b, fromB, endB);
        int order = Integer.compare(endA - startA, endB - startB);
        for (int k = 0; order == 0 && k < endA - startA; k++) {
            order = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
        }
        return order;
    }

    private static int withoutZeros(String text, int from, int end) {
        int start = from;
        while (start < end - 1 && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static final class Search {
        private final List<Path> files = new ArrayList<>();
        private final List<RefusedPath> refused = new ArrayList<>();
        private final Set<Path> seenFiles = new HashSet<>();
        private final Set<Path> seenFolders = new HashSet<>();

        void file(Path file) {
            if (seenFiles.add(real(file))) {
                files.add(file);
            }
        }

        void folder(Path folder) {
            // the real path also ends loops of links
            if (!seenFolders.add(real(folder))) {
                return;
            }
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (IOException | DirectoryIteratorException | UncheckedIOException | SecurityException e) {
                refused.add(new RefusedPath(folder, Refusal.unread(e)));
                return;
            }
            entries.sort(Comparator.comparing(entry -> entry.getFileName().toString(), NATURAL));
            entries.removeIf(Search::hidden);
            Set<String> readable = entries.stream()
                    .filter(entry -> isCandidate(entry.getFileName().toString()))
                    .map(PhotoFiles::withoutExtension)
                    .collect(Collectors.toSet());
            List<Path> folders = new ArrayList<>();
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry)) {
                    folders.add(entry);
                } else if (isCandidate(name)
                        || endsLike(name, FOREIGN_EXTENSIONS) && !readable.contains(withoutExtension(entry))) {
                    file(entry);
                }
            }
            folders.forEach(this::folder);
        }

        private static boolean hidden(Path entry) {
            try {
                return entry.getFileName().toString().startsWith(".") || Files.isHidden(entry);
            } catch (IOException e) {
                return false;
            }
        }

        private static Path real(Path path) {
            try {
                return path.toRealPath();
            } catch (IOException e) {
                return path.toAbsolutePath().normalize();
            }
        }
    }
}

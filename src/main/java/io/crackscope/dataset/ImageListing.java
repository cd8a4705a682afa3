package io.crackscope.dataset;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.imaging.PhotoFiles.RefusedPath;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The images of a data set as far as names tell: no file is opened, so that 40,000 are listed in about a second. What is
 * wrong with a file shows when it is measured.
 *
 * @param images each file once, those of one folder in natural order, its files before its folders; those of a manifest in
 *     its order
 * @param refused folders that cannot be read and places that are missing
 */
public record ImageListing(List<ListedImage> images, List<RefusedPath> refused) {
    public ImageListing {
        images = List.copyOf(images);
        refused = List.copyOf(refused);
    }

    /**
     * Lists what {@code source} is made of; reads folders, so it blocks. A manifest decides for the folder it lies in.
     *
     * @throws DatasetException if a manifest cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static ImageListing of(DataSource source, Cancellation cancellation) {
        Walk walk = new Walk(cancellation);
        for (Path root : source.roots()) {
            walk.root(root);
        }
        return new ImageListing(walk.images, walk.refused);
    }

    /** Its name is asked for often, and each time a path makes it anew. */
    private record Entry(Path path, String name) {}

    private static final class Walk {
        private final Cancellation cancellation;
        private final List<ListedImage> images = new ArrayList<>();
        private final List<RefusedPath> refused = new ArrayList<>();
        private final Set<Path> seenFiles = new HashSet<>();
        private final Set<Path> seenFolders = new HashSet<>();
        private final ClassFolders classes = new ClassFolders();
        private final Map<Path, Optional<LabelledFile>> byFolder = new HashMap<>();

        Walk(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        void root(Path root) {
            if (!Files.exists(root)) {
                refused.add(new RefusedPath(root, new Refusal(Refusal.Kind.MISSING, "")));
                return;
            }
            Optional<Path> manifest = Manifest.of(root);
            if (manifest.isPresent()) {
                Manifest.rows(manifest.get()).forEach(this::row);
            } else if (Files.isDirectory(root)) {
                folder(root, root);
            } else {
                Path parent = root.getParent() == null ? root : root.getParent();
                attributes(root).ifPresent(found -> file(parent, root, real(root), found));
            }
        }

        private void row(Manifest.Row row) {
            cancellation.throwIfCancelled();
            BasicFileAttributes found = attributes(row.file()).orElse(null);
            if (seenFiles.add(row.file())) {
                images.add(new ListedImage(
                        row.file(),
                        row.label(),
                        row.folder(),
                        row.folder(),
                        row.group(),
                        row.part(),
                        found == null ? 0 : found.size(),
                        found == null ? 0 : found.lastModifiedTime().toMillis()));
            }
        }

        private void folder(Path root, Path folder) {
            // the real path also ends loops of links
            if (!seenFolders.add(real(folder))) {
                return;
            }
            List<Entry> entries = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(
                        path -> entries.add(new Entry(path, path.getFileName().toString())));
            } catch (IOException | DirectoryIteratorException | UncheckedIOException | SecurityException e) {
                refused.add(new RefusedPath(folder, Refusal.unread(e)));
                return;
            }
            entries.sort(Comparator.comparing(Entry::name, PhotoFiles.NATURAL));
            List<Path> folders = new ArrayList<>();
            for (Entry entry : entries) {
                cancellation.throwIfCancelled();
                BasicFileAttributes own =
                        attributes(entry.path(), LinkOption.NOFOLLOW_LINKS).orElse(null);
                if (own == null || isHidden(entry, own)) {
                    continue;
                }
                boolean isLink = own.isSymbolicLink();
                BasicFileAttributes found = isLink ? attributes(entry.path()).orElse(null) : own;
                if (found == null) {
                    continue;
                }
                if (found.isDirectory()) {
                    folders.add(entry.path());
                } else if (PhotoFiles.isCandidate(entry.name())) {
                    file(root, entry.path(), isLink ? real(entry.path()) : entry.path(), found);
                }
            }
            folders.forEach(inner -> folder(root, inner));
        }

        private void file(Path root, Path file, Path identity, BasicFileAttributes found) {
            if (!seenFiles.add(identity)) {
                return;
            }
            Path parent = file.getParent();
            Optional<LabelledFile> place = byFolder.computeIfAbsent(parent, key -> classes.of(root, file));
            images.add(new ListedImage(
                    file,
                    place.map(LabelledFile::label),
                    place.map(LabelledFile::folder).orElse(parent),
                    place.map(LabelledFile::source).orElse(parent),
                    Optional.empty(),
                    Optional.empty(),
                    found.size(),
                    found.lastModifiedTime().toMillis()));
        }

        /** Nothing for a link that points nowhere. */
        private static Optional<BasicFileAttributes> attributes(Path path, LinkOption... options) {
            try {
                return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, options));
            } catch (IOException | SecurityException e) {
                return Optional.empty();
            }
        }

        private static boolean isHidden(Entry entry, BasicFileAttributes found) {
            return entry.name().startsWith(".") || found instanceof DosFileAttributes dos && dos.isHidden();
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

package io.crackscope.ui.inspection;

import io.crackscope.domain.Refusal;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Decides what files and folders that someone dropped, pasted or opened mean. A file is always taken, whatever its name:
 * whether it is a photo shows when it is read. From a folder and the folders in it only files named like pictures are
 * taken, in natural order of their names; hidden files and folders are passed over.
 */
final class DroppedPhotos {
    private static final Set<String> PICTURE_ENDINGS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "webp");

    /**
     * What was dropped, sorted.
     *
     * @param photos each file once, in the order to show
     * @param emptyFolders dropped folders without a picture in them
     */
    record Sorted(List<Photo> photos, List<Path> emptyFolders) {
        Sorted {
            photos = List.copyOf(photos);
            emptyFolders = List.copyOf(emptyFolders);
        }
    }

    /**
     * One file or unreadable place.
     *
     * @param file absolute path as the user knows it
     * @param identity the same for two ways to the same file
     * @param refusal why it cannot even be tried; null if it can
     */
    record Photo(Path file, Path identity, @org.jspecify.annotations.Nullable Refusal refusal) {}

    private final List<Photo> photos = new ArrayList<>();
    private final Set<Path> identities = new LinkedHashSet<>();
    private final Cancellation cancellation;

    private DroppedPhotos(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /**
     * Sorts {@code dropped}; reads folders, so not for the JavaFX thread.
     *
     * @throws CancellationException if cancelled
     */
    static Sorted sort(List<Path> dropped, Cancellation cancellation) {
        DroppedPhotos sorting = new DroppedPhotos(cancellation);
        List<Path> emptyFolders = new ArrayList<>();
        for (Path path : dropped) {
            Path absolute = path.toAbsolutePath().normalize();
            if (Files.isDirectory(absolute)) {
                if (!sorting.addFolder(absolute)) {
                    emptyFolders.add(absolute);
                }
            } else if (Files.exists(absolute)) {
                sorting.add(absolute, null);
            } else {
                sorting.add(absolute, new Refusal(Refusal.Kind.MISSING, ""));
            }
        }
        return new Sorted(sorting.photos, emptyFolders);
    }

    /** Adds the pictures below {@code folder}; false if there is nothing to show for it. */
    private boolean addFolder(Path folder) {
        List<Path> pictures = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new PictureFinder(folder, pictures, unreadable));
        } catch (IOException e) {
            unreadable.add(folder);
        }
        pictures.sort((a, b) -> NaturalOrder.compare(a.toString(), b.toString()));
        pictures.forEach(picture -> add(picture, null));
        unreadable.forEach(place -> add(place, new Refusal(Refusal.Kind.UNREADABLE, "")));
        return !pictures.isEmpty() || !unreadable.isEmpty();
    }

    private void add(Path file, @org.jspecify.annotations.Nullable Refusal refusal) {
        Path identity;
        try {
            identity = file.toRealPath();
        } catch (IOException e) {
            identity = file;
        }
        if (identities.add(identity)) {
            photos.add(new Photo(file, identity, refusal));
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private static boolean isNamedLikeAPicture(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return PICTURE_ENDINGS.contains(ending.toLowerCase(Locale.ROOT));
    }

    private final class PictureFinder extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Path> pictures;
        private final List<Path> unreadable;

        PictureFinder(Path start, List<Path> pictures, List<Path> unreadable) {
            this.start = start;
            this.pictures = pictures;
            this.unreadable = unreadable;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            cancellation.throwIfCancelled();
            return isHidden(folder) && !folder.equals(start) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // A link that leads to a folder is not followed: it could lead in circles.
            if (!attributes.isDirectory() && !isHidden(file) && isNamedLikeAPicture(file)) {
                pictures.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what files and folders that someone dropped, pasted or opened mean. A file is always taken, whatever its name:
 * whether it is a photo shows when it is read. A folder gives what {@link PhotoFiles} finds in it.
 */
final class DroppedPhotos {
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
    record Photo(Path file, Path identity, @Nullable Refusal refusal) {}

    private final List<Photo> photos = new ArrayList<>();
    private final Set<Path> identities = new HashSet<>();

    private DroppedPhotos() {}

    /**
     * Sorts {@code dropped}; reads folders, so not for the JavaFX thread.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static Sorted sort(List<Path> dropped, Cancellation cancellation) {
        DroppedPhotos sorting = new DroppedPhotos();
        List<Path> emptyFolders = new ArrayList<>();
        for (Path path : dropped) {
            cancellation.throwIfCancelled();
            Path absolute = path.toAbsolutePath().normalize();
            PhotoFiles found = PhotoFiles.in(List.of(absolute));
            found.files().forEach(file -> sorting.add(file, null));
            found.refused().forEach(refused -> sorting.add(refused.path(), refused.refusal()));
            if (found.files().isEmpty() && found.refused().isEmpty() && Files.isDirectory(absolute)) {
                emptyFolders.add(absolute);
            }
        }
        return new Sorted(sorting.photos, emptyFolders);
    }

    private void add(Path file, @Nullable Refusal refusal) {
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
}

package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a photo shows as its folder says: {@code Positive} or {@code no_crack} and the other words of class folders. Only
 * the folder that the photo lies in and the one above speak: a name further up, such as that of a whole disk, was hardly
 * given for the photo. Remembers the folders that it looked up; one thread at a time.
 */
public final class FolderTruth {
    private final ClassFolders folders = new ClassFolders();

    /** What {@code photo} shows; empty where neither folder has the name of a class. */
    public Optional<Label> of(Path photo) {
        Path folder = photo.getParent();
        if (folder == null) {
            return Optional.empty();
        }
        Path above = folder.getParent() == null ? folder : folder.getParent();
        return folders.of(above, photo).map(LabelledFile::label);
    }
}

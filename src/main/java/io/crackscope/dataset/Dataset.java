package io.crackscope.dataset;

import io.crackscope.imaging.PhotoFiles.RefusedPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a scan of folders found.
 *
 * @param images usable labelled images, no two with the same bytes, in the order of the folders given and natural order
 *     within
 * @param duplicates files left out because an earlier one has the same bytes and label
 * @param conflicts files left out because the same bytes carry both labels
 * @param refused files and folders that cannot be used, with the reason
 * @param unlabelled folders that hold photos for which no folder name and no manifest tells the class
 */
public record Dataset(
        List<LabelledImage> images,
        List<Duplicate> duplicates,
        List<Conflict> conflicts,
        List<RefusedPath> refused,
        List<Path> unlabelled) {
    public Dataset {
        images = List.copyOf(images);
        duplicates = List.copyOf(duplicates);
        conflicts = List.copyOf(conflicts);
        refused = List.copyOf(refused);
        unlabelled = List.copyOf(unlabelled);
    }

    /** What a split that was made before is made of. */
    public static Dataset of(Split split) {
        List<LabelledImage> images = Stream.of(split.train(), split.validation(), split.test())
                .flatMap(List::stream)
                .toList();
        return new Dataset(images, List.of(), List.of(), List.of(), List.of());
    }

    /** {@code dropped} has the same bytes as {@code kept}. */
    public record Duplicate(Path kept, Path dropped) {}

    /** Files of the same bytes that are labelled both ways, at least two. */
    public record Conflict(List<Path> files) {
        public Conflict {
            files = List.copyOf(files);
        }
    }
}

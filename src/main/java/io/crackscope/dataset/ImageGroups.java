package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.Picture;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells which images show the same wall: by the table, by their names, by runs of numbers, else by looks. */
public final class ImageGroups {
    private ImageGroups() {}

    /**
     * The groups of the images of {@code table}, by number; null for images that cannot be read. Ids are those that
     * training from the command line would give. Reads some 300 tiles where names are numbers.
     *
     * @param pictures decodes a file, or gives nothing where it cannot
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static @Nullable String[] of(
            ImageTable table, Function<Path, Optional<Picture>> pictures, Cancellation cancellation) {
        Map<Path, List<Integer>> byFolder = new LinkedHashMap<>();
        for (int i = 0; i < table.size(); i++) {
            if (table.measures(i).isPresent()) {
                byFolder.computeIfAbsent(table.image(i).folder(), key -> new ArrayList<>())
                        .add(i);
            }
        }
        Grouping grouping = new Grouping(pictures);
        @Nullable String[] groups = new String[table.size()];
        List<Integer> byLooks = new ArrayList<>();
        for (List<Integer> folder : byFolder.values()) {
            cancellation.throwIfCancelled();
            List<Optional<String>> named =
                    grouping.groups(folder.stream().map(table::image).toList());
            for (int i = 0; i < folder.size(); i++) {
                groups[folder.get(i)] = named.get(i).orElse(null);
                if (named.get(i).isEmpty()) {
                    byLooks.add(folder.get(i));
                }
            }
        }
        List<PerceptualHash> hashes = byLooks.stream()
                .map(number -> table.measures(number).orElseThrow().hash())
                .toList();
        Map<Path, String> clusters =
                byLooks(byLooks.stream().map(table::image).toList(), hashes, grouping, cancellation);
        byLooks.forEach(
                number -> groups[number] = clusters.get(table.image(number).file()));
        return groups;
    }

    /** Groups of files that look the same, called after the first of them. */
    static Map<Path, String> byLooks(
            List<? extends PlacedFile> files,
            List<PerceptualHash> hashes,
            Grouping grouping,
            Cancellation cancellation) {
        int[] clusters = NearDuplicates.clusters(hashes, cancellation);
        Map<Path, String> groups = new HashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            PlacedFile first = files.get(clusters[i]);
            String unit = first.folder()
                    .relativize(first.file())
                    .toString()
                    .replace('\\', '/')
                    .replace('/', '_');
            groups.put(files.get(i).file(), grouping.source(first.folder()) + "/" + unit);
        }
        return groups;
    }
}

package io.crackscope.dataset;

import io.crackscope.domain.Label;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.imaging.PhotoFiles.RefusedPath;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ParallelWork;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds labelled images on disk. The nearest folder with the name of a class, at or below a given folder, decides a
 * file's label (see {@link LabelWords}); a manifest decides for the folder that it lies in. Files are judged by their
 * headers here; a picture that is damaged further inside is found when it is decoded.
 *
 * <p>Blocks the calling thread; safe to use from several.
 */
public final class DatasetScanner {
    /** Perceptual hashes look at 72 x 64 cells: larger pictures need not be kept at full size. */
    private static final long HASH_PIXELS = 1 << 20;

    private final ImageIoPhotoReader reader;

    public DatasetScanner(ImageIoPhotoReader reader) {
        this.reader = reader;
    }

    /**
     * Scans folders and manifests ({@code .csv}).
     *
     * @throws DatasetException if a manifest cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Dataset scan(List<Path> folders, ProgressListener progress, Cancellation cancellation) {
        Scan scan = new Scan(progress, cancellation);
        folders.forEach(folder -> scan.find(folder.toAbsolutePath().normalize()));
        return scan.result();
    }

    private final class Scan {
        private final ProgressListener progress;
        private final Cancellation cancellation;
        private final List<LabelledFile> files = new ArrayList<>();
        private final Set<Path> seen = new HashSet<>();
        private final List<RefusedPath> refused = new ArrayList<>();
        private final Set<Path> unlabelled = new LinkedHashSet<>();
        private final ClassFolders classes = new ClassFolders();

        Scan(ProgressListener progress, Cancellation cancellation) {
            this.progress = progress;
            this.cancellation = cancellation;
        }

        void find(Path data) {
            if (!Files.exists(data)) {
                refused.add(new RefusedPath(data, new Refusal(Refusal.Kind.MISSING, "")));
                return;
            }
            Optional<Path> manifest = Manifest.of(data);
            if (manifest.isPresent()) {
                Manifest.read(manifest.get()).forEach(this::add);
                return;
            }
            Path root = Files.isDirectory(data) ? data : data.getParent();
            PhotoFiles found = PhotoFiles.in(List.of(data));
            refused.addAll(found.refused());
            for (Path file : found.files()) {
                cancellation.throwIfCancelled();
                classes.of(root, file).ifPresentOrElse(this::add, () -> unlabelled.add(file.getParent()));
            }
        }

        private void add(LabelledFile file) {
            // the same folder given twice, or inside another one, counts once
            if (seen.add(file.file())) {
                files.add(file);
            }
        }

        Dataset result() {
            Map<Path, String> digests = new LinkedHashMap<>();
            Map<String, List<LabelledFile>> byDigest = new LinkedHashMap<>();
            for (int i = 0; i < files.size(); i++) {
                cancellation.throwIfCancelled();
                LabelledFile file = files.get(i);
                digest(file.file()).ifPresent(digest -> {
                    digests.put(file.file(), digest);
                    byDigest.computeIfAbsent(digest, key -> new ArrayList<>()).add(file);
                });
                progress.progress(i + 1L, 2L * files.size());
            }
            List<Dataset.Duplicate> duplicates = new ArrayList<>();
            List<Dataset.Conflict> conflicts = new ArrayList<>();
            List<LabelledFile> kept = new ArrayList<>();
            for (List<LabelledFile> same : byDigest.values()) {
                Label label = same.getFirst().label();
                if (same.stream().allMatch(file -> file.label() == label)) {
                    kept.add(same.getFirst());
                    same.stream()
                            .skip(1)
                            .forEach(file -> duplicates.add(
                                    new Dataset.Duplicate(same.getFirst().file(), file.file())));
                } else {
                    conflicts.add(new Dataset.Conflict(
                            same.stream().map(LabelledFile::file).toList()));
                }
            }
            Map<Path, String> groups = groups(kept);
            List<LabelledImage> images = new ArrayList<>();
            for (LabelledFile file : kept) {
                String group = groups.get(file.file());
                if (group != null) {
                    images.add(new LabelledImage(file.file(), file.label(), group, digests.get(file.file())));
                }
            }
            progress.progress(2L * files.size(), 2L * files.size());
            return new Dataset(images, duplicates, conflicts, refused, List.copyOf(unlabelled));
        }

        private Optional<String> digest(Path file) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                Optional<Refusal> refusal = reader.check(bytes);
                if (refusal.isEmpty()) {
                    return Optional.of(Digests.sha256(bytes));
                }
                refused.add(new RefusedPath(file, refusal.get()));
            } catch (IOException e) {
                refused.add(new RefusedPath(file, Refusal.unread(e)));
            } catch (OutOfMemoryError e) {
                refused.add(new RefusedPath(file, new Refusal(Refusal.Kind.TOO_LARGE, "memory")));
            }
            return Optional.empty();
        }

        /** The group of each file; a file that turns out to be damaged when it is looked at is refused and left out. */
        private Map<Path, String> groups(List<LabelledFile> kept) {
            Map<Path, List<LabelledFile>> byFolder = new LinkedHashMap<>();
            kept.forEach(file -> byFolder.computeIfAbsent(file.folder(), key -> new ArrayList<>())
                    .add(file));
            Grouping grouping = new Grouping(this::picture);
            Map<Path, String> groups = new HashMap<>();
            List<LabelledFile> byLooks = new ArrayList<>();
            for (List<LabelledFile> folder : byFolder.values()) {
                cancellation.throwIfCancelled();
                List<Optional<String>> named = grouping.groups(folder);
                for (int i = 0; i < folder.size(); i++) {
                    LabelledFile file = folder.get(i);
                    named.get(i).ifPresentOrElse(group -> groups.put(file.file(), group), () -> byLooks.add(file));
                }
            }
            cluster(byLooks, grouping, groups);
            return groups;
        }

        private void cluster(List<LabelledFile> byLooks, Grouping grouping, Map<Path, String> groups) {
            List<LabelledFile> hashed = new ArrayList<>();
            List<PerceptualHash> hashes = new ArrayList<>();
            int[] looked = {0};
            List<Function<LabelledFile, Look>> workers =
                    Collections.nCopies(Runtime.getRuntime().availableProcessors(), this::look);
            ParallelWork.run(
                    byLooks,
                    workers,
                    look -> {
                        LabelledFile file = byLooks.get(looked[0]++);
                        switch (look) {
                            case Look.Hashed(PerceptualHash hash) -> {
                                hashed.add(file);
                                hashes.add(hash);
                            }
                            case Look.Refused(Refusal refusal) -> refused.add(new RefusedPath(file.file(), refusal));
                        }
                        progress.progress(
                                files.size() + (long) files.size() * looked[0] / byLooks.size(), 2L * files.size());
                    },
                    cancellation);
            cancellation.throwIfCancelled();
            groups.putAll(ImageGroups.byLooks(hashed, hashes, grouping, cancellation));
        }

        /** How a photo looks, or why it cannot be looked at. */
        private sealed interface Look {
            record Hashed(PerceptualHash hash) implements Look {}

            record Refused(Refusal refusal) implements Look {}
        }

        private Look look(LabelledFile file) {
            return switch (reader.read(file.file(), HASH_PIXELS, cancellation)) {
                case PhotoReading.Decoded decoded -> new Look.Hashed(PerceptualHash.of(decoded.picture()));
                case PhotoReading.Refused no -> new Look.Refused(no.refusal());
            };
        }

        private Optional<Picture> picture(Path file) {
            return reader.read(file, HASH_PIXELS, cancellation) instanceof PhotoReading.Decoded decoded
                    ? Optional.of(decoded.picture())
                    : Optional.empty();
        }
    }
}

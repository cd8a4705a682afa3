package io.crackscope.learning;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.SimilarPictures;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which images a model was trained and validated on, so that nobody takes its answers on them, or on the same walls, for
 * a test. Of each image it keeps 64 bits of its SHA-256, its perceptual hash and a 64-bit hash of its group's name: no
 * image can be told from it. Immutable, safe from any thread.
 *
 * <p>Two different images share 64 bits of SHA-256 by chance once in 10^10 scorings of 40,000 images.
 *
 * <p>Stored as big-endian {@code int} version 1, groups; for each group its hash, its training images, its validation
 * images; then, in that order of images, all digests, all step halves and all frequency halves of the hashes.
 */
public final class SeenImages {
    private static final int VERSION = 1;
    private static final int GROUP_BYTES = 16;
    private static final int IMAGE_BYTES = 24;

    /** What a model knows of an image, the closest first. */
    public enum Relation {
        /** The network learnt from these bytes. */
        TRAINED,
        /** These bytes chose the epoch, the temperature and the thresholds. */
        VALIDATED,
        /** The image is new but looks almost the same as one that was seen. */
        NEAR_DUPLICATE,
        /** The image is new but its group was seen: the same photo, the same run of numbers. */
        SAME_GROUP,
        /** Nothing of it was seen. */
        NEW
    }

    private final long[] groups;
    private final int[] trainCounts;
    private final int[] validationCounts;
    private final long[] digests;
    private final long[] steps;
    private final long[] frequencies;

    private final long[] sortedGroups;
    private final long[] trained;
    private final long[] validated;
    private final SimilarPictures similar;

    private SeenImages(
            long[] groups,
            int[] trainCounts,
            int[] validationCounts,
            long[] digests,
            long[] steps,
            long[] frequencies) {
        this.groups = groups;
        this.trainCounts = trainCounts;
        this.validationCounts = validationCounts;
        this.digests = digests;
        this.steps = steps;
        this.frequencies = frequencies;
        this.sortedGroups = groups.clone();
        Arrays.sort(sortedGroups);
        this.trained = new long[Arrays.stream(trainCounts).sum()];
        this.validated = new long[Arrays.stream(validationCounts).sum()];
        int image = 0;
        int train = 0;
        int validation = 0;
        for (int group = 0; group < groups.length; group++) {
            System.arraycopy(digests, image, trained, train, trainCounts[group]);
            image += trainCounts[group];
            train += trainCounts[group];
            System.arraycopy(digests, image, validated, validation, validationCounts[group]);
            image += validationCounts[group];
            validation += validationCounts[group];
        }
        Arrays.sort(trained);
        Arrays.sort(validated);
        this.similar = new SimilarPictures(steps, frequencies);
    }

    /**
     * What a model that is trained on {@code train} and validated on {@code validation} has seen. Images that cannot be
     * decoded are left out, as training leaves them out.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static SeenImages of(
            List<LabelledImage> train, List<LabelledImage> validation, ImageLooks looks, Cancellation cancellation) {
        Collected collected = new Collected();
        for (int part = 0; part < 2; part++) {
            for (LabelledImage image : part == 0 ? train : validation) {
                cancellation.throwIfCancelled();
                Optional<PerceptualHash> hash = looks.of(image);
                if (hash.isPresent()) {
                    collected.add(groupHash(image.group()), part, new Seen(digest(image.sha256()), hash.get()));
                }
            }
        }
        return collected.seen();
    }

    /**
     * What a model has seen that first saw this and then {@code more}: what was trained on in either is trained on, and
     * an image that is in both counts once.
     */
    public SeenImages and(SeenImages more) {
        Collected both = new Collected();
        for (int part = 0; part < 2; part++) {
            collect(part, both);
            more.collect(part, both);
        }
        return both.seen();
    }

    private void collect(int wanted, Collected into) {
        int image = 0;
        for (int group = 0; group < groups.length; group++) {
            for (int part = 0; part < 2; part++) {
                int count = part == 0 ? trainCounts[group] : validationCounts[group];
                for (int end = image + count; image < end; image++) {
                    if (part == wanted) {
                        into.add(groups[group], part, seen(image));
                    }
                }
            }
        }
    }

    private Seen seen(int image) {
        return new Seen(digests[image], new PerceptualHash(steps[image], frequencies[image]));
    }

    /** Seen images by group and part; of two with the same bytes the first stays. */
    private static final class Collected {
        private final Map<Long, List<List<Seen>>> byGroup = new TreeMap<>();
        private final Set<Long> digests = new HashSet<>();

        void add(long group, int part, Seen seen) {
            if (digests.add(seen.digest())) {
                byGroup.computeIfAbsent(group, key -> List.of(new ArrayList<>(), new ArrayList<>()))
                        .get(part)
                        .add(seen);
            }
        }

        SeenImages seen() {
            ByteBuffer bytes = ByteBuffer.allocate(8 + GROUP_BYTES * byGroup.size() + IMAGE_BYTES * digests.size());
            bytes.putInt(VERSION).putInt(byGroup.size());
            List<Seen> order = new ArrayList<>(digests.size());
            byGroup.forEach((group, parts) -> {
                bytes.putLong(group)
                        .putInt(parts.getFirst().size())
                        .putInt(parts.getLast().size());
                parts.forEach(order::addAll);
            });
            order.forEach(seen -> bytes.putLong(seen.digest()));
            order.forEach(seen -> bytes.putLong(seen.hash().steps()));
            order.forEach(seen -> bytes.putLong(seen.hash().frequencies()));
            return read(bytes.array()).orElseThrow();
        }
    }

    private record Seen(long digest, PerceptualHash hash) {}

    /**
     * What {@link #bytes()} wrote; empty if a newer program wrote it.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static Optional<SeenImages> read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            if (bytes.getInt() != VERSION) {
                return Optional.empty();
            }
            int groupCount = bytes.getInt();
            if (groupCount < 0 || (long) GROUP_BYTES * groupCount > bytes.remaining()) {
                throw new IllegalArgumentException("more groups than bytes");
            }
            long[] groups = new long[groupCount];
            int[] trainCounts = new int[groupCount];
            int[] validationCounts = new int[groupCount];
            long images = 0;
            for (int i = 0; i < groupCount; i++) {
                groups[i] = bytes.getLong();
                trainCounts[i] = bytes.getInt();
                validationCounts[i] = bytes.getInt();
                if (trainCounts[i] < 0 || validationCounts[i] < 0) {
                    throw new IllegalArgumentException("a group with less than no image");
                }
                images += trainCounts[i] + (long) validationCounts[i];
            }
            if (IMAGE_BYTES * images != bytes.remaining()) {
                throw new IllegalArgumentException("images are missing or too many");
            }
            int count = (int) images;
            return Optional.of(new SeenImages(
                    groups,
                    trainCounts,
                    validationCounts,
                    longs(bytes, count),
                    longs(bytes, count),
                    longs(bytes, count)));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("cut short", e);
        }
    }

    private static long[] longs(ByteBuffer bytes, int count) {
        long[] values = new long[count];
        bytes.asLongBuffer().get(values);
        bytes.position(bytes.position() + Long.BYTES * count);
        return values;
    }

    /** The stored form. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(8 + GROUP_BYTES * groups.length + IMAGE_BYTES * digests.length);
        bytes.putInt(VERSION).putInt(groups.length);
        for (int i = 0; i < groups.length; i++) {
            bytes.putLong(groups[i]).putInt(trainCounts[i]).putInt(validationCounts[i]);
        }
        for (long[] column : List.of(digests, steps, frequencies)) {
            bytes.asLongBuffer().put(column);
            bytes.position(bytes.position() + Long.BYTES * column.length);
        }
        return bytes.array();
    }

    /** Whether the bytes of {@code image} were trained or validated on. */
    public boolean holds(LabelledImage image) {
        long digest = digest(image.sha256());
        return Arrays.binarySearch(trained, digest) >= 0 || Arrays.binarySearch(validated, digest) >= 0;
    }

    /**
     * What is known of {@code image}.
     *
     * @param looks is asked only where the bytes are new
     */
    public Relation relationOf(LabelledImage image, ImageLooks looks) {
        long digest = digest(image.sha256());
        if (Arrays.binarySearch(trained, digest) >= 0) {
            return Relation.TRAINED;
        } else if (Arrays.binarySearch(validated, digest) >= 0) {
            return Relation.VALIDATED;
        } else if (looks.of(image).filter(similar::anyNear).isPresent()) {
            return Relation.NEAR_DUPLICATE;
        }
        return Arrays.binarySearch(sortedGroups, groupHash(image.group())) >= 0 ? Relation.SAME_GROUP : Relation.NEW;
    }

    /** Images the network learnt from. */
    public int trainImages() {
        return trained.length;
    }

    /** Images that chose epoch, temperature and thresholds. */
    public int validationImages() {
        return validated.length;
    }

    /** Groups of both. */
    public int groups() {
        return groups.length;
    }

    private static long digest(String sha256) {
        return Long.parseUnsignedLong(sha256, 0, 16, 16);
    }

    private static long groupHash(String group) {
        return digest(Digests.sha256(group.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenImages that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(digests) + Arrays.hashCode(groups);
    }
}

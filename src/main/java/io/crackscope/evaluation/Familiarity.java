package io.crackscope.evaluation;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.SeenImages.Relation;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a model knows of a data set, found by what its file remembers.
 *
 * <p>An image counts as of a known group if the group's name is remembered or another image of the group was seen by its
 * bytes, so renamed folders hide nothing. Where the model's split cut the groups of this data set (nearly no group of
 * {@value #LARGE} or more images is wholly new, but some are cut) the images that belong to no other also count as held
 * out at random: METU's negatives are groups of one, and one row with all cracks and one with all others would score
 * nothing.
 *
 * @param images the images by how new they are, in the order given; no entry is empty
 * @param trained images the network learnt from
 * @param validated images that chose epoch, temperature and thresholds
 * @param near new images that look almost the same as a seen one
 * @param sameGroup other new images whose group was seen
 * @param unseen images of which nothing was seen
 * @param cut whether the data set was split without regard to its groups
 * @param remembered whether the model's own memory says so; else nobody does, or a person
 */
public record Familiarity(
        Map<HeldOut, List<LabelledImage>> images,
        int trained,
        int validated,
        int near,
        int sameGroup,
        int unseen,
        boolean cut,
        boolean remembered) {
    /** Images from which a group is large: at random a third of such groups would be wholly new once in 400. */
    static final int LARGE = 5;

    private static final double WHOLLY_NEW = 0.05;

    public Familiarity {
        Map<HeldOut, List<LabelledImage>> copy = new EnumMap<>(HeldOut.class);
        images.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
        images = java.util.Collections.unmodifiableMap(copy);
    }

    /** A data set on which nothing is known but that all its images are {@code kind}. */
    public static Familiarity all(HeldOut kind, List<LabelledImage> images) {
        return new Familiarity(
                images.isEmpty() ? Map.of() : Map.of(kind, images), 0, 0, 0, 0, images.size(), false, false);
    }

    /**
     * Compares {@code images} with what a model remembers. Those that {@code wanted} does not want help to tell what was
     * seen of the others, and are neither counted nor returned.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Familiarity of(
            Optional<SeenImages> memory,
            List<LabelledImage> images,
            Predicate<LabelledImage> wanted,
            ImageLooks looks,
            ProgressListener progress,
            Cancellation cancellation) {
        if (memory.isEmpty()) {
            return all(HeldOut.UNKNOWN, images.stream().filter(wanted).toList());
        }
        List<Relation> relations = new ArrayList<>(images.size());
        for (LabelledImage image : images) {
            cancellation.throwIfCancelled();
            relations.add(memory.get().relationOf(image, looks));
            progress.progress(relations.size(), images.size());
        }
        return sort(images, relations, wanted);
    }

    private static final class Group {
        private int images;
        private int seen;
        private boolean known;
    }

    private static Familiarity sort(
            List<LabelledImage> images, List<Relation> relations, Predicate<LabelledImage> wanted) {
        Map<String, Group> groups = new HashMap<>();
        for (int i = 0; i < relations.size(); i++) {
            Group group = groups.computeIfAbsent(images.get(i).group(), name -> new Group());
            boolean seen = seen(relations.get(i));
            group.images++;
            group.seen += seen ? 1 : 0;
            group.known |= seen || relations.get(i) == Relation.SAME_GROUP;
        }
        boolean cut = isCut(groups);
        boolean other = groups.values().stream().noneMatch(group -> group.known);
        Map<HeldOut, List<LabelledImage>> sorted = new EnumMap<>(HeldOut.class);
        int[] counts = new int[Relation.values().length];
        for (int i = 0; i < relations.size(); i++) {
            LabelledImage image = images.get(i);
            Relation relation = relations.get(i);
            if (!wanted.test(image)) {
                continue;
            }
            if (relation == Relation.NEW && groups.get(image.group()).known) {
                relation = Relation.SAME_GROUP;
            }
            counts[relation.ordinal()]++;
            HeldOut kind = switch (relation) {
                case TRAINED, VALIDATED -> HeldOut.SEEN;
                case NEAR_DUPLICATE, SAME_GROUP -> HeldOut.RANDOM;
                case NEW -> other ? HeldOut.OTHER_DATA : cut ? HeldOut.RANDOM : HeldOut.GROUPED;
            };
            sorted.computeIfAbsent(kind, key -> new ArrayList<>()).add(image);
        }
        return new Familiarity(
                sorted,
                counts[Relation.TRAINED.ordinal()],
                counts[Relation.VALIDATED.ordinal()],
                counts[Relation.NEAR_DUPLICATE.ordinal()],
                counts[Relation.SAME_GROUP.ordinal()],
                counts[Relation.NEW.ordinal()],
                cut,
                true);
    }

    private static boolean isCut(Map<String, Group> groups) {
        long large = 0;
        long cut = 0;
        long whollyNew = 0;
        for (Group group : groups.values()) {
            if (group.images >= LARGE) {
                large++;
                cut += group.known && group.seen < group.images ? 1 : 0;
                whollyNew += group.known ? 0 : 1;
            }
        }
        return cut > 0 && whollyNew <= WHOLLY_NEW * large;
    }

    private static boolean seen(Relation relation) {
        return relation == Relation.TRAINED || relation == Relation.VALIDATED;
    }
}

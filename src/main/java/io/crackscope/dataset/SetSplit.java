package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The parts that the images of a data set are in, as a split to train on.
 *
 * @param split what can be trained on: each file's bytes once, in the first part that holds them
 * @param copies images left out because the same bytes are in the split already
 * @param bothWays images left out because the same bytes are labelled both ways, in whatever part or none
 */
public record SetSplit(Split split, int copies, int bothWays) {
    /** The split of {@code table}; {@code kind} and {@code seed} say how its parts were made. */
    public static SetSplit of(ImageTable table, String kind, long seed) {
        Map<Part, List<LabelledImage>> parts = new EnumMap<>(Part.class);
        Set<String> both = SplitPlan.labelledBothWays(table);
        Set<String> seen = new HashSet<>();
        int copies = 0;
        int bothWays = (int) IntStream.range(0, table.size())
                .mapToObj(table::labelled)
                .flatMap(Optional::stream)
                .filter(image -> both.contains(image.sha256()))
                .count();
        for (Part part : Part.values()) {
            List<LabelledImage> images = new ArrayList<>();
            for (int i = 0; i < table.size(); i++) {
                Optional<LabelledImage> image = table.labelled(i);
                if (image.isEmpty()
                        || both.contains(image.get().sha256())
                        || !table.state(i).part().equals(Optional.of(part))) {
                    continue;
                }
                if (seen.add(image.get().sha256())) {
                    images.add(image.get());
                } else {
                    copies++;
                }
            }
            parts.put(part, images);
        }
        Split split = new Split(kind, seed, parts.get(Part.TRAIN), parts.get(Part.VALIDATION), parts.get(Part.TEST));
        return new SetSplit(split, copies, bothWays);
    }

    /** What is in one part. */
    public record Content(int images, int crack, int groups) {}

    /** What is in each part of {@code table} now; groups that are in several parts count in each. */
    public static Map<Part, Content> contents(ImageTable table) {
        Map<Part, Content> contents = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            int images = 0;
            int crack = 0;
            Set<String> groups = new HashSet<>();
            for (int i = 0; i < table.size(); i++) {
                ImageState state = table.state(i);
                if (state.isUsable() && state.part().equals(Optional.of(part))) {
                    images++;
                    crack += state.label().equals(Optional.of(Label.CRACK)) ? 1 : 0;
                    table.group(i).ifPresent(groups::add);
                }
            }
            contents.put(part, new Content(images, crack, groups.size()));
        }
        return contents;
    }
}

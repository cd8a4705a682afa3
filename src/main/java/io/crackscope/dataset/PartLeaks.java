package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.SimilarPictures;
import io.crackscope.work.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which images of validation and test are known from the parts before them: the same bytes, almost the same looks, or the
 * same group. Counts as {@link SplitLeaks} does, and names the images.
 *
 * @param counts how many, by part and kind
 * @param known images of validation and test that are known in some way, each counted once
 * @param finding these images together with those they are known from
 */
public record PartLeaks(SplitLeaks counts, int known, Finding finding) {
    /**
     * Looks for leaks between the parts that the images of {@code table} are in. Half a second for 40,000 images.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static PartLeaks of(ImageTable table, Cancellation cancellation) {
        return new Search(table, cancellation).run();
    }

    private static final class Search {
        private final ImageTable table;
        private final Cancellation cancellation;
        private final Map<String, Integer> digests = new HashMap<>();
        private final Map<String, List<Integer>> groups = new HashMap<>();
        private final List<Integer> earlier = new ArrayList<>();
        private final Map<Integer, TreeSet<Integer>> clusters = new LinkedHashMap<>();
        private final Map<Integer, Integer> clusterOf = new HashMap<>();
        private int leaking;

        Search(ImageTable table, Cancellation cancellation) {
            this.table = table;
            this.cancellation = cancellation;
        }

        PartLeaks run() {
            learn(Part.TRAIN);
            SplitLeaks.Part validation = compare(Part.VALIDATION);
            learn(Part.VALIDATION);
            SplitLeaks.Part test = compare(Part.TEST);
            List<int[]> found = clusters.values().stream()
                    .map(cluster -> cluster.stream().mapToInt(Integer::intValue).toArray())
                    .toList();
            return new PartLeaks(new SplitLeaks(validation, test), leaking, new Finding(Check.LEAKS, found));
        }

        private List<Integer> of(Part part) {
            List<Integer> images = new ArrayList<>();
            for (int i = 0; i < table.size(); i++) {
                if (table.state(i).part().equals(Optional.of(part))
                        && !table.state(i).excluded()
                        && table.measures(i).isPresent()) {
                    images.add(i);
                }
            }
            return images;
        }

        private void learn(Part part) {
            for (int number : of(part)) {
                earlier.add(number);
                digests.putIfAbsent(measures(number).sha256(), number);
                table.group(number)
                        .ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>())
                                .add(number));
            }
        }

        private SplitLeaks.Part compare(Part part) {
            SimilarPictures known = new SimilarPictures(
                    earlier.stream()
                            .mapToLong(number -> measures(number).hash().steps())
                            .toArray(),
                    earlier.stream()
                            .mapToLong(number -> measures(number).hash().frequencies())
                            .toArray());
            List<Integer> images = of(part);
            int same = 0;
            int near = 0;
            int sameGroup = 0;
            TreeSet<String> shared = new TreeSet<>();
            for (int number : images) {
                cancellation.throwIfCancelled();
                Integer copy = digests.get(measures(number).sha256());
                Integer alike = copy == null ? nearest(known, measures(number).hash()) : null;
                if (copy != null) {
                    same++;
                    join(number, copy);
                } else if (alike != null) {
                    near++;
                    join(number, alike);
                }
                String group = table.group(number).orElse("");
                List<Integer> cut = groups.get(group);
                leaking += copy != null || alike != null || cut != null ? 1 : 0;
                if (cut != null) {
                    sameGroup++;
                    boolean isNew = shared.add(group);
                    join(number, cut.getFirst());
                    if (isNew) {
                        cut.forEach(other -> join(other, cut.getFirst()));
                    }
                }
            }
            return new SplitLeaks.Part(images.size(), same, near, sameGroup, shared.size());
        }

        private @Nullable Integer nearest(SimilarPictures known, PerceptualHash hash) {
            int[] found = {-1};
            known.near(hash, index -> {
                found[0] = index;
                return false;
            });
            return found[0] < 0 ? null : earlier.get(found[0]);
        }

        /** Puts two images into one cluster, and with them all that is in theirs. */
        private void join(int a, int b) {
            int first = clusterOf.computeIfAbsent(a, this::alone);
            int second = clusterOf.computeIfAbsent(b, this::alone);
            if (first == second) {
                return;
            }
            boolean firstIsLarger =
                    clusters.get(first).size() >= clusters.get(second).size();
            int kept = firstIsLarger ? first : second;
            int gone = firstIsLarger ? second : first;
            for (int member : clusters.remove(gone)) {
                clusterOf.put(member, kept);
                clusters.get(kept).add(member);
            }
        }

        private int alone(int number) {
            clusters.put(number, new TreeSet<>(List.of(number)));
            return number;
        }

        private Measures measures(int number) {
            return table.measures(number).orElseThrow();
        }
    }
}

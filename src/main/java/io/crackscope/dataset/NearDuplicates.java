package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters pictures that look the same. Two pictures are linked if their hashes are within {@link
 * PerceptualHash#NEAR}; candidates come from bands: of seven bands of 64 bits at least one is equal when at most six
 * bits differ, so no link is missed and the work stays far below all pairs.
 *
 * <p>A chain of gradually changing plain tiles does not become one giant cluster: a link joins two clusters only if
 * every member of one is within twice the link distance of the first member of the other.
 */
final class NearDuplicates {
    private static final int BANDS = PerceptualHash.NEAR + 1;
    private static final int REACH = 2 * PerceptualHash.NEAR;

    private final List<PerceptualHash> hashes;
    private final int[] cluster;
    private final Map<Integer, List<Integer>> members = new HashMap<>();

    private NearDuplicates(List<PerceptualHash> hashes) {
        this.hashes = hashes;
        this.cluster = new int[hashes.size()];
    }

    /** For each hash the index of the first member of its cluster; its own where it is alone. */
    static int[] clusters(List<PerceptualHash> hashes) {
        return new NearDuplicates(hashes).run();
    }

    private int[] run() {
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = i;
            members.put(i, new ArrayList<>(List.of(i)));
        }
        for (int band = 0; band < BANDS; band++) {
            int from = 64 * band / BANDS;
            int bits = 64 * (band + 1) / BANDS - from;
            Map<Long, List<Integer>> buckets = new HashMap<>();
            for (int i = 0; i < cluster.length; i++) {
                long key = hashes.get(i).steps() >>> from & (1L << bits) - 1;
                List<Integer> bucket = buckets.computeIfAbsent(key, k -> new ArrayList<>());
                for (int other : bucket) {
                    link(other, i);
                }
                bucket.add(i);
            }
        }
        return cluster;
    }

    private void link(int a, int b) {
        if (cluster[a] == cluster[b] || hashes.get(a).distance(hashes.get(b)) > PerceptualHash.NEAR) {
            return;
        }
        int kept = Math.min(cluster[a], cluster[b]);
        int joined = Math.max(cluster[a], cluster[b]);
        if (!reaches(kept, joined) || !reaches(joined, kept)) {
            return;
        }
        for (int member : members.remove(joined)) {
            cluster[member] = kept;
            members.get(kept).add(member);
        }
    }

    private boolean reaches(int first, int others) {
        PerceptualHash hash = hashes.get(first);
        return members.get(others).stream().allMatch(i -> hashes.get(i).distance(hash) <= REACH);
    }
}

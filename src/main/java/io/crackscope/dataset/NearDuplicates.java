package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import io.crackscope.work.Cancellation;
import java.util.Arrays;
import java.util.List;

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

    private final long[] steps;
    private final long[] frequencies;
    private final Cancellation cancellation;
    private final int[] cluster;
    /** The member of the same cluster after each picture, -1 at the last: a cluster is read from its first member on. */
    private final int[] next;

    private NearDuplicates(List<PerceptualHash> hashes, Cancellation cancellation) {
        this.cancellation = cancellation;
        steps = hashes.stream().mapToLong(PerceptualHash::steps).toArray();
        frequencies = hashes.stream().mapToLong(PerceptualHash::frequencies).toArray();
        cluster = new int[steps.length];
        next = new int[steps.length];
    }

    /**
     * For each hash the index of the first member of its cluster; its own where it is alone.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static int[] clusters(List<PerceptualHash> hashes, Cancellation cancellation) {
        return new NearDuplicates(hashes, cancellation).run();
    }

    private int[] run() {
        Arrays.setAll(cluster, i -> i);
        Arrays.fill(next, -1);
        for (int band = 0; band < BANDS; band++) {
            int from = 64 * band / BANDS;
            int bits = 64 * (band + 1) / BANDS - from;
            // the pictures of one bucket as chains, in their order
            int[] first = new int[1 << bits];
            int[] last = new int[1 << bits];
            int[] later = new int[steps.length];
            Arrays.fill(first, -1);
            Arrays.fill(later, -1);
            for (int i = 0; i < steps.length; i++) {
                cancellation.throwIfCancelled();
                int key = (int) (steps[i] >>> from & (1L << bits) - 1);
                for (int other = first[key]; other >= 0; other = later[other]) {
                    if (distance(other, i) <= PerceptualHash.NEAR) {
                        link(other, i);
                    }
                }
                if (first[key] < 0) {
                    first[key] = i;
                } else {
                    later[last[key]] = i;
                }
                last[key] = i;
            }
        }
        return cluster;
    }

    private int distance(int a, int b) {
        return Math.max(Long.bitCount(steps[a] ^ steps[b]), Long.bitCount(frequencies[a] ^ frequencies[b]));
    }

    private void link(int a, int b) {
        if (cluster[a] == cluster[b]) {
            return;
        }
        int kept = Math.min(cluster[a], cluster[b]);
        int joined = Math.max(cluster[a], cluster[b]);
        if (!reaches(kept, joined) || !reaches(joined, kept)) {
            return;
        }
        int last = joined;
        for (int member = joined; member >= 0; member = next[member]) {
            cluster[member] = kept;
            last = member;
        }
        next[last] = next[kept];
        next[kept] = joined;
    }

    private boolean reaches(int first, int others) {
        for (int member = others; member >= 0; member = next[member]) {
            if (distance(member, first) > REACH) {
                return false;
            }
        }
        return true;
    }
}

package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void the_notebooks_protocol_gives_its_numbers() {
        Split split = RandomSplit.split(images(7000, 1), OptionalInt.of(6000), 0.3, 42);
        assertThat(split.train()).hasSize(3360);
        assertThat(split.validation()).hasSize(840);
        assertThat(split.test()).hasSize(1800);
        long cracks = all(split).filter(image -> image.label() == Label.CRACK).count();
        assertThat(cracks).isBetween(2850L, 3150L);
    }

    @Test
    void equal_seeds_give_equal_splits_and_other_seeds_others() {
        List<LabelledImage> images = images(500, 7);
        assertThat(RandomSplit.split(images, OptionalInt.empty(), 0.2, 1))
                .isEqualTo(RandomSplit.split(images, OptionalInt.empty(), 0.2, 1))
                .isNotEqualTo(RandomSplit.split(images, OptionalInt.empty(), 0.2, 2));
        assertThat(GroupedSplit.split(images, 0.2, 1))
                .isEqualTo(GroupedSplit.split(images, 0.2, 1))
                .isNotEqualTo(GroupedSplit.split(images, 0.2, 2));
    }

    @Test
    void a_grouped_split_never_cuts_a_group_and_meets_its_shares_in_every_stratum() {
        List<LabelledImage> images = images(6000, 12);
        for (int seed = 0; seed < 10; seed++) {
            Split split = GroupedSplit.split(images, 0.3, seed);
            assertThat(all(split)).hasSize(6000);
            assertThat(groups(split.train())).doesNotContainAnyElementsOf(groups(split.test()));
            assertThat(groups(split.train())).doesNotContainAnyElementsOf(groups(split.validation()));
            assertThat(groups(split.test())).doesNotContainAnyElementsOf(groups(split.validation()));
            for (String source : List.of("a/", "b/", "c/")) {
                for (Label label : Label.values()) {
                    double all = count(images, source, label);
                    assertThat(count(split.test(), source, label) / all).isBetween(0.25, 0.35);
                    assertThat(count(split.validation(), source, label) / all).isBetween(0.09, 0.19);
                }
            }
        }
    }

    @Test
    void groups_kept_out_of_training_are_tested() {
        List<LabelledImage> images = images(600, 12);
        Set<String> kept = Set.of("a/0", "b/1", "nobody");
        Split split = GroupedSplit.split(images, 0.1, 5, kept);
        assertThat(groups(split.test())).contains("a/0", "b/1");
        assertThat(groups(split.train())).doesNotContain("a/0", "b/1");
    }

    @Test
    void too_few_groups_or_images_are_refused_in_words() {
        assertThatThrownBy(() -> GroupedSplit.split(images(24, 12), 0.3, 1))
                .isInstanceOf(SplitException.class)
                .hasMessageContaining("groups are too few");
        assertThatThrownBy(() -> RandomSplit.split(images(2, 1), OptionalInt.empty(), 0.3, 1))
                .hasMessageContaining("too few");
        assertThatThrownBy(() -> RandomSplit.split(images(20, 1), OptionalInt.empty(), 1, 1))
                .hasMessageContaining("test fraction");
    }

    @Test
    void a_chain_of_slowly_changing_pictures_does_not_become_one_cluster() {
        List<io.crackscope.imaging.PerceptualHash> chain = new ArrayList<>();
        long bits = 0;
        for (int i = 0; i < 60; i++) {
            chain.add(new io.crackscope.imaging.PerceptualHash(bits, bits));
            bits |= 1L << i;
        }
        int[] clusters = NearDuplicates.clusters(chain, new Cancellation());
        assertThat(java.util.Arrays.stream(clusters).distinct().count()).isGreaterThan(3);
        assertThat(clusters[1]).isEqualTo(clusters[0]);
    }

    @Test
    void forty_thousand_hashes_are_clustered_in_seconds_and_no_near_pair_is_missed() {
        Random random = new Random(1);
        List<io.crackscope.imaging.PerceptualHash> hashes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long steps = random.nextLong();
            long frequencies = random.nextLong();
            hashes.add(new io.crackscope.imaging.PerceptualHash(steps, frequencies));
            for (int flip = 0; flip < 6; flip++) {
                steps ^= 1L << random.nextInt(64);
            }
            hashes.add(new io.crackscope.imaging.PerceptualHash(steps, frequencies));
        }
        long start = System.nanoTime();
        int[] clusters = NearDuplicates.clusters(hashes, new Cancellation());
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        for (int i = 0; i < clusters.length; i += 2) {
            assertThat(clusters[i + 1]).isEqualTo(clusters[i]);
        }
        assertThat(java.util.Arrays.stream(clusters).distinct()).hasSize(20_000);
    }

    /** Images of three sources in groups of {@code size} with both labels. */
    private static List<LabelledImage> images(int count, int size) {
        List<LabelledImage> images = new ArrayList<>();
        Random random = new Random(9);
        for (int i = 0; i < count; i++) {
            String group = "abc".charAt(i / size % 3) + "/" + i / size / 3;
            Label label = random.nextBoolean() ? Label.CRACK : Label.NO_CRACK;
            images.add(new LabelledImage(Path.of("/data/" + i + ".jpg"), label, group, "%064x".formatted(i)));
        }
        return images;
    }

    private static Stream<LabelledImage> all(Split split) {
        return Stream.of(split.train(), split.validation(), split.test()).flatMap(List::stream);
    }

    private static Set<String> groups(List<LabelledImage> part) {
        return new HashSet<>(part.stream().map(LabelledImage::group).collect(Collectors.toSet()));
    }

    private static long count(List<LabelledImage> part, String source, Label label) {
        return part.stream()
                .filter(image -> image.group().startsWith(source) && image.label() == label)
                .count();
    }
}

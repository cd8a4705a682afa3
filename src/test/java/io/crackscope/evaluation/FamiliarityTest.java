package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.GroupedSplit;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.RandomSplit;
import io.crackscope.dataset.Split;
import io.crackscope.domain.Label;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.learning.SeenImages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FamiliarityTest {
    /** No two look alike: the hash is a part of the digest. */
    private final ImageLooks looks = image -> Optional.of(new PerceptualHash(
            Long.parseUnsignedLong(image.sha256(), 16, 32, 16), Long.parseUnsignedLong(image.sha256(), 32, 48, 16)));

    /** Cracks in photos of ten, as many others in groups of their own, as METU has them. */
    private static List<LabelledImage> dataSet(String name) {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            images.add(image(name + "/crack/" + i, Label.CRACK, name + "/" + i / 10));
            images.add(image(name + "/other/" + i, Label.NO_CRACK, name + "/alone-" + i));
        }
        return images;
    }

    private static LabelledImage image(String name, Label label, String group) {
        return new LabelledImage(Path.of(name), label, group, Digests.sha256(name.getBytes(StandardCharsets.UTF_8)));
    }

    private Familiarity familiarity(Split split, List<LabelledImage> images) {
        SeenImages memory = SeenImages.of(split.train(), split.validation(), looks, new Cancellation());
        return Familiarity.of(
                Optional.of(memory), images, image -> true, looks, ProgressListener.NONE, new Cancellation());
    }

    @Test
    void after_a_grouped_split_what_is_new_is_held_out_by_groups() {
        List<LabelledImage> images = dataSet("metu");
        Split split = GroupedSplit.split(images, 0.3, 1);
        Familiarity known = familiarity(split, images);

        assertThat(known.images().get(HeldOut.SEEN))
                .hasSize(split.train().size() + split.validation().size());
        assertThat(known.images().get(HeldOut.GROUPED)).containsExactlyInAnyOrderElementsOf(split.test());
        assertThat(known.images()).doesNotContainKeys(HeldOut.RANDOM, HeldOut.OTHER_DATA);
        assertThat(known.trained()).isEqualTo(split.train().size());
        assertThat(known.validated()).isEqualTo(split.validation().size());
        assertThat(known.cut()).isFalse();
    }

    @Test
    void after_a_random_split_everything_new_is_held_out_at_random_lone_images_too() {
        List<LabelledImage> images = dataSet("metu");
        Split split = RandomSplit.split(images, OptionalInt.empty(), 0.3, 1);
        Familiarity known = familiarity(split, images);

        assertThat(known.cut()).isTrue();
        assertThat(known.images().get(HeldOut.RANDOM)).containsExactlyInAnyOrderElementsOf(split.test());
        assertThat(known.images()).doesNotContainKey(HeldOut.GROUPED);
        assertThat(known.sameGroup()).isPositive();
        assertThat(known.unseen()).isPositive();
    }

    @Test
    void a_data_set_of_which_nothing_was_seen_is_another_one() {
        Split split = GroupedSplit.split(dataSet("metu"), 0.3, 1);
        Familiarity known = familiarity(split, dataSet("walls"));

        assertThat(known.images()).containsOnlyKeys(HeldOut.OTHER_DATA);
        assertThat(known.unseen()).isEqualTo(400);
    }

    @Test
    void a_renamed_folder_hides_no_leak_since_the_bytes_of_others_in_the_group_are_known() {
        List<LabelledImage> images = dataSet("metu");
        Split split = RandomSplit.split(images, OptionalInt.empty(), 0.3, 1);
        List<LabelledImage> renamed = images.stream()
                .map(image -> new LabelledImage(
                        image.file(), image.label(), image.group().replace("metu", "copy"), image.sha256()))
                .toList();

        assertThat(familiarity(split, renamed).images().get(HeldOut.RANDOM)).hasSameSizeAs(split.test());
    }

    @Test
    void what_is_not_wanted_still_tells_what_the_wanted_are() {
        List<LabelledImage> images = dataSet("metu");
        Split split = GroupedSplit.split(images, 0.3, 1);
        SeenImages memory = SeenImages.of(split.train(), split.validation(), looks, new Cancellation());
        Familiarity known = Familiarity.of(
                Optional.of(memory), images, split.test()::contains, looks, ProgressListener.NONE, new Cancellation());

        assertThat(known.images()).containsOnlyKeys(HeldOut.GROUPED);
        assertThat(known.trained()).isZero();
    }

    @Test
    void without_a_memory_nothing_is_claimed() {
        Familiarity known = Familiarity.of(
                Optional.empty(), dataSet("metu"), image -> true, looks, ProgressListener.NONE, new Cancellation());

        assertThat(known.images()).containsOnlyKeys(HeldOut.UNKNOWN);
        assertThat(known.remembered()).isFalse();
    }
}

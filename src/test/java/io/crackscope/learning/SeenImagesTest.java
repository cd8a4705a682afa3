package io.crackscope.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.learning.SeenImages.Relation;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenImagesTest {
    @TempDir
    Path folder;

    private final Map<String, PerceptualHash> hashes = new HashMap<>();
    private final Random random = new Random(5);
    private final ImageLooks looks = image -> Optional.ofNullable(hashes.get(image.sha256()));

    private LabelledImage image(String name, String group) {
        LabelledImage image = new LabelledImage(
                Path.of(name), Label.CRACK, group, Digests.sha256(name.getBytes(StandardCharsets.UTF_8)));
        hashes.put(image.sha256(), new PerceptualHash(random.nextLong(), random.nextLong()));
        return image;
    }

    /** An image whose hash differs from that of {@code other} in so many bits of each half. */
    private LabelledImage like(LabelledImage other, int bits, String name, String group) {
        LabelledImage image = image(name, group);
        PerceptualHash hash = hashes.get(other.sha256());
        long mask = 0;
        while (Long.bitCount(mask) < bits) {
            mask |= 1L << random.nextInt(64);
        }
        hashes.put(image.sha256(), new PerceptualHash(hash.steps() ^ mask, hash.frequencies() ^ mask));
        return image;
    }

    private SeenImages seen(List<LabelledImage> train, List<LabelledImage> validation) {
        return SeenImages.of(train, validation, looks, new Cancellation());
    }

    @Test
    void each_relation_is_told_and_the_closest_one_wins() {
        LabelledImage trained = image("a", "walls/1");
        LabelledImage validated = image("b", "walls/2");
        SeenImages seen = seen(List.of(trained), List.of(validated));

        assertThat(seen.relationOf(trained, looks)).isEqualTo(Relation.TRAINED);
        assertThat(seen.relationOf(validated, looks)).isEqualTo(Relation.VALIDATED);
        assertThat(seen.relationOf(like(trained, PerceptualHash.NEAR, "c", "walls/1"), looks))
                .isEqualTo(Relation.NEAR_DUPLICATE);
        assertThat(seen.relationOf(like(trained, PerceptualHash.NEAR + 1, "d", "walls/9"), looks))
                .isEqualTo(Relation.NEW);
        assertThat(seen.relationOf(image("e", "walls/2"), looks)).isEqualTo(Relation.SAME_GROUP);
        assertThat(seen.relationOf(image("f", "walls/3"), looks)).isEqualTo(Relation.NEW);
    }

    @Test
    void the_same_bytes_are_known_wherever_they_lie_and_whatever_their_group_is_called() {
        LabelledImage trained = image("a", "walls/1");
        SeenImages seen = seen(List.of(trained), List.of());

        assertThat(seen.relationOf(
                        new LabelledImage(Path.of("elsewhere"), Label.NO_CRACK, "other/7", trained.sha256()), looks))
                .isEqualTo(Relation.TRAINED);
    }

    @Test
    void no_near_duplicate_of_thousands_is_missed() {
        List<LabelledImage> train = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            train.add(image("t" + i, "g" + i));
        }
        SeenImages seen = seen(train, List.of());
        for (int i = 0; i < 500; i++) {
            LabelledImage near = like(train.get(random.nextInt(3000)), i % (PerceptualHash.NEAR + 1), "n" + i, "new");
            assertThat(seen.relationOf(near, looks)).isEqualTo(Relation.NEAR_DUPLICATE);
        }
    }

    @Test
    void an_image_that_cannot_be_decoded_was_not_seen() {
        LabelledImage lost = image("lost", "walls/1");
        hashes.remove(lost.sha256());
        SeenImages seen = seen(List.of(lost, image("a", "walls/2")), List.of());

        assertThat(seen.trainImages()).isEqualTo(1);
        assertThat(seen.relationOf(lost, looks)).isEqualTo(Relation.NEW);
    }

    @Test
    void a_model_file_keeps_it_and_one_without_it_stays_readable() {
        StoredModel model = Models.random(NetworkPreset.SEED_CNN, 1);
        Path file = folder.resolve("m.crackscope");
        ModelFile.write(file, model);
        assertThat(ModelFile.read(file).seen()).isEmpty();

        LabelledImage trained = image("a", "walls/1");
        LabelledImage validated = image("b", "walls/1");
        SeenImages seen = seen(List.of(trained), List.of(validated));
        ModelFile.write(file, model.with(seen));

        StoredModel read = ModelFile.read(file);
        assertThat(read.seen()).contains(seen);
        assertThat(read).isEqualTo(model.with(seen));
        assertThat(read.with(read.description()).seen()).contains(seen);
        assertThat(read.seen().orElseThrow().relationOf(validated, looks)).isEqualTo(Relation.VALIDATED);
    }

    @Test
    void the_memory_of_17_000_images_costs_far_less_than_half_a_megabyte() throws IOException {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 17_000; i++) {
            images.add(image("t" + i, i % 4 == 0 ? "alone/" + i : "photo/" + i / 200));
        }
        StoredModel model = Models.random(NetworkPreset.SEED_CNN, 1);
        Path file = folder.resolve("m.crackscope");
        ModelFile.write(file, model);
        long without = Files.size(file);
        ModelFile.write(file, model.with(seen(images.subList(0, 13_600), images.subList(13_600, 17_000))));

        assertThat(Files.size(file) - without).isBetween(100_000L, 460_000L);
    }

    @Test
    void what_is_damaged_is_refused_and_what_is_newer_is_unknown() {
        byte[] stored =
                seen(List.of(image("a", "1"), image("b", "2")), List.of()).bytes();
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> SeenImages.read(cut))
                    .as("%d of %d bytes", length, stored.length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        byte[] lying = stored.clone();
        lying[4] = 0x7f;
        assertThatThrownBy(() -> SeenImages.read(lying)).isInstanceOf(IllegalArgumentException.class);
        byte[] newer = stored.clone();
        newer[3] = 2;
        assertThat(SeenImages.read(newer)).isEmpty();
    }
}

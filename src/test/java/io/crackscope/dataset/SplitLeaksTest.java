package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitLeaksTest {
    private final Map<String, PerceptualHash> hashes = new HashMap<>();
    private final Random random = new Random(3);

    private LabelledImage image(String name, String group) {
        String digest = Digests.sha256(name.getBytes(StandardCharsets.UTF_8));
        hashes.computeIfAbsent(digest, key -> new PerceptualHash(random.nextLong(), random.nextLong()));
        return new LabelledImage(Path.of(name), Label.CRACK, group, digest);
    }

    private LabelledImage like(LabelledImage other, String name, String group) {
        LabelledImage image = image(name, group);
        PerceptualHash hash = hashes.get(other.sha256());
        hashes.put(image.sha256(), new PerceptualHash(hash.steps() ^ 0b1011, hash.frequencies() ^ 0b1100));
        return image;
    }

    private SplitLeaks leaks(List<LabelledImage> train, List<LabelledImage> validation, List<LabelledImage> test) {
        return SplitLeaks.of(
                train,
                validation,
                test,
                image -> Optional.ofNullable(hashes.get(image.sha256())),
                ProgressListener.NONE,
                new Cancellation());
    }

    @Test
    void each_kind_of_leak_is_counted_where_it_was_planted() {
        LabelledImage a = image("a", "1");
        LabelledImage b = image("b", "2");
        LabelledImage c = image("c", "3");
        SplitLeaks leaks = leaks(
                List.of(a, b),
                List.of(c, image("d", "2"), image("e", "4")),
                List.of(a, like(b, "f", "5"), like(c, "g", "3"), image("h", "2"), image("i", "6")));

        assertThat(leaks.validation()).isEqualTo(new SplitLeaks.Part(3, 0, 0, 1, 1));
        assertThat(leaks.test()).isEqualTo(new SplitLeaks.Part(5, 1, 2, 3, 3));
        assertThat(leaks.any()).isTrue();
    }

    @Test
    void a_grouped_split_of_images_that_look_different_leaks_nothing_and_a_random_one_does() {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            images.add(image("i" + i, "g" + i / 10));
        }
        Split grouped = GroupedSplit.split(images, 0.3, 1);
        Split random = RandomSplit.split(images, java.util.OptionalInt.empty(), 0.3, 1);

        assertThat(leaks(grouped.train(), grouped.validation(), grouped.test()).any())
                .isFalse();
        SplitLeaks leaks = leaks(random.train(), random.validation(), random.test());
        assertThat(leaks.test().sameGroup()).isGreaterThan(110);
        assertThat(leaks.test().groups()).isGreaterThan(30);
        assertThat(leaks.test().same() + leaks.test().near()).isZero();
    }

    @Test
    void without_a_test_part_only_the_validation_part_can_leak() {
        LabelledImage a = image("a", "1");
        SplitLeaks leaks = leaks(List.of(a), List.of(like(a, "b", "2")), List.of());

        assertThat(leaks.validation().near()).isEqualTo(1);
        assertThat(leaks.test()).isEqualTo(new SplitLeaks.Part(0, 0, 0, 0, 0));
    }
}

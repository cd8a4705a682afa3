package io.crackscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Verdict;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TiledPhotoInspectorTest {
    private final FakeClassifier dark = new FakeClassifier(
            Models.random(NetworkPreset.CRACKNET, 3).description(),
            p -> FakeClassifier.darkness(p) > 0.01 ? 0.97 : 0.03);

    /** A light wall with a dark vertical line of this width in pixels at x = 500. */
    private static Picture wall(int lineWidth) {
        byte[] rgb = new byte[3 * 1000 * 800];
        Arrays.fill(rgb, (byte) 200);
        for (int y = 0; y < 800; y++) {
            for (int x = 500; x < 500 + lineWidth; x++) {
                Arrays.fill(rgb, 3 * (y * 1000 + x), 3 * (y * 1000 + x) + 3, (byte) 20);
            }
        }
        return new Picture(1000, 800, rgb);
    }

    private static PhotoReader reading(Picture picture) {
        return (file, maxPixels) -> new PhotoReading.Decoded(
                picture,
                new PhotoFacts(
                        picture.width(),
                        picture.height(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                1);
    }

    private InspectionOutcome inspect(PhotoReader reader) {
        return new TiledPhotoInspector(reader, dark).inspect(Path.of("wall.jpg"), new Cancellation());
    }

    @Test
    void a_crack_is_found_where_it_is() {
        assertThat(inspect(reading(wall(6)))).isInstanceOfSatisfying(InspectionOutcome.Inspected.class, found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.CRACK);
            assertThat(found.probability()).isGreaterThan(0.9);
            assertThat(found.evidence()).singleElement().satisfies(e -> {
                assertThat(e.left()).isLessThanOrEqualTo(500);
                assertThat(e.right()).isGreaterThanOrEqualTo(506);
                assertThat(e.bottom() - e.top()).isEqualTo(800);
            });
        });
    }

    @Test
    void a_clean_wall_has_no_evidence() {
        assertThat(inspect(reading(wall(0)))).isInstanceOfSatisfying(InspectionOutcome.Inspected.class, clean -> {
            assertThat(clean.verdict()).isEqualTo(Verdict.NO_CRACK);
            assertThat(clean.evidence()).isEmpty();
        });
    }

    @Test
    void what_the_reader_refuses_is_refused() {
        Refusal refusal = new Refusal(Refusal.Kind.EMPTY, "");
        assertThat(inspect((file, maxPixels) -> new PhotoReading.Refused(refusal)))
                .isEqualTo(new InspectionOutcome.Refused(Path.of("wall.jpg"), refusal));
    }

    @Test
    void a_cancelled_batch_keeps_what_was_done() {
        Cancellation cancellation = new Cancellation();
        List<InspectionOutcome> done = new ArrayList<>();
        new TiledPhotoInspector(reading(wall(6)), dark)
                .inspectAll(
                        List.of(Path.of("1.jpg"), Path.of("2.jpg"), Path.of("3.jpg")),
                        outcome -> {
                            done.add(outcome);
                            if (done.size() == 2) {
                                cancellation.cancel();
                            }
                        },
                        cancellation);
        assertThat(done).hasSize(2);
    }
}

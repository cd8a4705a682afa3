package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tiles that are too many to be kept and are read again in each epoch. */
class TileStoreTest {
    private static final Refusal CUT = new Refusal(Refusal.Kind.DAMAGED, "cut short");

    private static final PhotoFacts FACTS =
            new PhotoFacts(1, 1, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    private final Set<Path> unreadable = new HashSet<>();
    private final List<TrainingEvent.Skipped> skipped = new ArrayList<>();

    /** Every other one shows a crack; each has the grey of its number. */
    private TileStore store(int count) {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(new LabelledImage(
                    Path.of(String.valueOf(i)), i % 2 == 0 ? Label.CRACK : Label.NO_CRACK, "g" + i, "sha" + i));
        }
        PhotoReader reader = (file, most) -> {
            if (unreadable.contains(file)) {
                return new PhotoReading.Refused(CUT);
            }
            byte[] rgb = new byte[3];
            Arrays.fill(rgb, Byte.parseByte(file.toString()));
            return new PhotoReading.Decoded(new Picture(1, 1, rgb), FACTS, 1);
        };
        return TileStore.load(images, reader, 1, true, 0, skipped::add, ProgressListener.NONE, new Cancellation());
    }

    @Test
    void a_tile_that_becomes_unreadable_is_told_once_and_the_next_of_its_label_stands_in() {
        TileStore tiles = store(10);
        assertThat(tiles.picture(3).rgb()[0]).isEqualTo((byte) 3);
        unreadable.add(Path.of("3"));
        assertThat(tiles.picture(3).rgb()[0]).isEqualTo((byte) 5);
        assertThat(skipped).as("told by the thread that trains").isEmpty();
        tiles.tellLost();
        assertThat(tiles.picture(3).rgb()[0]).isEqualTo((byte) 5);
        tiles.tellLost();
        assertThat(skipped).containsExactly(new TrainingEvent.Skipped(Path.of("3"), CUT));
        assertThat(tiles.size()).isEqualTo(10);
    }

    @Test
    void what_becomes_unreadable_by_the_dozen_ends_the_run_for_its_disk_is_gone() {
        TileStore tiles = store(10);
        for (int i = 0; i < 10; i++) {
            unreadable.add(Path.of(String.valueOf(i)));
        }
        assertThatThrownBy(() -> tiles.picture(3)).isInstanceOf(LostTileException.class);
    }
}

package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetBlueprints;
import io.crackscope.samples.SampleTiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileBatchesTest {
    private final TileBatches batches = new TileBatches(PresetBlueprints.of(NetworkPreset.SEED_CNN));

    private static List<Picture> tiles(int count) {
        return new SampleTiles(120, 3).first(count).map(t -> t.picture()).toList();
    }

    @Test
    void memory_is_used_again_for_as_many_tiles_whatever_came_between() {
        TileBatches.Batch four = batches.batch(tiles(4));
        batches.release(four);
        TileBatches.Batch three = batches.batch(tiles(3));
        batches.release(three);

        assertThat(batches.batch(tiles(4)).tiles()).isSameAs(four.tiles());
        assertThat(batches.batch(tiles(3)).tiles()).isSameAs(three.tiles());
    }

    @Test
    void what_is_in_use_is_not_given_again() {
        TileBatches.Batch first = batches.batch(tiles(2));
        assertThat(batches.batch(tiles(2)).tiles()).isNotSameAs(first.tiles());
    }
}

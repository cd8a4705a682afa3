package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ListedImage;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.work.Cancellation;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    @TempDir
    Path folder;

    private final List<Path> read = new ArrayList<>();
    private final PhotoReader reader = (file, most) -> {
        read.add(file);
        return file.toString().contains("bad")
                ? new PhotoReading.Refused(new Refusal(Refusal.Kind.DAMAGED, ""))
                : new PhotoReading.Decoded(
                        new Picture(400, 200, new byte[3 * 400 * 200]),
                        new PhotoFacts(
                                400,
                                200,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        1);
    };
    private ImageCache cache;

    @AfterEach
    void closeTheCache() {
        cache.close();
    }

    @Test
    void a_thumbnail_keeps_its_proportions_and_is_at_hand_the_next_time() {
        Thumbnails<String> thumbnails = thumbnails(new DirectJobRunner());
        ListedImage tile = image("tile.jpg", 5_000);
        List<String> shown = new ArrayList<>();
        assertThat(thumbnails.atHand(tile, 128)).isNull();
        thumbnails.get(tile, 128, shown::add);
        assertThat(shown).containsExactly("128 x 64");
        assertThat(thumbnails.atHand(tile, 128)).isEqualTo("128 x 64");
        assertThat(thumbnails.atHand(tile, 64)).isNull();
        assertThat(cache.thumbnail(tile))
                .as("a small file is read as fast as a copy")
                .isEmpty();
    }

    @Test
    void a_small_tile_is_enlarged_once_and_not_in_every_frame() {
        List<String> shown = new ArrayList<>();
        thumbnails(new DirectJobRunner()).get(image("tile.jpg", 5_000), 600, shown::add);
        assertThat(shown).containsExactly("600 x 300");
    }

    @Test
    void a_large_photo_is_read_once_and_then_comes_from_disk() {
        ListedImage photo = image("photo.jpg", 5_000_000);
        List<String> shown = new ArrayList<>();
        thumbnails(new DirectJobRunner()).get(photo, 128, shown::add);
        thumbnails(new DirectJobRunner()).get(photo, 256, shown::add);
        assertThat(shown).containsExactly("128 x 64", "256 x 128");
        assertThat(read).hasSize(1);
    }

    @Test
    void what_cannot_be_read_has_none_and_who_no_longer_waits_hears_nothing() {
        List<String> shown = new ArrayList<>();
        thumbnails(new DirectJobRunner()).get(image("bad.jpg", 100), 128, shown::add);
        cache.close();
        HoldingJobRunner runner = new HoldingJobRunner();
        Cancellation cancellation = thumbnails(runner).get(image("tile.jpg", 100), 128, shown::add);
        cancellation.cancel();
        runner.finish();
        assertThat(shown).isEmpty();
        assertThat(read).hasSize(1);
    }

    private Thumbnails<String> thumbnails(JobRunner runner) {
        cache = new ImageCache(folder.resolve("images.sqlite"));
        return new Thumbnails<>(runner, reader, cache, picture -> picture.width() + " x " + picture.height());
    }

    private ListedImage image(String name, long bytes) {
        return new ListedImage(
                folder.resolve(name), Optional.empty(), folder, folder, Optional.empty(), Optional.empty(), bytes, 1);
    }
}

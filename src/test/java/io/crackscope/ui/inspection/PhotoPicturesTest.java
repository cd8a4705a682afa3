package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class PhotoPicturesTest {
    private final List<Path> read = new ArrayList<>();
    private final List<Picture> thumbnails = new ArrayList<>();
    private final List<PhotoPictures.Shown<Picture>> photos = new ArrayList<>();

    @Test
    void a_photo_comes_in_sizes_each_half_of_the_one_before() {
        pictures(new DirectJobRunner()).photo(Path.of("a.jpg"), photos::add);
        assertThat(photos).singleElement().isInstanceOfSatisfying(PhotoPictures.Shown.Photo.class, photo -> {
            List<Integer> widths = new ArrayList<>();
            for (Object level : photo.levels()) {
                widths.add(((Picture) level).width());
            }
            assertThat(widths).containsExactly(2000, 1000, 500);
        });
    }

    @Test
    void a_thumbnail_is_small_and_read_only_once() {
        PhotoPictures<Picture> pictures = pictures(new DirectJobRunner());
        pictures.thumbnail(Path.of("a.jpg"), thumbnails::add);
        pictures.thumbnail(Path.of("a.jpg"), thumbnails::add);
        assertThat(thumbnails)
                .hasSize(2)
                .allSatisfy(picture -> assertThat(picture.width()).isEqualTo(192));
        assertThat(read).hasSize(1);
    }

    @Test
    void only_the_photos_shown_last_are_kept() {
        PhotoPictures<Picture> pictures = pictures(new DirectJobRunner());
        for (String name : List.of("a", "b", "c", "d", "b", "a")) {
            pictures.photo(Path.of(name), photos::add);
        }
        assertThat(read).containsExactly(Path.of("a"), Path.of("b"), Path.of("c"), Path.of("d"), Path.of("a"));
        assertThat(photos).hasSize(6);
    }

    @Test
    void an_unreadable_photo_says_why_and_has_no_thumbnail() {
        PhotoPictures<Picture> pictures = pictures(new DirectJobRunner());
        pictures.photo(Path.of("bad.jpg"), photos::add);
        pictures.thumbnail(Path.of("bad.jpg"), thumbnails::add);
        assertThat(photos).containsExactly(new PhotoPictures.Shown.Unreadable<>(new Refusal(Refusal.Kind.DAMAGED, "")));
        assertThat(thumbnails).isEmpty();
    }

    @Test
    void a_photo_that_was_left_is_not_read_and_the_one_looked_at_is_shown() {
        HoldingJobRunner runner = new HoldingJobRunner();
        PhotoPictures<Picture> pictures = pictures(runner);
        pictures.photo(Path.of("a"), photos::add);
        pictures.photo(Path.of("b"), shown -> photos.add(null));
        runner.finish();
        assertThat(read).containsExactly(Path.of("b"));
        assertThat(photos).containsExactly((PhotoPictures.Shown<Picture>) null);
        pictures.photo(Path.of("a"), photos::add);
        pictures.leave();
        runner.finish();
        assertThat(photos).hasSize(1);
    }

    @Test
    void a_photo_read_ahead_is_not_read_again_when_it_is_asked_for() {
        HoldingJobRunner runner = new HoldingJobRunner();
        PhotoPictures<Picture> pictures = pictures(runner);
        pictures.ahead(Path.of("a"));
        pictures.photo(Path.of("a"), photos::add);
        runner.finish();
        pictures.photo(Path.of("a"), photos::add);
        assertThat(read).hasSize(1);
        assertThat(photos).hasSize(2);
    }

    @Test
    void a_photo_brings_its_thumbnail_along() {
        PhotoPictures<Picture> pictures = pictures(new DirectJobRunner());
        pictures.photo(Path.of("a"), photos::add);
        pictures.thumbnail(Path.of("a"), thumbnails::add);
        assertThat(read).hasSize(1);
        assertThat(thumbnails)
                .singleElement()
                .satisfies(picture -> assertThat(picture.width()).isEqualTo(192));
        assertThat(pictures.thumbnailAtHand(Path.of("a")))
                .hasValueSatisfying(thumbnail -> assertThat(thumbnail.width()).isEqualTo(2000));
        assertThat(pictures.thumbnailAtHand(Path.of("b"))).isEmpty();
    }

    @Test
    void a_thumbnail_asked_for_while_its_photo_is_read_waits_for_that_and_is_read_if_that_is_given_up() {
        HoldingJobRunner runner = new HoldingJobRunner();
        PhotoPictures<Picture> pictures = pictures(runner);
        pictures.photo(Path.of("a"), photos::add);
        pictures.thumbnail(Path.of("a"), thumbnails::add);
        assertThat(runner.held()).isEqualTo(1);
        runner.finish();
        assertThat(read).hasSize(1);
        assertThat(thumbnails).hasSize(1);

        pictures.photo(Path.of("b"), photos::add);
        pictures.thumbnail(Path.of("b"), thumbnails::add);
        pictures.leave();
        runner.finish();
        assertThat(read).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(thumbnails).hasSize(2);
        assertThat(photos).hasSize(1);
    }

    @Test
    void thumbnails_are_read_one_at_a_time_and_those_not_waited_for_not_at_all() {
        HoldingJobRunner runner = new HoldingJobRunner();
        PhotoPictures<Picture> pictures = pictures(runner);
        pictures.thumbnail(Path.of("a"), thumbnails::add);
        Cancellation second = pictures.thumbnail(Path.of("b"), thumbnails::add);
        pictures.thumbnail(Path.of("c"), thumbnails::add);
        assertThat(runner.held()).isEqualTo(1);
        second.cancel();
        runner.finish();
        assertThat(read).containsExactly(Path.of("a"), Path.of("c"));
        assertThat(thumbnails).hasSize(2);
    }

    @Test
    void a_reader_that_breaks_leaves_words_not_an_endless_wait() {
        PhotoReader breaks = (file, maxPixels) -> {
            throw new IllegalStateException("broken");
        };
        new PhotoPictures<Picture>(new DirectJobRunner(), breaks, picture -> picture).photo(Path.of("a"), photos::add);
        assertThat(photos).singleElement().isInstanceOf(PhotoPictures.Shown.Unreadable.class);
    }

    private PhotoPictures<Picture> pictures(JobRunner runner) {
        PhotoReader reader = (file, maxPixels) -> {
            read.add(file);
            if (file.startsWith("bad.jpg")) {
                return new PhotoReading.Refused(new Refusal(Refusal.Kind.DAMAGED, ""));
            }
            PhotoFacts facts = new PhotoFacts(
                    2000, 10, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
            return new PhotoReading.Decoded(new Picture(2000, 10, new byte[60_000]), facts, 1);
        };
        return new PhotoPictures<>(runner, reader, picture -> picture);
    }
}

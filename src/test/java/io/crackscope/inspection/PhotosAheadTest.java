package io.crackscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PhotosAheadTest {
    private static final List<Path> FILES = List.of(Path.of("a.jpg"), Path.of("b.jpg"), Path.of("c.jpg"));

    private final Map<Path, String> readers = new ConcurrentHashMap<>();
    private final CountDownLatch secondRead = new CountDownLatch(1);

    /** Refuses every photo by its own name, and keeps which thread has read it. */
    private PhotoReader reader(long pixels) {
        return new PhotoReader() {
            @Override
            public PhotoReading read(Path file, long maxPixels) {
                readers.put(file, Thread.currentThread().getName());
                if (file.equals(FILES.get(1))) {
                    secondRead.countDown();
                }
                return new PhotoReading.Refused(new Refusal(Refusal.Kind.DAMAGED, file.toString()));
            }

            @Override
            public long pixels(Path file, long maxPixels) {
                return pixels;
            }
        };
    }

    private static String name(PhotosAhead.Read read) {
        return ((PhotoReading.Refused) read.reading()).refusal().detail();
    }

    @Test
    void photos_come_in_order_and_the_second_is_read_while_the_first_is_in_work() throws Exception {
        try (PhotosAhead photos = new PhotosAhead(reader(16_000_000), FILES, 120_000_000)) {
            assertThat(name(photos.next())).isEqualTo("a.jpg");
            assertThat(secondRead.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(name(photos.next())).isEqualTo("b.jpg");
            assertThat(name(photos.next())).isEqualTo("c.jpg");
        }
        assertThat(readers.values()).containsOnly("photo-reader");
    }

    @Test
    void photos_too_large_to_hold_several_are_read_only_when_it_is_their_turn() {
        String here = Thread.currentThread().getName();
        try (PhotosAhead photos = new PhotosAhead(reader(100_000_000), FILES, 120_000_000)) {
            assertThat(name(photos.next())).isEqualTo("a.jpg");
            assertThat(readers).containsExactly(Map.entry(FILES.getFirst(), here));
            assertThat(name(photos.next())).isEqualTo("b.jpg");
            assertThat(name(photos.next())).isEqualTo("c.jpg");
        }
        assertThat(readers.values()).containsOnly(here);
    }

    @Test
    void what_reading_throws_reaches_the_caller() {
        PhotoReader broken = (file, maxPixels) -> {
            throw new UnsatisfiedLinkError("no decoder");
        };
        try (PhotosAhead photos = new PhotosAhead(broken, FILES, 1)) {
            assertThatThrownBy(photos::next).isInstanceOf(UnsatisfiedLinkError.class);
        }
    }
}

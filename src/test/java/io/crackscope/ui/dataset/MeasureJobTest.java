package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ListedImage;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.imaging.Picture;
import io.crackscope.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureJobTest {
    @TempDir
    Path folder;

    @Test
    void nothing_is_looked_up_while_a_person_scrolls() throws Exception {
        Path file =
                Files.write(folder.resolve("a.jpg"), JpegBytes.of(new Picture(64, 48, new byte[3 * 64 * 48]), 0.9f));
        ListedImage image = new ListedImage(
                file, Optional.empty(), folder, folder, Optional.empty(), Optional.empty(), Files.size(file), 1);
        Attention attention = new Attention();
        try (ImageCache cache = new ImageCache(folder.resolve("images.sqlite"))) {
            MeasureJob job = job(image, cache, attention);
            job.run(batch -> {}, new Cancellation());

            attention.ask();
            List<Boolean> scrolling = new ArrayList<>();
            int read = job(image, cache, attention).run(batch -> scrolling.add(attention.isHeld()), new Cancellation());

            assertThat(read).as("all is known").isZero();
            assertThat(scrolling).containsExactly(false);
        }
    }

    private static MeasureJob job(ListedImage image, ImageCache cache, Attention attention) {
        return new MeasureJob(List.of(image), new ImageMeasurer(new ImageIoPhotoReader()), cache, attention);
    }
}

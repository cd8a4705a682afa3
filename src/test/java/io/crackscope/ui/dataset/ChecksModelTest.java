package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.Check;
import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ImageSet;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import io.crackscope.work.DirectJobRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksModelTest {
    @TempDir
    Path folder;

    @Test
    void nothing_is_checked_while_a_person_scrolls() throws IOException {
        Attention attention = new Attention();
        ChecksModel checks = new ChecksModel(new DirectJobRunner(), new BrowseModel(), attention);
        checks.watch(measured().table());
        List<Boolean> scrolling = new ArrayList<>();
        checks.stateProperty(Check.EXACT_DUPLICATES).addListener((observable, before, now) -> {
            if (now instanceof CheckState.Found) {
                scrolling.add(attention.isHeld());
            }
        });

        attention.ask();
        checks.measured();

        assertThat(scrolling).containsExactly(false);
    }

    private ImageSet measured() throws IOException {
        new SampleTiles(48, 5).write(folder, 2);
        DataSource source = DataSource.of(folder);
        ImageSet set =
                new ImageSet(source, ImageListing.of(source, new Cancellation()).images());
        ImageMeasurer measurer = new ImageMeasurer(new ImageIoPhotoReader());
        for (int i = 0; i < set.table().size(); i++) {
            set.measured(i, measurer.measure(set.table().image(i).file(), new Cancellation()));
        }
        return set;
    }
}

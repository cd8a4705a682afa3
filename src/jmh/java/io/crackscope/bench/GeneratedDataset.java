package io.crackscope.bench;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.DatasetScanner;
import io.crackscope.dataset.RandomSplit;
import io.crackscope.dataset.Split;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Generated tiles on disk, split like any data set: what training reads where there is no data. */
final class GeneratedDataset {
    private GeneratedDataset() {}

    /** A split of {@code count} tiles of {@code size} pixels, written to {@code folder}; a fifth is for validation. */
    static Split write(Path folder, int size, int count) throws IOException {
        new SampleTiles(size, 1).write(folder, count);
        Dataset dataset = new DatasetScanner(new ImageIoPhotoReader())
                .scan(List.of(folder), ProgressListener.NONE, new Cancellation());
        return RandomSplit.split(dataset.images(), OptionalInt.empty(), 0, 1);
    }
}

package io.crackscope.cli;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.EditKeeper;
import io.crackscope.dataset.ImageGroups;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Measurement;
import io.crackscope.imaging.PhotoFiles.RefusedPath;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ParallelWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads data sets as the window does, with what was changed there, measures and groups their images. */
final class MeasuredData {
    private static final long PROBE_PIXELS = 1 << 20;

    private final Services services;
    private final Console console;

    MeasuredData(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /**
     * What was read.
     *
     * @param set the images of all data sets together, measured and grouped
     * @param refused folders and places that cannot be read
     */
    record Found(ImageSet set, List<RefusedPath> refused) {
        ImageTable table() {
            return set.table();
        }
    }

    /**
     * Reads {@code folders}; says what was changed and refused.
     *
     * @throws io.crackscope.dataset.DatasetException if a table or a file of changes cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Found read(List<Path> folders, boolean quiet, Cancellation cancellation) {
        List<ImageSet> sets = new ArrayList<>();
        List<RefusedPath> refused = new ArrayList<>();
        for (Path folder : folders) {
            DataSource source = DataSource.of(folder);
            ImageListing listing = ImageListing.of(source, cancellation);
            refused.addAll(listing.refused());
            ImageSet set = new ImageSet(source, listing.images());
            try (EditKeeper keeper = new EditKeeper(services.tools().changes(), source)) {
                keeper.restore(set);
                if (set.table().changed() > 0 && !quiet) {
                    console.line(console.text(
                            "cli.dataset.changed",
                            set.table().changed(),
                            keeper.place().file().toString()));
                }
            }
            sets.add(set);
        }
        refused.forEach(no -> console.refused(no.path(), no.refusal()));
        ImageSet all = ImageSet.together(sets);
        try (Progress progress = new Progress(console, console.text("cli.dataset.measuring"), quiet)) {
            measure(all, progress, cancellation);
        }
        cancellation.throwIfCancelled();
        all.grouped(ImageGroups.of(all.table(), file -> picture(file, cancellation), cancellation));
        return new Found(all, refused);
    }

    private void measure(ImageSet set, Progress progress, Cancellation cancellation) {
        ImageMeasurer measurer = new ImageMeasurer(services.photos());
        ImageTable table = set.table();
        List<Function<Integer, Measurement>> workers = Collections.nCopies(
                Runtime.getRuntime().availableProcessors(),
                number -> measurer.measure(table.image(number).file(), cancellation));
        int[] next = {0};
        ParallelWork.run(
                IntStream.range(0, table.size()).boxed().toList(),
                workers,
                measurement -> {
                    set.measured(next[0]++, measurement);
                    progress.progress(next[0], table.size());
                },
                cancellation);
    }

    private Optional<Picture> picture(Path file, Cancellation cancellation) {
        return services.photos().read(file, PROBE_PIXELS, cancellation) instanceof PhotoReading.Decoded decoded
                ? Optional.of(decoded.picture())
                : Optional.empty();
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageMeasurer;
import io.crackscope.dataset.ListedImage;
import io.crackscope.dataset.Measurement;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ParallelWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Measures all images of a data set: first hands over what is known from earlier runs, then reads the others, on all
 * processors but one, in the order listed. What was measured is kept even when it is cancelled.
 */
final class MeasureJob implements JobRunner.Job<MeasureJob.Batch, Integer> {
    private static final int BATCH = 500;
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /**
     * Some measurements.
     *
     * @param numbers of the images
     * @param measurements in the same order
     * @param done how many images are measured in all
     */
    record Batch(List<Integer> numbers, List<Measurement> measurements, int done) {}

    private final List<ListedImage> images;
    private final ImageMeasurer measurer;
    private final ImageCache cache;
    private final Attention attention;

    private List<Integer> numbers = new ArrayList<>();
    private List<Measurement> measurements = new ArrayList<>();
    private long published = System.nanoTime();
    private int done;

    MeasureJob(List<ListedImage> images, ImageMeasurer measurer, ImageCache cache, Attention attention) {
        this.images = images;
        this.measurer = measurer;
        this.cache = cache;
        this.attention = attention;
    }

    /** The number of images that had to be read. */
    @Override
    public Integer run(Consumer<Batch> publish, Cancellation cancellation) {
        List<Integer> unknown = new ArrayList<>();
        for (int from = 0; from < images.size(); from += BATCH) {
            attention.giveWay(cancellation);
            cancellation.throwIfCancelled();
            List<ListedImage> some = images.subList(from, Math.min(images.size(), from + BATCH));
            List<Optional<Measurement>> known = cache.measurements(some);
            for (int i = 0; i < some.size(); i++) {
                if (known.get(i).isPresent()) {
                    add(from + i, known.get(i).get());
                } else {
                    unknown.add(from + i);
                }
            }
            publish(publish);
        }
        List<Function<Integer, Measurement>> workers = Collections.nCopies(
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1), number -> measure(number, cancellation));
        int[] next = {0};
        ParallelWork.run(
                unknown,
                workers,
                measurement -> {
                    add(unknown.get(next[0]++), measurement);
                    if (numbers.size() >= BATCH || System.nanoTime() - published > BATCH_NANOS) {
                        keep(publish);
                    }
                },
                cancellation);
        keep(publish);
        cancellation.throwIfCancelled();
        return unknown.size();
    }

    private Measurement measure(int number, Cancellation cancellation) {
        attention.giveWay(cancellation);
        return measurer.measure(images.get(number).file(), cancellation);
    }

    private void add(int number, Measurement measurement) {
        numbers.add(number);
        measurements.add(measurement);
        done++;
    }

    private void keep(Consumer<Batch> publish) {
        List<ImageCache.Entry> entries = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            entries.add(new ImageCache.Entry(images.get(numbers.get(i)), measurements.get(i)));
        }
        cache.keep(entries);
        publish(publish);
    }

    private void publish(Consumer<Batch> publish) {
        if (!numbers.isEmpty()) {
            publish.accept(new Batch(numbers, measurements, done));
            numbers = new ArrayList<>();
            measurements = new ArrayList<>();
        }
        published = System.nanoTime();
    }
}

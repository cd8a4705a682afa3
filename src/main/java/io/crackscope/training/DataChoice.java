package io.crackscope.training;

import io.crackscope.dataset.GroupedSplit;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.RandomSplit;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to learn from.
 *
 * @param folders folders and manifests of labelled images; may be empty with a kept split
 * @param split how they are held out
 * @param sample use only so many of them, drawn at random; empty for all
 * @param testShare share in [0,1) held out for the test
 * @param trainOnly folders and manifests whose images only train, however the others are split
 */
public record DataChoice(
        List<Path> folders, SplitChoice split, OptionalInt sample, double testShare, List<Path> trainOnly) {
    public DataChoice {
        folders = List.copyOf(folders);
        trainOnly = List.copyOf(trainOnly);
    }

    /** Images that are all split. */
    public DataChoice(List<Path> folders, SplitChoice split, OptionalInt sample, double testShare) {
        this(folders, split, sample, testShare, List.of());
    }

    /** Whether the split names its images itself, so that none need be looked for. */
    public boolean isKept() {
        return split instanceof SplitChoice.Kept;
    }

    /** Whether a kept split alone says which images there are. */
    public boolean isNamed() {
        return isKept() && folders.isEmpty();
    }

    /** What says which images there are: the folders, or the kept split alone. */
    public List<Path> sources() {
        return split instanceof SplitChoice.Kept(Path file) && folders.isEmpty() ? List.of(file) : folders;
    }

    /**
     * Splits {@code images}, which are those of {@link #folders}, or reads the kept split.
     *
     * @throws IllegalArgumentException if they are too few; the message says so
     * @throws io.crackscope.dataset.DatasetException if the kept split cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Split split(List<LabelledImage> images, long seed, ProgressListener progress, Cancellation cancellation) {
        return switch (split) {
            case SplitChoice.Kept kept -> SplitFile.read(kept.file(), progress, cancellation);
            case SplitChoice.Random random -> RandomSplit.split(images, sample, testShare, seed);
            case SplitChoice.Grouped grouped -> {
                Set<String> testOnly = images.stream()
                        .map(LabelledImage::group)
                        .filter(group -> grouped.holdOut().stream().anyMatch(group::startsWith))
                        .collect(Collectors.toSet());
                yield GroupedSplit.split(drawn(images, seed), testShare, seed, testOnly);
            }
        };
    }

    private List<LabelledImage> drawn(List<LabelledImage> images, long seed) {
        if (sample.isEmpty() || sample.getAsInt() >= images.size()) {
            return images;
        }
        List<LabelledImage> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, sample.getAsInt());
    }
}

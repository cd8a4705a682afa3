package io.crackscope.cli;

import io.crackscope.dataset.GroupedSplit;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.RandomSplit;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.learning.PresetDefaults;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code train} that split the data set. */
final class SplitOptions {
    private static final String RANDOM = "random";
    private static final String GROUPED = "grouped";

    @Option(
            names = "--split",
            paramLabel = "random|grouped|FILE",
            defaultValue = GROUPED,
            description = "${bundle:cli.train.split} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private String split = GROUPED;

    @Option(names = "--sample", paramLabel = "N", description = "${bundle:cli.train.sample}")
    private @Nullable Integer sample;

    @Option(
            names = "--test",
            paramLabel = "FRACTION",
            defaultValue = "" + PresetDefaults.TEST_SHARE,
            description = "${bundle:cli.train.test} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private double test = PresetDefaults.TEST_SHARE;

    @Option(names = "--hold-out", paramLabel = "GROUP", description = "${bundle:cli.train.hold_out}")
    private List<String> holdOut = List.of();

    @Option(names = "--split-out", paramLabel = "FILE", description = "${bundle:cli.train.split_out}")
    private @Nullable Path splitOut;

    /** What is wrong with the numbers, or null. */
    @Nullable
    String problem(Console console) {
        if (!(test >= 0 && test < 1)) {
            return console.text("cli.usage.range", "--test", 0, 1);
        } else if (!holdOut.isEmpty() && !split.equals(GROUPED)) {
            return console.text("cli.train.hold_out_grouped");
        } else if (sample != null && isFile()) {
            return console.text("cli.train.sample_file");
        } else if (sample != null && sample < 3) {
            return console.text("cli.usage.least", "--sample", 3);
        }
        return null;
    }

    @Nullable
    Path splitOut() {
        return splitOut;
    }

    /** Whether a kept split is used, which holds the images itself. */
    boolean isFile() {
        return !split.equals(RANDOM) && !split.equals(GROUPED);
    }

    /**
     * Reads the kept split.
     *
     * @throws io.crackscope.dataset.DatasetException if it cannot be used
     */
    Split read(ProgressListener progress, Cancellation cancellation) {
        return SplitFile.read(Path.of(split), progress, cancellation);
    }

    /**
     * Splits {@code images}.
     *
     * @throws IllegalArgumentException if they are too few; the message says so
     */
    Split split(List<LabelledImage> images, long seed) {
        OptionalInt size = sample == null ? OptionalInt.empty() : OptionalInt.of(sample);
        if (split.equals(RANDOM)) {
            return RandomSplit.split(images, size, test, seed);
        }
        Set<String> testOnly = images.stream()
                .map(LabelledImage::group)
                .filter(group -> holdOut.stream().anyMatch(group::startsWith))
                .collect(Collectors.toSet());
        return GroupedSplit.split(drawn(images, size, seed), test, seed, testOnly);
    }

    private static List<LabelledImage> drawn(List<LabelledImage> images, OptionalInt size, long seed) {
        if (size.isEmpty() || size.getAsInt() >= images.size()) {
            return images;
        }
        List<LabelledImage> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, size.getAsInt());
    }
}

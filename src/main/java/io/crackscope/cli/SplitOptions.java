package io.crackscope.cli;

import io.crackscope.learning.PresetDefaults;
import io.crackscope.training.DataChoice;
import io.crackscope.training.SplitChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
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
            return console.text("cli.usage.share", "--test");
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

    private boolean isFile() {
        return !split.equals(RANDOM) && !split.equals(GROUPED);
    }

    /** The data in {@code folders}, held out as these options say, and what only trains. */
    DataChoice choice(List<Path> folders, List<Path> trainOnly) {
        OptionalInt size = sample == null ? OptionalInt.empty() : OptionalInt.of(sample);
        SplitChoice choice = switch (split) {
            case RANDOM -> new SplitChoice.Random();
            case GROUPED -> new SplitChoice.Grouped(holdOut);
            default -> new SplitChoice.Kept(Path.of(split));
        };
        return new DataChoice(folders, choice, size, test, trainOnly);
    }
}

package io.crackscope.cli;

import io.crackscope.cli.Services.SplitShares;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.learning.PresetDefaults;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code train} that split the data set. */
final class SplitOptions {
    @Option(
            names = "--split",
            paramLabel = "random|grouped|FILE",
            defaultValue = "grouped",
            description = "${bundle:cli.train.split}")
    private String split = "grouped";

    @Option(names = "--sample", paramLabel = "N", description = "${bundle:cli.train.sample}")
    private @Nullable Integer sample;

    @Option(names = "--test", paramLabel = "FRACTION", description = "${bundle:cli.train.test}")
    private double test = PresetDefaults.TEST_SHARE;

    @Option(names = "--validation", paramLabel = "FRACTION", description = "${bundle:cli.train.validation}")
    private double validation = PresetDefaults.VALIDATION_SHARE;

    @Option(names = "--hold-out", paramLabel = "GROUP", description = "${bundle:cli.train.hold_out}")
    private List<String> holdOut = List.of();

    @Option(names = "--split-out", paramLabel = "FILE", description = "${bundle:cli.train.split_out}")
    private @Nullable Path splitOut;

    /** What is wrong with the numbers, or null. */
    @Nullable
    String problem(Console console) {
        if (!(test >= 0 && test < 1)) {
            return console.text("cli.usage.range", "--test", 0, 1);
        } else if (!(validation > 0 && validation < 1)) {
            return console.text("cli.usage.range", "--validation", 0, 1);
        } else if (sample != null && sample < 3) {
            return console.text("cli.usage.least", "--sample", 3);
        }
        return null;
    }

    @Nullable
    Path splitOut() {
        return splitOut;
    }

    /** The images that no {@code --hold-out} keeps back. */
    List<LabelledImage> offered(List<LabelledImage> images) {
        return images.stream()
                .filter(image -> holdOut.stream().noneMatch(image.group()::startsWith))
                .toList();
    }

    /**
     * Splits {@code images}.
     *
     * @throws io.crackscope.dataset.DatasetException if the file of a kept split cannot be used
     */
    Split split(Services.DataSets dataSets, List<LabelledImage> images, long seed) {
        SplitShares shares =
                new SplitShares(sample == null ? OptionalInt.empty() : OptionalInt.of(sample), test, validation, seed);
        return switch (split) {
            case "random" -> dataSets.random(images, shares);
            case "grouped" -> dataSets.grouped(images, shares);
            default -> dataSets.read(Path.of(split), images);
        };
    }
}

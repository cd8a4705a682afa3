package io.crackscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code crackscope dataset}: holds the commands on data sets. */
@Command(name = "dataset", description = "${bundle:cli.dataset.help}", synopsisSubcommandLabel = "check|split")
final class DatasetCommand {
    @Mixin
    private StandardOptions standard = new StandardOptions();
}

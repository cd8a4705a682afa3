package io.crackscope.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class StandardOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "${bundle:cli.option.help}")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "${bundle:cli.option.version}")
    private boolean version;

    @Option(names = "--verbose", description = "${bundle:cli.option.verbose}")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}

package io.crackscope.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What commands that do something have in common: what they work with, the options that every command understands, and the
 * list of how they end. A command that ends otherwise names its own list in its annotation, which replaces this one.
 */
@Command(
        exitCodeListHeading = "%n${bundle:cli.exit.heading}:%n",
        exitCodeList = {
            "0:${bundle:cli.exit.0}",
            "1:${bundle:cli.exit.1}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.exit.3}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}",
            "130:${bundle:cli.exit.130}"
        })
abstract class StandardCommand implements Callable<Integer> {
    final Services services;
    final Console console;
    final Failures failures;

    @Mixin
    private StandardOptions standard = new StandardOptions();

    @Spec
    private @Nullable CommandSpec spec;

    StandardCommand(Services services, Console console, Failures failures) {
        this.services = services;
        this.console = console;
        this.failures = failures;
    }

    /** Whether the log is to have the details of failures that are expected. */
    final boolean verbose() {
        return standard.verbose();
    }

    /** To throw where the command is used wrongly. */
    final ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}

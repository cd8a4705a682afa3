package io.crackscope.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Runs one command on the calling thread, prints on the given streams only and never ends the JVM.
 */
public final class CommandLineProgram {
    private final Services services;
    private final PrintStream out;
    private final PrintStream err;

    public CommandLineProgram(Services services, PrintStream out, PrintStream err) {
        this.services = services;
        this.out = out;
        this.err = err;
    }

    /** Runs the command that {@code args} name and returns the exit code; every failure is reported, none is thrown. */
    public int run(String... args) {
        Services.Surroundings here = services.surroundings();
        Console console = new Console(out, err, here.terminal(), here.messages());
        Failures failures = new Failures(console, here.log());
        boolean verbose = List.of(args).contains("--verbose");
        try {
            return commands(console, failures).execute(args);
        } catch (Throwable e) {
            // picocli hands exceptions to its handler; errors (memory, a missing native library) come through
            return failures.report(e, verbose);
        }
    }

    private CommandLine commands(Console console, Failures failures) {
        CommandLine commands = new CommandLine(new WindowCommand(services, console, failures))
                .addSubcommand(new InspectCommand(services, console, failures))
                .addSubcommand(new ReportCommand(services, console, failures))
                .addSubcommand(new TrainCommand(services, console, failures))
                .addSubcommand(new EvaluateCommand(services, console, failures))
                .addSubcommand(new ExportCommand(services, console, failures))
                .addSubcommand(new ScorecardCommand(services, console, failures))
                .addSubcommand(new AuditCommand(services, console, failures))
                .addSubcommand(new CommandLine(new DatasetCommand())
                        .addSubcommand(new DatasetCheckCommand(services, console, failures))
                        .addSubcommand(new DatasetSplitCommand(services, console, failures)))
                .addSubcommand(new SamplesCommand(services, console, failures))
                .addSubcommand(new DoctorCommand(services, console, failures));
        Terminal terminal = services.surroundings().terminal();
        List<CommandLine> all = new ArrayList<>(commands.getSubcommands().values());
        commands.getSubcommands()
                .values()
                .forEach(command -> all.addAll(command.getSubcommands().values()));
        all.add(commands);
        for (CommandLine command : all) {
            command.getCommandSpec().versionProvider(() ->
                    new String[] {"CrackScope " + services.surroundings().version()});
        }
        return commands.setResourceBundle(services.surroundings().messages().bundle())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colour() && terminal.outputShown() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.clamp(terminal.width(), 80, 120))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> wrongUsage(e, console))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof ParameterException usage) {
                        return wrongUsage(usage, console);
                    }
                    return failures.report(e, parsed.expandedArgs().contains("--verbose"));
                });
    }

    private static int wrongUsage(ParameterException e, Console console) {
        CommandLine command = e.getCommandLine();
        console.note(Console.plain(e.getMessage()));
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                console.note(console.text("cli.usage.similar", String.join(", ", suggestions)));
            }
        }
        console.note(console.text("cli.usage.help", command.getCommandSpec().qualifiedName()));
        return ExitCodes.USAGE;
    }
}

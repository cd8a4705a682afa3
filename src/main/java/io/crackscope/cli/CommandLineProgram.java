package io.crackscope.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Runs one command on the calling thread, prints on the given streams only and never ends the JVM.
 */
public final class CommandLineProgram {
    private final Services services;
    private final StandardOutput out;
    private final PrintStream err;

    public CommandLineProgram(Services services, StandardOutput out, PrintStream err) {
        this.services = services;
        this.out = out;
        this.err = err;
    }

    /** Runs the command that {@code args} name and returns the exit code; every failure is reported, none is thrown. */
    public int run(String... args) {
        Services.Surroundings here = services.surroundings();
        try (HeldWatches watches = new HeldWatches(here.interruptions())) {
            return new CommandLineProgram(services.watchedBy(watches), out, err).runWatched(args);
        }
    }

    private int runWatched(String... args) {
        Services.Surroundings here = services.surroundings();
        Console console = new Console(out, err, here.terminal(), here.messages());
        Failures failures = new Failures(console, here.log());
        boolean verbose = List.of(args).contains("--verbose");
        int code;
        try {
            code = commands(console, failures).execute(args);
        } catch (Throwable e) {
            // picocli hands exceptions to its handler; errors (memory, a missing native library) come through
            code = failures.report(e, verbose);
        }
        return failures.ended(code, verbose);
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
                .registerConverter(Path.class, text -> path(text, console))
                .registerConverter(int.class, text -> number(text, Integer::valueOf, "cli.usage.whole", console))
                .registerConverter(Integer.class, text -> number(text, Integer::valueOf, "cli.usage.whole", console))
                .registerConverter(long.class, text -> number(text, Long::valueOf, "cli.usage.whole", console))
                .registerConverter(double.class, text -> number(text, Double::valueOf, "cli.usage.number", console))
                .registerConverter(Double.class, text -> number(text, Double::valueOf, "cli.usage.number", console))
                .setExecutionStrategy(parsed -> {
                    new OutputOptions(services.photos(), console).check(parsed);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((e, arguments) -> wrongUsage(e, console))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof ParameterException usage) {
                        return wrongUsage(usage, console);
                    }
                    return failures.report(e, parsed.expandedArgs().contains("--verbose"));
                });
    }

    /** No text at all is not the folder in which the program was started: it is a variable of a script that is not set. */
    private static Path path(String text, Console console) {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // said in the same words
        }
        throw new TypeConversionException(console.text("cli.usage.path", text));
    }

    private static <N> N number(String text, Function<String, N> reading, String problem, Console console) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(console.text(problem, text));
        }
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

package io.crackscope.cli;

import io.crackscope.learning.TrainingPlan;
import io.crackscope.training.TrainingOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crackscope train}: a model from labelled images. */
@Command(
        name = "train",
        description = "${bundle:cli.train.help}",
        exitCodeList = {
            "0:${bundle:cli.exit.0}",
            "1:${bundle:cli.exit.1}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.train.exit.3}",
            "4:${bundle:cli.exit.4}",
            "70:${bundle:cli.exit.70}",
            "130:${bundle:cli.exit.130}"
        })
final class TrainCommand extends StandardCommand {
    @Mixin
    private TrainOptions training = new TrainOptions();

    @Mixin
    private SplitOptions splitting = new SplitOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            arity = "1..*",
            required = true,
            description = "${bundle:cli.option.data}")
    private List<Path> data = List.of();

    @Option(names = "--train-only", paramLabel = "DIR", arity = "1..*", description = "${bundle:cli.train.train_only}")
    private List<Path> trainOnly = List.of();

    @Option(names = "--from", paramLabel = "MODEL", description = "${bundle:cli.train.from}")
    private @Nullable Path from;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "${bundle:cli.train.out}")
    private Path out = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "${bundle:cli.train.name}")
    private @Nullable String name;

    @Option(names = "--source", paramLabel = "TEXT", description = "${bundle:cli.train.source}")
    private List<String> sources = List.of();

    @Option(names = "--attribution", paramLabel = "TEXT", description = "${bundle:cli.train.attribution}")
    private List<String> attribution = List.of();

    @Option(names = "--resume", description = "${bundle:cli.train.resume}")
    private boolean resume;

    @Option(names = "--force", description = "${bundle:cli.train.force}")
    private boolean force;

    @Option(names = "--no-history", description = "${bundle:cli.train.no_history}")
    private boolean noHistory;

    @Option(names = "--json", paramLabel = "FILE|-", description = "${bundle:cli.train.json}")
    private @Nullable Path json;

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    TrainCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        TrainingPlan plan = checkedPlan();
        checkOut();
        if (JsonTarget.isStandardOutput(json)) {
            console.reserveOutput();
        }
        OutputFile.probe(json);
        OutputFile.probe(splitting.splitOut());
        OutputFile.probe(out);
        TrainingOrder order = new TrainingOrder(
                plan,
                splitting.choice(data, trainOnly),
                out,
                new TrainingOrder.Words(name == null ? nameOf(out) : name, sources, attribution),
                from,
                resume);
        return new TrainingRun(services, console, failures)
                .run(order, new TrainingRun.Output(json, splitting.splitOut(), quiet, !noHistory));
    }

    private TrainingPlan checkedPlan() {
        String problem = splitting.problem(console);
        if (problem != null) {
            throw wrong(problem);
        }
        try {
            return training.plan(from != null);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Neither a finished model nor hours of an unfinished run are lost to a repeated command. */
    private void checkOut() {
        if (resume && force) {
            throw wrong(console.text("cli.train.resume_or_force"));
        }
        Path checkpoint = Path.of(out + ".checkpoint");
        if (resume && Files.exists(out) && !Files.exists(checkpoint)) {
            throw wrong(console.text("cli.train.nothing_to_resume", out.toString()));
        }
        if (!resume && !force) {
            if (Files.exists(checkpoint)) {
                throw wrong(console.text("cli.train.unfinished", checkpoint.toString()));
            } else if (Files.exists(out)) {
                throw wrong(console.text("cli.train.exists", out.toString()));
            }
        }
    }

    private static String nameOf(Path file) {
        String fileName = file.getFileName().toString();
        int dot = fileName.indexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}

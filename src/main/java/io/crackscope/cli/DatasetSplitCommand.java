package io.crackscope.cli;

import io.crackscope.cli.Services.Watch;
import io.crackscope.dataset.DatasetException;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Part;
import io.crackscope.dataset.PartLeaks;
import io.crackscope.dataset.SetSplit;
import io.crackscope.dataset.SplitException;
import io.crackscope.dataset.SplitFile;
import io.crackscope.dataset.SplitPlan;
import io.crackscope.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crackscope dataset split}: a split file, to train on. */
@Command(name = "split", description = "${bundle:cli.dataset.split.help}")
final class DatasetSplitCommand extends StandardCommand {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "${bundle:cli.option.data}")
    private List<Path> folders = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "${bundle:cli.dataset.split.out}")
    private Path out = Path.of("");

    @Option(
            names = "--kind",
            paramLabel = "grouped|random|pattern",
            defaultValue = "grouped",
            description = "${bundle:cli.dataset.split.kind} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private SplitPlan.Kind kind = SplitPlan.Kind.GROUPED;

    @Option(names = "--pattern", paramLabel = "REGEX", description = "${bundle:cli.dataset.split.pattern}")
    private @Nullable String pattern;

    @Option(
            names = "--test",
            paramLabel = "FRACTION",
            defaultValue = "0.2",
            description = "${bundle:cli.train.test} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private double test;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "${bundle:cli.dataset.split.seed} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--force", description = "${bundle:cli.dataset.split.force}")
    private boolean force;

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    DatasetSplitCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        SplitPlan plan = checkedPlan();
        OutputFile.probe(out);
        try (Watch watch = services.surroundings().interruptions().watch()) {
            Cancellation cancellation = watch.cancellation();
            MeasuredData.Found found = new MeasuredData(services, console).read(folders, quiet, cancellation);
            if (found.table().size() == 0) {
                console.note(console.text("cli.data.nothing"));
                return ExitCodes.NOTHING_USABLE;
            }
            ImageTable table;
            try {
                table = ImageSet.split(found.table(), plan);
            } catch (SplitException tooFew) {
                console.note(Console.plain(String.valueOf(tooFew.getMessage())));
                return ExitCodes.NOTHING_USABLE;
            }
            SetSplit split = SetSplit.of(table, kind.word(), seed);
            try {
                SplitFile.write(split.split(), out);
            } catch (DatasetException e) {
                throw new Failures.NotWritten(e);
            }
            if (!quiet) {
                print(table, split);
            }
            PartLeaks leaks = PartLeaks.of(table, cancellation);
            new LeakWarning(console).of(kind.word(), leaks.counts()).forEach(console::note);
            return found.refused().isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_REFUSED;
        }
    }

    private SplitPlan checkedPlan() {
        if (!(test >= 0 && test < 1)) {
            throw wrong(console.text("cli.usage.share", "--test"));
        }
        if ((kind == SplitPlan.Kind.PATTERN) != (pattern != null)) {
            throw wrong(console.text("cli.dataset.split.pattern_needed"));
        }
        if (Files.exists(out) && !force) {
            throw wrong(console.text("cli.dataset.split.exists", out.toString()));
        }
        try {
            return new SplitPlan(kind, test, seed, pattern == null ? SplitPlan.NO_PATTERN : Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw wrong(console.text("cli.dataset.split.bad_pattern", String.valueOf(e.getDescription())));
        }
    }

    private void print(ImageTable table, SetSplit split) {
        Map<Part, SetSplit.Content> contents = SetSplit.contents(table);
        contents.forEach((part, content) -> console.line(console.text(
                "cli.dataset.split.part", part.word(), content.images(), content.crack(), content.groups())));
        if (split.copies() + split.bothWays() > 0) {
            console.line(console.text("cli.dataset.split.left_out", split.copies(), split.bothWays()));
        }
        console.line(console.text("cli.dataset.split.written", out.toString()));
    }
}

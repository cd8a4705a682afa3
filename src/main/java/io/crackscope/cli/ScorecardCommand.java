package io.crackscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crackscope scorecard}: models on data sets, by how new the images are to each model. */
@Command(name = "scorecard", description = "${bundle:cli.scorecard.help}")
final class ScorecardCommand extends StandardCommand {
    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(
            names = "--model",
            paramLabel = "[NAME=]FILE",
            arity = "1..*",
            converter = NamedPath.Converter.class,
            description = "${bundle:cli.scorecard.model}")
    private List<NamedPath> models = List.of();

    @Option(
            names = "--data",
            paramLabel = "[NAME=]DIR",
            arity = "1..*",
            required = true,
            converter = NamedPath.Converter.class,
            description = "${bundle:cli.scorecard.data}")
    private List<NamedPath> data = List.of();

    @Option(names = "--test-of", paramLabel = "SPLIT", description = "${bundle:cli.scorecard.test_of}")
    private @Nullable Path testOf;

    @Option(names = "--html", paramLabel = "FILE", description = "${bundle:cli.scorecard.html}")
    private @Nullable Path html;

    @Option(names = "--pdf", paramLabel = "FILE", description = "${bundle:cli.scorecard.pdf}")
    private @Nullable Path pdf;

    @Option(names = "--json", paramLabel = "FILE|-", description = "${bundle:cli.scorecard.json}")
    private @Nullable Path json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "${bundle:cli.evaluate.seed} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--quiet", description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    ScorecardCommand(Services services, Console console, Failures failures) {
        super(services, console, failures);
    }

    @Override
    public Integer call() {
        if (JsonTarget.isStandardOutput(json)) {
            console.reserveOutput();
        }
        OutputFile.probe(html);
        OutputFile.probe(pdf);
        OutputFile.probe(json);
        ScorecardRun.Order order =
                new ScorecardRun.Order(namedModels(), namedData(), engine.chosen(), testOf, seed, quiet);
        ScorecardOutputs outputs =
                new ScorecardOutputs(console, failures, new ScorecardOutputs.Files(html, pdf, json), verbose());
        return new ScorecardRun(services, console, failures).run(order, outputs);
    }

    /** No two models have one name. */
    private Map<String, Path> namedModels() {
        List<NamedPath> given =
                models.isEmpty() ? List.of(NamedPath.of(services.models().shipped())) : models;
        Map<String, Path> named = new LinkedHashMap<>();
        for (NamedPath model : given) {
            String name = model.name();
            for (int i = 2; named.containsKey(name); i++) {
                name = model.name() + " (" + i + ")";
            }
            named.put(name, model.path());
        }
        return named;
    }

    /** Folders of one name are one data set. */
    private Map<String, List<Path>> namedData() {
        Map<String, List<Path>> named = new LinkedHashMap<>();
        for (NamedPath folder : data) {
            named.computeIfAbsent(folder.name(), name -> new ArrayList<>()).add(folder.path());
        }
        return named;
    }
}

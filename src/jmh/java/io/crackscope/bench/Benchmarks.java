package io.crackscope.bench;

import io.crackscope.learning.ModelFile;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.StoredModel;
import io.crackscope.settings.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast CrackScope is on this machine and prints one table. Run it where nothing else runs. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class Benchmarks implements Callable<Integer> {
    private static final String COMMAND = "mvn -q -Pbench test-compile exec:exec@bench";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SECTION",
            description = "Sections to run: peak, training, pipeline, inference, photos, evaluation, packaged, memory,"
                    + " time-to-accuracy. Default: all but the last two.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--preset",
            split = ",",
            description = "Presets of the sections training, pipeline, memory and time-to-accuracy (where seed-cnn is"
                    + " PyTorch's). Default: all; of the last two seed-cnn and cracknet.")
    private List<String> presets = new ArrayList<>();

    @Option(names = "--memory", description = "Also the growth of memory in long training: a quarter of an hour.")
    private boolean memory;

    @Option(names = "--time-to-accuracy", description = "Also training until an accuracy is reached: half an hour.")
    private boolean timeToAccuracy;

    @Option(names = "--quick", description = "Few and short repetitions: shows that everything runs, no more.")
    private boolean quick;

    @Option(names = "--rounds", description = "Repetitions of each measurement. Default: 5.")
    private int rounds = Repetitions.STANDARD.rounds();

    @Option(names = "--out", description = "Write the table to this file too.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--data",
            description = "Folder with metu and photos. Default: ${DEFAULT-VALUE}",
            defaultValue = "../shared/data")
    private Path data = Path.of("");

    @Option(
            names = "--image",
            description = "The packaged program. Default: ${DEFAULT-VALUE}",
            defaultValue = "target/crackscope")
    private Path image = Path.of("");

    @Option(
            names = "--python",
            description = "A Python with PyTorch. Default: ${DEFAULT-VALUE}",
            defaultValue = "/usr/bin/python3")
    private Path python = Path.of("");

    @Option(names = "--threads", description = "Threads of ONNX Runtime and PyTorch. Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--peer-spins",
            description = "PyTorch's threads wait spinning, its default. For a machine on which nothing else runs.")
    private boolean peerSpins;

    @Option(names = "--memory-batch", description = "Tiles a step where memory is watched. Default: ${DEFAULT-VALUE}")
    private int memoryBatch = 8;

    private boolean failed;

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Benchmarks benchmarks = new Benchmarks();
        System.exit(new CommandLine(benchmarks).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Set<Section> sections = new LinkedHashSet<>();
        only.forEach(word -> sections.add(Section.ofWord(word)));
        if (only.isEmpty()) {
            sections.addAll(Section.standard());
        }
        if (memory) {
            sections.add(Section.MEMORY);
        }
        if (timeToAccuracy) {
            sections.add(Section.TIME_TO_ACCURACY);
        }
        StoredModel shipped = ModelFile.read(Installation.locate().models().resolve("cracknet.crackscope"));
        Path scratch = Files.createTempDirectory("crackscope-bench");
        Optional<TorchPeer> peer = TorchPeer.start(python, threads, peerSpins);
        try {
            String surroundings = Surroundings.markdown(peer, COMMAND + chosen());
            System.out.println(surroundings);
            Table table = new Table(System.out);
            Repetitions repetitions =
                    quick ? Repetitions.QUICK : new Repetitions(rounds, Repetitions.STANDARD.seconds(), true);
            Bench bench = new Bench(
                    table, repetitions, new Bench.Choices(data, image, python, threads, memoryBatch), scratch, peer);
            long start = System.nanoTime();
            for (Section section : sections) {
                run(section, bench, shipped);
            }
            String whole = surroundings
                    + "\n" + table.markdown() + "\nMeasured in "
                    + Measured.figure((System.nanoTime() - start) / 60e9) + " minutes.\n";
            System.out.println("\n" + whole);
            if (out.isPresent()) {
                Files.writeString(out.get(), whole);
            }
        } finally {
            peer.ifPresent(TorchPeer::close);
            delete(scratch);
        }
        return failed ? 1 : 0;
    }

    private String chosen() {
        String arguments = System.getProperty("bench.args", "");
        return arguments.isBlank() ? "" : " -Dbench.args=\"" + arguments + "\"";
    }

    private void run(Section section, Bench bench, StoredModel shipped) {
        switch (section) {
            case PEAK -> attempt(section.word(), bench, bench::peak);
            case TRAINING ->
                presets(NetworkPreset.values())
                        .forEach(preset -> attempt(
                                section.word() + " " + preset.word(),
                                bench,
                                () -> new TrainingBenchmark(bench).run(preset)));
            case PIPELINE ->
                presets(NetworkPreset.values())
                        .forEach(preset -> attempt(
                                section.word() + " " + preset.word(),
                                bench,
                                () -> new PipelineBenchmark(bench).run(preset)));
            case INFERENCE -> attempt(section.word(), bench, () -> new InferenceBenchmark(bench, shipped).run());
            case PHOTOS -> attempt(section.word(), bench, () -> new PhotoBenchmark(bench, shipped).run());
            case EVALUATION -> attempt(section.word(), bench, () -> new EvaluationBenchmark(bench, shipped).run());
            case PACKAGED -> attempt(section.word(), bench, () -> new PackagedBenchmark(bench).run());
            case MEMORY ->
                presets(NetworkPreset.SEED_CNN, NetworkPreset.CRACKNET)
                        .forEach(preset -> attempt(
                                section.word() + " " + preset.word(),
                                bench,
                                () -> new MemoryBenchmark(bench).run(preset)));
            case TIME_TO_ACCURACY ->
                attempt(
                        section.word(),
                        bench,
                        () -> new TimeToAccuracyBenchmark(bench)
                                .run(presets(NetworkPreset.SEED_CNN, NetworkPreset.CRACKNET)));
        }
    }

    private List<NetworkPreset> presets(NetworkPreset... standard) {
        if (presets.isEmpty()) {
            return List.of(standard);
        }
        return presets.stream()
                .map(word ->
                        NetworkPreset.ofWord(word).orElseThrow(() -> new IllegalArgumentException("no preset " + word)))
                .toList();
    }

    /** One part of a section; may throw whatever it likes. */
    @FunctionalInterface
    private interface Part {
        void run() throws Exception;
    }

    /** A part that fails does not take the others with it, but the table says so and the command fails. */
    private void attempt(String name, Bench bench, Part part) {
        try {
            part.run();
        } catch (Exception e) {
            failed = true;
            e.printStackTrace();
            bench.table().missing("**FAILED: " + name + "**", String.valueOf(e.getMessage()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package io.crackscope.bench;

import io.crackscope.dataset.Split;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.dl4j.Dl4jTrainer;
import io.crackscope.work.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether training holds on to memory: the resident memory of a process that does nothing but train, as the program
 * trains (files, augmentation, validation, checkpoints), after 500 and after 2,500 steps.
 */
final class MemoryBenchmark {
    private static final int TILES = 240;

    private final Bench bench;

    /** Bytes of the process after so many steps, and of its Java heap. */
    private record Point(int step, double resident, double heap) {}

    MemoryBenchmark(Bench bench) {
        this.bench = bench;
    }

    void run(NetworkPreset preset) throws IOException, InterruptedException {
        String what = "training " + preset.word() + ", resident memory";
        if (ResidentMemory.now(ProcessHandle.current().pid()).isEmpty()) {
            bench.table().missing(what, "needs /proc");
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MemoryBenchmark.class.getName(),
                preset.name(),
                String.valueOf(bench.choices().memoryBatch()),
                bench.repetitions().whole() ? "500" : "20",
                bench.repetitions().whole() ? "2500" : "60",
                Files.createDirectories(bench.scratch().resolve("memory-" + preset.word()))
                        .toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Point> seen = new ArrayList<>();
        try (BufferedReader lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("step")) {
                    seen.add(new Point(
                            Integer.parseInt(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])));
                }
            }
        }
        if (child.waitFor() != 0 || seen.size() != 2) {
            throw new IllegalStateException("the process that trains ended with " + child.exitValue());
        }
        String batch = "batch " + bench.choices().memoryBatch() + ", whole pipeline";
        for (Point point : seen) {
            bench.table()
                    .row(
                            what + " after " + point.step() + " steps",
                            new Measured(point.resident() / 1e6),
                            "MB",
                            batch + "; Java heap of it " + Measured.figure(point.heap() / 1e6) + " MB");
        }
        bench.table()
                .row(
                        what + ", growth",
                        new Measured(100 * (seen.get(1).resident() / seen.get(0).resident() - 1)),
                        "%",
                        "from " + seen.get(0).step() + " to " + seen.get(1).step() + " steps, Java heap included");
    }

    /** The process that trains: {@code PRESET BATCH STEPS STEPS FOLDER}; tells {@code step N BYTES HEAPBYTES} twice and ends. */
    public static void main(String[] arguments) throws IOException {
        NetworkPreset preset = NetworkPreset.valueOf(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        int first = Integer.parseInt(arguments[2]);
        int last = Integer.parseInt(arguments[3]);
        Path folder = Path.of(arguments[4]);
        Split split = GeneratedDataset.write(
                folder.resolve("tiles"), Networks.of(preset).inputSize(), TILES);
        TrainingPlan standard = PresetDefaults.plan(preset, 1);
        TrainingPlan plan = new TrainingPlan(
                preset,
                standard.inputSize(),
                1_000,
                1_000,
                batch,
                standard.learningRate(),
                standard.schedule(),
                standard.augmentation(),
                false,
                standard.labelSmoothing(),
                standard.weightDecay(),
                standard.averaging(),
                1);
        Cancellation enough = new Cancellation();
        int[] steps = {0};
        long process = ProcessHandle.current().pid();
        new Dl4jTrainer(new ImageIoPhotoReader(), PipelineBenchmark.PLAIN)
                .train(
                        plan,
                        split,
                        PipelineBenchmark.FACTS,
                        folder.resolve("memory.crackscope"),
                        Trainer.Start.AFRESH,
                        event -> {
                            if (event instanceof TrainingEvent.Step) {
                                steps[0]++;
                                if (steps[0] == first || steps[0] == last) {
                                    System.out.println("step " + steps[0] + " "
                                            + ResidentMemory.now(process).orElseThrow()
                                            + " " + Runtime.getRuntime().totalMemory());
                                    System.out.flush();
                                }
                                if (steps[0] == last) {
                                    enough.cancel();
                                }
                            }
                        },
                        enough);
    }
}

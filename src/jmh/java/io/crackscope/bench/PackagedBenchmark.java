package io.crackscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a person starts it: to its version, to its window, and through twelve photos. Linux only. */
final class PackagedBenchmark {
    private static final int PHOTOS = 12;
    private static final long PATIENCE_SECONDS = 120;

    private final Bench bench;
    private final Path launcher;

    PackagedBenchmark(Bench bench) {
        this.bench = bench;
        launcher = bench.choices().image().resolve("bin/crackscope").toAbsolutePath();
    }

    void run() throws IOException, InterruptedException {
        if (!Files.isExecutable(launcher)) {
            bench.table()
                    .missing("packaged program", "none in " + bench.choices().image() + ": mvn -DskipTests package");
            return;
        }
        Path home = Files.createDirectories(bench.scratch().resolve("home"));
        version(home);
        window(home);
        photos(home);
    }

    private Process start(Path home, Map<String, String> variables, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(variables);
        return builder.start();
    }

    private void version(Path home) throws IOException, InterruptedException {
        double[] seconds = new double[bench.repetitions().rounds()];
        for (int i = -1; i < seconds.length; i++) {
            long start = System.nanoTime();
            int code = start(home, Map.of(), List.of("--version")).waitFor();
            if (code != 0) {
                throw new IllegalStateException("--version ended with " + code);
            }
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        bench.table().row("packaged program, --version", new Measured(seconds), "s", "process start to its end");
    }

    private void window(Path home) throws IOException, InterruptedException {
        String what = "packaged program, start to first window";
        if (!VirtualDisplay.possible()) {
            bench.table().missing(what, "apt install xvfb x11-utils");
            return;
        }
        double[] seconds = new double[bench.repetitions().rounds()];
        try (VirtualDisplay display = new VirtualDisplay()) {
            for (int i = -1; i < seconds.length; i++) {
                double taken = window(home, display);
                if (i >= 0) {
                    seconds[i] = taken;
                }
            }
        }
        bench.table().row(what, new Measured(seconds), "s", "on Xvfb; a window named CrackScope is mapped");
    }

    private double window(Path home, VirtualDisplay display) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process program = start(home, Map.of("DISPLAY", display.name()), List.of());
        try {
            while (!display.shows("CrackScope")) {
                if (!program.isAlive() || System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
                    throw new IllegalStateException("no window came");
                }
                // asking costs a process: not so often that it slows down what is measured
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            program.destroy();
            program.waitFor();
        }
    }

    private void photos(Path home) throws IOException, InterruptedException {
        String what = "packaged program, peak memory over " + PHOTOS + " photos in a row";
        if (ResidentMemory.peak(ProcessHandle.current().pid()).isEmpty()) {
            bench.table().missing(what, "needs /proc");
            return;
        }
        SitePhotos photos = SitePhotos.find(bench.choices().data(), bench.scratch());
        Path folder = Files.createDirectories(bench.scratch().resolve("twelve"));
        List<String> arguments = new ArrayList<>(List.of("inspect", "--quiet"));
        for (int i = 0; i < PHOTOS; i++) {
            Path source = photos.files().get(i % photos.files().size()).toAbsolutePath();
            // links of different names: the same file given twice would count once
            Path link = folder.resolve("photo-" + i + ".jpg");
            if (!Files.exists(link)) {
                Files.copy(source, link);
            }
            arguments.add(link.toString());
        }
        int rounds = Math.min(3, bench.repetitions().rounds());
        double[] megabytes = new double[rounds];
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            Process program = start(home, Map.of(), arguments);
            while (!program.waitFor(10, TimeUnit.MILLISECONDS)) {
                // the launcher becomes the program (exec), so this is its memory
                megabytes[i] = Math.max(
                        megabytes[i], ResidentMemory.peak(program.pid()).orElse(0) / 1e6);
            }
            seconds[i] = (System.nanoTime() - start) / 1e9;
            if (program.exitValue() != 0) {
                throw new IllegalStateException("inspect ended with " + program.exitValue());
            }
        }
        bench.table()
                .row(
                        what,
                        new Measured(megabytes),
                        "MB",
                        "VmHWM, last seen within 10 ms of the end; " + photos.source());
        bench.table()
                .row(
                        "packaged program, " + PHOTOS + " photos in a row",
                        new Measured(seconds),
                        "s",
                        "process start to its end");
    }
}

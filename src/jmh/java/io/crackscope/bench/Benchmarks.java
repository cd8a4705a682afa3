package io.crackscope.bench;

import io.crackscope.learning.NetworkPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Early version: training only. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createTempDirectory("crackscope-bench");
        Table table = new Table(System.out);
        Optional<TorchPeer> peer = TorchPeer.start(Path.of("/usr/bin/python3"), 2);
        boolean quick = java.util.List.of(arguments).contains("--quick");
        TrainingBenchmark training =
                new TrainingBenchmark(table, peer, scratch, quick ? Repetitions.QUICK : Repetitions.STANDARD);
        for (NetworkPreset preset : NetworkPreset.values()) {
            training.run(preset);
        }
        peer.ifPresent(TorchPeer::close);
        System.out.println(table.markdown());
    }
}

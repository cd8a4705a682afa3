package io.crackscope.bench;

import io.crackscope.learning.dl4j.Dl4jExamination;
import io.crackscope.learning.onnx.OnnxClassifier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** When and on what the figures came about: they mean nothing without. */
final class Surroundings {
    private Surroundings() {}

    static String markdown(Optional<TorchPeer> peer, String command) {
        return String.join(
                "\n",
                "- date: " + OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                "- command: `" + command + "`",
                "- commit: " + commit(),
                "- processor: " + processor() + ", " + Runtime.getRuntime().availableProcessors()
                        + " cores, load before "
                        + String.format(
                                Locale.ROOT,
                                "%.2f",
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                "- JDK: " + System.getProperty("java.vm.vendor") + " " + Runtime.version() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "- engines: " + Dl4jExamination.versions() + ", oneDNN "
                        + (Dl4jExamination.oneDnnInUse() ? "in use" : "NOT IN USE") + "; ONNX Runtime "
                        + OnnxClassifier.runtimeVersion() + "; "
                        + peer.map(p -> "PyTorch " + p.version()).orElse(TorchPeer.REMEDY),
                "");
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String commit() {
        String hash = git("rev-parse", "--short", "HEAD");
        if (hash.isEmpty()) {
            return "unknown";
        }
        return hash + (git("status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : ", with changes");
    }

    private static String git(String... arguments) {
        try {
            String[] command = new String[arguments.length + 1];
            command[0] = "git";
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes()).strip();
        } catch (IOException e) {
            return "";
        }
    }
}

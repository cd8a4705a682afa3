package io.crackscope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** PyTorch in a process of its own that lives as long as the benchmark and computes only when told to. */
final class TorchPeer implements AutoCloseable {
    /** What a person does about a peer that is not there. */
    static final String REMEDY = "no PyTorch here: apt install python3-torch (or --python FILE)";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final String version;

    private TorchPeer(Process process, boolean spinning) throws IOException {
        this.process = process;
        commands = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        String hello = answers.readLine();
        if (hello == null) {
            process.destroy();
            throw new IOException("the peer ended at once; what it wrote stands above");
        }
        version = JSON.readTree(hello).path("torch").asText() + (spinning ? ", threads spinning" : ", threads passive");
    }

    /**
     * Starts the peer; empty where {@code python} has no PyTorch.
     *
     * @param spinning its threads wait for each other as is PyTorch's default: a little faster where nothing else runs
     */
    static Optional<TorchPeer> start(Path python, int threads, boolean spinning) {
        try {
            if (new ProcessBuilder(python.toString(), "-c", "import torch, numpy")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    != 0) {
                return Optional.empty();
            }
            ProcessBuilder builder = new ProcessBuilder(
                            python.toString(), "src/jmh/python/peer.py", String.valueOf(threads))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            if (spinning) {
                builder.environment().remove("OMP_WAIT_POLICY");
            } else {
                // as ND4J's threads wait: with another program busy, spinning ones made PyTorch four times slower
                builder.environment().put("OMP_WAIT_POLICY", "passive");
            }
            builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
            return Optional.of(new TorchPeer(builder.start(), spinning));
        } catch (IOException e) {
            System.err.println("The peer cannot be started: " + e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    String version() {
        return version;
    }

    /**
     * Has the peer do one thing and waits for it.
     *
     * @throws IllegalStateException if it cannot, with what it says
     */
    JsonNode ask(Map<String, ?> command) {
        try {
            commands.write(JSON.writeValueAsString(command));
            commands.newLine();
            commands.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the peer ended; what it wrote stands above");
            }
            JsonNode answer = JSON.readTree(line);
            if (answer.has("error")) {
                throw new IllegalStateException("peer: " + answer.path("error").asText());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("the peer cannot be talked to", e);
        }
    }

    @Override
    public void close() {
        try (commands) {
            // end of input ends the peer
        } catch (IOException e) {
            System.err.println("The peer did not hear that it may go: " + e.getMessage());
        }
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

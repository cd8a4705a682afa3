package io.crackscope.training;

import io.crackscope.domain.ModelCard;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.ModelFileException.Problem;
import io.crackscope.learning.StoredModel;
import io.crackscope.training.RunRecord.StartFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A model whose weights a run starts with, and the file that holds it. */
record StartModel(Path file, StoredModel model) {
    /**
     * Reads {@code file}.
     *
     * @throws ModelFileException if it is missing, damaged, foreign or of a newer program
     */
    static StartModel read(Path file) {
        return new StartModel(file, ModelFile.read(file));
    }

    /**
     * Reads again what {@code run} started from; empty if that was random weights.
     *
     * @throws ModelFileException if it is gone, cannot be read, or is another model now
     */
    static Optional<StartModel> of(RunRecord run) {
        StartFile kept = run.data().start();
        if (kept == null) {
            return Optional.empty();
        }
        Path file = Path.of(kept.file());
        if (!Files.exists(file)) {
            throw new ModelFileException(
                    file,
                    Problem.START_GONE,
                    run.name(),
                    String.valueOf(run.data().from()),
                    kept.weights());
        }
        StartModel start = read(file);
        if (!start.model.weightsDigest().equals(kept.weights())) {
            throw new ModelFileException(
                    file,
                    Problem.START_CHANGED,
                    run.name(),
                    String.valueOf(run.data().from()),
                    kept.weights());
        }
        return Optional.of(start);
    }

    ModelCard card() {
        return model.description().card();
    }

    StartFile kept() {
        return new StartFile(file.toAbsolutePath().normalize().toString(), model.weightsDigest());
    }
}

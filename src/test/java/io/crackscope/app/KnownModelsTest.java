package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.ModelStamp;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.StoredModel;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.RunHistory;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model file an answer of an inspection came from. */
class KnownModelsTest {
    @TempDir
    Path folder;

    private Path model(String file, long seed, String name) {
        StoredModel model = Models.random(NetworkPreset.SEED_CNN, seed);
        Path path = folder.resolve(file);
        ModelFile.write(path, model.with(model.description().with(Models.card(name))));
        return path;
    }

    private static ModelStamp stamp(String name, Path file) throws IOException {
        return new ModelStamp(name, Digests.sha256(Files.readAllBytes(file)));
    }

    @Test
    void a_model_is_known_by_its_bytes_and_not_by_its_name() throws IOException {
        Path shipped = model("shipped.crackscope", 1, "bridge model");
        Path own = model("own.crackscope", 2, "bridge model");
        Path renamed = model("renamed.crackscope", 3, "deck model");
        KnownModels known = new KnownModels(new ModelShelf(shipped, folder, new RunHistory(folder.resolve("runs"))));

        assertThat(known.apply(stamp("bridge model", own)).orElseThrow().card())
                .isEqualTo(ModelFile.read(own).description().card());
        assertThat(known.apply(stamp("its name of last year", renamed))
                        .orElseThrow()
                        .card()
                        .name())
                .isEqualTo("deck model");
        assertThat(known.apply(new ModelStamp("bridge model", "0".repeat(64)))).isEmpty();
    }

    @Test
    void a_model_that_is_trained_or_deleted_meanwhile_is_found_or_still_known() throws IOException {
        Path shipped = model("shipped.crackscope", 1, "bridge model");
        KnownModels known = new KnownModels(new ModelShelf(shipped, folder, new RunHistory(folder.resolve("runs"))));
        assertThat(known.apply(stamp("bridge model", shipped))).isPresent();

        Path trained = model("trained.crackscope", 2, "new model");
        ModelStamp stamp = stamp("new model", trained);

        assertThat(known.apply(stamp)).isPresent();
        Files.delete(trained);
        assertThat(known.apply(stamp)).isPresent();
    }
}

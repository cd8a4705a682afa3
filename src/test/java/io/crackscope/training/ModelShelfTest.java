package io.crackscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.training.RunRecord.State;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
    @TempDir
    Path folder;

    private Path shipped;
    private RunHistory history;
    private ModelShelf shelf;

    @BeforeEach
    void setUp() {
        shipped = model("shipped.crackscope");
        history = new RunHistory(folder.resolve("runs"));
        shelf = new ModelShelf(shipped, folder.resolve("models"), history);
    }

    private Path model(String name) {
        Path file = folder.resolve(name);
        ModelFile.write(file, Models.random(NetworkPreset.SEED_CNN, 1));
        return file;
    }

    @Test
    void the_shipped_model_comes_first_then_those_of_runs_then_the_persons_own() throws Exception {
        assertThat(shelf.all()).extracting(ModelShelf.Entry::shipped).containsExactly(true);
        Path own = shelf.freeFile("Own one");
        Files.copy(shipped, own);
        Path elsewhere = model("elsewhere.crackscope");
        RunRecord run = Runs.run("a", "2026-11-25T10:00:00Z", State.FINISHED);
        RunRecord there = new RunRecord(
                run.id(),
                run.started(),
                run.state(),
                run.plan(),
                run.data(),
                run.facts(),
                elsewhere.toString(),
                run.epochs(),
                run.bestEpoch(),
                run.ending(),
                run.skipped(),
                run.test(),
                run.notes(),
                run.owner());
        Runs.keep(history, folder.resolve("runs"), there);
        Runs.keep(history, folder.resolve("runs"), Runs.run("gone", "2026-11-25T11:00:00Z", State.FAILED));

        assertThat(shelf.all()).extracting(ModelShelf.Entry::file).containsExactly(shipped, elsewhere, own);
    }

    @Test
    void a_damaged_model_hides_no_other() throws Exception {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/bad.crackscope"), "no model");
        assertThat(shelf.all()).hasSize(1);
    }

    @Test
    void names_become_file_names_that_nothing_has() throws Exception {
        Path first = shelf.freeFile("CrackNet \u00FC/../ 2026-11-25");
        assertThat(first.getParent()).isEqualTo(folder.resolve("models"));
        assertThat(first.getFileName()).hasToString("cracknet-..-2026-11-25.crackscope");
        Files.copy(shipped, first);
        assertThat(shelf.freeFile("CrackNet \u00FC/../ 2026-11-25").getFileName())
                .hasToString("cracknet-..-2026-11-25-2.crackscope");
        Path unfinished = shelf.freeFile("unfinished");
        Files.writeString(Path.of(unfinished + ".checkpoint"), "hours of work");
        assertThat(shelf.freeFile("unfinished")).isNotEqualTo(unfinished);
        assertThat(shelf.freeFile("...").getFileName().toString()).startsWith("model");
    }

    @Test
    void a_model_from_elsewhere_is_copied_and_what_is_no_model_is_refused() throws Exception {
        Path copy = shelf.take(model("theirs.crackscope"));
        assertThat(copy).isEqualTo(folder.resolve("models/theirs.crackscope")).exists();
        Path text = Files.writeString(folder.resolve("letter.crackscope"), "dear engineer");
        assertThatThrownBy(() -> shelf.take(text)).isInstanceOf(ModelFileException.class);
    }
}

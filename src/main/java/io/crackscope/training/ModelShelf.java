package io.crackscope.training;

import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.work.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models at hand: the shipped one, those in this person's folder, and those that runs of the history wrote elsewhere.
 * Safe from any thread.
 */
public final class ModelShelf {
    /** Ending of model files. */
    public static final String ENDING = ".crackscope";

    private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

    private final Path shipped;
    private final Path folder;
    private final RunHistory history;

    /** The shipped model, and models in {@code folder}, which is made when it is needed. */
    public ModelShelf(Path shipped, Path folder, RunHistory history) {
        this.shipped = shipped;
        this.folder = folder;
        this.history = history;
    }

    /** A model at hand. */
    public record Entry(Path file, ModelDescription description, boolean shipped) {}

    /** All models that can be opened, the shipped one first, then the newest runs, then the rest by name. Reads them all. */
    public List<Entry> all() {
        Set<Path> files = new LinkedHashSet<>();
        files.add(shipped);
        history.all().stream()
                .map(RunRecord::model)
                .filter(Files::isRegularFile)
                .forEach(files::add);
        try (Stream<Path> own = Files.list(folder)) {
            own.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(files::add);
        } catch (NoSuchFileException none) {
            LOG.debug("{} has not been made yet", folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be read", folder, e);
        }
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            try {
                entries.add(new Entry(file, ModelFile.read(file).description(), file.equals(shipped)));
            } catch (ModelFileException e) {
                LOG.warn("a model is left off the shelf", e);
            }
        }
        return entries;
    }

    /** The shipped model. */
    public Path shipped() {
        return shipped;
    }

    /** A file in this person's folder for a new model of this name, which no file has yet; makes the folder. */
    public Path freeFile(String name) throws IOException {
        Files.createDirectories(folder);
        String stem = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        String safe = stem.isBlank() || stem.startsWith(".") ? "model" + stem : stem;
        for (int number = 1; ; number++) {
            Path file = folder.resolve(safe + (number == 1 ? "" : "-" + number) + ENDING);
            if (!Files.exists(file) && !Files.exists(Path.of(file + ".checkpoint"))) {
                return file;
            }
        }
    }

    /**
     * Copies a model file from elsewhere into this person's folder; returns the copy.
     *
     * @throws ModelFileException if it is no model
     * @throws IOException if it cannot be copied
     */
    public Path take(Path model) throws IOException {
        ModelFile.read(model);
        String fileName = model.getFileName().toString();
        Path copy = freeFile(
                fileName.endsWith(ENDING) ? fileName.substring(0, fileName.length() - ENDING.length()) : fileName);
        AtomicFile.write(copy, Files.readAllBytes(model));
        return copy;
    }
}

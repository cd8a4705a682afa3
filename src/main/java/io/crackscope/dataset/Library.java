package io.crackscope.dataset;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.dataset.DatasetException.Problem;
import io.crackscope.work.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The data sets that a person has opened, in order, remembered as JSON from run to run:
 *
 * <pre>{"format": "crackscope-library", "version": 1, "sets": [{"place", "roots": []}]}</pre>
 *
 * <p>It knows only where they lie; a data set that is taken off the list stays as it is on disk. Used by one thread at a
 * time.
 */
public final class Library {
    private static final String FORMAT = "crackscope-library";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<DataSource> sources;

    private Library(Path file, List<DataSource> sources) {
        this.file = file;
        this.sources = sources;
    }

    /** The library kept in {@code file}; empty where there is none. A file that is damaged is put aside, not overwritten. */
    public static Library open(Path file) {
        List<DataSource> sources = new ArrayList<>();
        try {
            if (Files.exists(file)) {
                JsonNode root = JSON.readTree(Files.readAllBytes(file));
                for (JsonNode set : root.path("sets")) {
                    List<Path> roots = new ArrayList<>();
                    set.path("roots").forEach(path -> roots.add(Path.of(path.asText())));
                    sources.add(new DataSource(Path.of(set.path("place").asText()), roots));
                }
            }
        } catch (JacksonException | InvalidPathException e) {
            putAside(file);
        } catch (IOException e) {
            throw new DatasetException(file, Problem.UNREADABLE, e);
        }
        return new Library(file, sources);
    }

    private static void putAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DatasetException(file, Problem.LIBRARY_DAMAGED, e);
        }
    }

    /** The data sets, in the order they were added. */
    public List<DataSource> sources() {
        return List.copyOf(sources);
    }

    /**
     * Adds a data set; one that is there already stays where it is.
     *
     * @throws DatasetException if the list cannot be written; the data set is on it all the same until the program ends
     */
    public void add(DataSource source) {
        if (!sources.contains(source)) {
            sources.add(source);
            write();
        }
    }

    /**
     * Takes a data set off the list. Nothing of it is deleted.
     *
     * @throws DatasetException if the list cannot be written
     */
    public void remove(DataSource source) {
        if (sources.remove(source)) {
            write();
        }
    }

    private void write() {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("version", 1);
        ArrayNode sets = root.putArray("sets");
        for (DataSource source : sources) {
            ObjectNode set = sets.addObject().put("place", source.place().toString());
            ArrayNode roots = set.putArray("roots");
            source.roots().forEach(path -> roots.add(path.toString()));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        } catch (IOException e) {
            throw new DatasetException(file, Problem.NOT_WRITTEN, e);
        }
    }
}

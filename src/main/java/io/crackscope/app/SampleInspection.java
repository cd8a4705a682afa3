package io.crackscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundled sample photos, copied to where their inspection can be kept: what the first start opens. */
final class SampleInspection {
    private static final Logger LOG = LoggerFactory.getLogger(SampleInspection.class);
    private static final String FOLDER = "Sample inspection";

    private SampleInspection() {}

    /** Where they and their inspection are. */
    static Path folder(Path dataFolder) {
        return dataFolder.resolve(FOLDER);
    }

    /** The folder with the copies, in a list; empty where they cannot be made: the window then opens empty. */
    static List<Path> in(Path dataFolder, Path samples) {
        Path folder = folder(dataFolder);
        try (Stream<Path> files = Files.list(samples)) {
            Files.createDirectories(folder);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file.getFileName().toString());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
            return List.of(folder);
        } catch (IOException e) {
            LOG.warn("the sample inspection cannot be laid out in {}", folder, e);
            return List.of();
        }
    }
}

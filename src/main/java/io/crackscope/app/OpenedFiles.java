package io.crackscope.app;

import io.crackscope.training.ModelShelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What someone opens with the program, by a double click or as arguments.
 *
 * @param photos photos, folders, an inspection
 * @param model judges the photos of this window, without becoming the model in use
 */
record OpenedFiles(List<Path> photos, Optional<Path> model) {
    static OpenedFiles of(List<String> names) {
        List<Path> files = names.stream().map(Path::of).toList();
        return new OpenedFiles(
                files.stream().filter(file -> !isModel(file)).toList(),
                files.stream().filter(OpenedFiles::isModel).findFirst());
    }

    private static boolean isModel(Path file) {
        return file.toString().endsWith(ModelShelf.ENDING);
    }
}

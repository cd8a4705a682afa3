package io.crackscope.ui.common;

import io.crackscope.settings.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialog of the operating system, opened where photos were opened last. */
public final class SystemSaveDialog implements SaveDialog {
    private final Settings settings;

    public SystemSaveDialog(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Path> ask(Window owner, Request request) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(request.title());
        chooser.setInitialFileName(request.fileName() + request.ending());
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(request.kind(), "*" + request.ending()));
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(File::toPath)
                .map(file -> withEnding(file, request.ending()));
    }

    /** Not every system's dialog adds the ending; a name that has another one of its own keeps it and gets this too. */
    private static Path withEnding(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}

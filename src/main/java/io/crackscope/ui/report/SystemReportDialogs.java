package io.crackscope.ui.report;

import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialogs of the operating system, opened where photos were opened last. */
public final class SystemReportDialogs implements ReportDialogs {
    private final Settings settings;
    private final Messages messages;

    public SystemReportDialogs(Settings settings, Messages messages) {
        this.settings = settings;
        this.messages = messages;
    }

    @Override
    public Optional<Path> saveAs(Window owner, ReportFormat format, String name) {
        FileChooser chooser = chooser("ui.report.save.title");
        chooser.setInitialFileName(name + format.ending());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("ui.report.format." + format.word()), "*" + format.ending()));
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(File::toPath)
                .map(file -> withEnding(file, format.ending()));
    }

    @Override
    public Optional<Path> logo(Window owner) {
        FileChooser chooser = chooser("ui.report.logo.title");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("ui.report.logo.kind"), "*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG", "*.JPEG"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get(title));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /** Not every system's dialog adds the ending. */
    private static Path withEnding(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}

package io.crackscope.ui.report;

import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.SaveDialog;
import io.crackscope.ui.common.SystemSaveDialog;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialogs of the operating system, opened where photos were opened last. */
public final class SystemReportDialogs implements ReportDialogs {
    private final SaveDialog save;
    private final Settings settings;
    private final Messages messages;

    public SystemReportDialogs(Settings settings, Messages messages) {
        this.save = new SystemSaveDialog(settings);
        this.settings = settings;
        this.messages = messages;
    }

    @Override
    public Optional<Path> saveAs(Window owner, ReportFormat format, String name) {
        if (format.isFolder()) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(messages.get("ui.report.folder.title"));
            settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
            return Optional.ofNullable(chooser.showDialog(owner))
                    .map(parent -> NewFolder.free(parent.toPath(), name + format.ending()));
        }
        return save.ask(
                owner,
                new SaveDialog.Request(
                        messages.get("ui.report.save.title"),
                        name,
                        messages.get("ui.report.format." + format.word()),
                        format.ending()));
    }

    @Override
    public Optional<Path> logo(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("ui.report.logo.title"));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("ui.report.logo.kind"), "*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG", "*.JPEG"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}

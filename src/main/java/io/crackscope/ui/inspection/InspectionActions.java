package io.crackscope.ui.inspection;

import io.crackscope.imaging.PhotoFiles;
import io.crackscope.project.InspectionProject;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The ways photos come in that need the operating system: its file dialogs and its clipboard. */
final class InspectionActions {
    private final InspectionViewModel model;
    private final Settings settings;
    private final Messages messages;

    InspectionActions(InspectionViewModel model, Settings settings, Messages messages) {
        this.model = model;
        this.settings = settings;
        this.messages = messages;
    }

    void openPhotos(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("ui.open.photos.title"));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(messages.get("ui.open.filter.photos"), PhotoFiles.patterns()),
                        new FileChooser.ExtensionFilter(messages.get("ui.open.filter.all"), "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen != null && !chosen.isEmpty()) {
            Optional.ofNullable(chosen.getFirst().getParentFile())
                    .map(File::toPath)
                    .ifPresent(settings::lastFolder);
            inspect(chosen);
        }
    }

    void openProject(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("ui.project.open.title"));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("ui.project.open.filter"), "*" + InspectionProject.EXTENSION));
        File chosen = chooser.showOpenDialog(owner);
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    void openFolder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("ui.open.folder.title"));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            settings.lastFolder(chosen.toPath());
            inspect(List.of(chosen));
        }
    }

    /** Inspects the files that were copied in a file manager, if there are any. */
    void paste() {
        if (Clipboard.getSystemClipboard().hasFiles()) {
            inspect(Clipboard.getSystemClipboard().getFiles());
        }
    }

    private void inspect(List<File> files) {
        model.inspect(files.stream().map(File::toPath).toList());
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.SetExport;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What needs the operating system's file dialogs. */
final class DatasetActions {
    private final DatasetViewModel model;
    private final Settings settings;
    private final Messages messages;

    DatasetActions(DatasetViewModel model, Settings settings, Messages messages) {
        this.model = model;
        this.settings = settings;
        this.messages = messages;
    }

    void addFolder(Window owner) {
        folder(owner, "ui.set.add.folder.title").ifPresent(folder -> model.add(List.of(folder)));
    }

    void addTable(Window owner) {
        FileChooser chooser = chooser("ui.set.add.table.title");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.get("ui.set.filter.csv"), "*.csv", "*.CSV"));
        Optional.ofNullable(chooser.showOpenDialog(owner))
                .map(this::remembered)
                .ifPresent(file -> model.add(List.of(file)));
    }

    void exportTable(Window owner) {
        FileChooser chooser = chooser("ui.set.export.table.title");
        model.opened().map(SetExport::fileName).ifPresent(chooser::setInitialFileName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.get("ui.set.filter.csv"), "*.csv"));
        Optional.ofNullable(chooser.showSaveDialog(owner)).map(this::remembered).ifPresent(model.exports()::toTable);
    }

    void exportFolders(Window owner) {
        folder(owner, "ui.set.export.folders.title").ifPresent(model.exports()::toFolders);
    }

    void saveSplit(Window owner) {
        FileChooser chooser = chooser("ui.set.split.save.title");
        chooser.setInitialFileName("split.json");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.get("ui.set.filter.json"), "*.json"));
        Optional.ofNullable(chooser.showSaveDialog(owner)).map(this::remembered).ifPresent(model.split()::save);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get(title));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> folder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get(title));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(this::remembered);
    }

    private Path remembered(File chosen) {
        Path path = chosen.toPath();
        Path folder = chosen.isDirectory() ? path : path.getParent();
        if (folder != null) {
            settings.lastFolder(folder);
        }
        return path;
    }
}

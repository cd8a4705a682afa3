package io.crackscope.ui.training;

import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's file dialogs as the Train tab needs them. */
final class TrainingFiles {
    private final Settings settings;
    private final Messages messages;

    TrainingFiles(Settings settings, Messages messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /** A folder of labelled images. */
    Optional<Path> dataFolder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("ui.train.data.add.title"));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        Optional<Path> chosen = Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        chosen.ifPresent(settings::lastFolder);
        return chosen;
    }

    /** A split that was kept. */
    Optional<Path> keptSplit(Window owner) {
        FileChooser chooser = chooser("ui.train.split.open.title");
        chooser.getExtensionFilters().add(new ExtensionFilter(messages.get("ui.train.split.filter"), "*.json"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /** Where a new model goes. */
    Optional<Path> newModel(Window owner, String proposed) {
        FileChooser chooser = chooser("ui.train.output.title");
        chooser.setInitialFileName(proposed);
        chooser.getExtensionFilters().add(modelFilter());
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(file -> withEnding(file.toPath(), ModelShelf.ENDING));
    }

    /** Where a copy of a model goes: as model file or as ONNX. */
    Optional<Path> exported(Window owner, String proposed, boolean onnx) {
        FileChooser chooser = chooser("ui.train.models.export.title");
        String ending = onnx ? ".onnx" : ModelShelf.ENDING;
        chooser.setInitialFileName(proposed + ending);
        chooser.getExtensionFilters()
                .add(onnx ? new ExtensionFilter(messages.get("ui.train.models.onnx"), "*.onnx") : modelFilter());
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> withEnding(file.toPath(), ending));
    }

    /** Model files from elsewhere. */
    List<Path> models(Window owner) {
        FileChooser chooser = chooser("ui.train.models.take.title");
        chooser.getExtensionFilters().add(modelFilter());
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    /** Where a picture of the charts, or their numbers, go. */
    Optional<Path> charts(Window owner, String ending) {
        FileChooser chooser = chooser("ui.train.chart.export.title");
        chooser.setInitialFileName("curves." + ending);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(ending.toUpperCase(java.util.Locale.ROOT), "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> withEnding(file.toPath(), "." + ending));
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get(titleKey));
        settings.lastFolder().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private ExtensionFilter modelFilter() {
        return new ExtensionFilter(messages.get("ui.train.models.filter"), "*" + ModelShelf.ENDING);
    }

    private static Path withEnding(Path file, String ending) {
        return file.getFileName().toString().endsWith(ending) ? file : file.resolveSibling(file.getFileName() + ending);
    }
}

package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.settings.Installation;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.Settings;
import io.crackscope.settings.SettingsFile;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf;
import io.crackscope.ui.inspection.EngineSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;

/** The program as JavaFX starts it: a window with the photos, the inspection or the model given as arguments. */
public final class Workstation extends Application {
    @Override
    public void start(Stage stage) {
        List<Path> files = getParameters().getRaw().stream().map(Path::of).toList();
        List<Path> photos = files.stream().filter(file -> !isModel(file)).toList();
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        SettingsFile kept = SettingsFile.ofUser();
        Settings settings = new Settings(kept);
        UserFolders folders = UserFolders.ofUser();
        TrainingSetup training = TrainingSetup.ofProgram(reader, folders.data());
        EngineSource engine = training.engines()
                .apply(files.stream()
                        .filter(Workstation::isModel)
                        .findFirst()
                        .or(settings::model)
                        .orElse(training.shelf().shipped()));
        Wiring.Parts parts = new Wiring.Parts(
                reader,
                engine,
                new Wiring.Home(
                        new UserPlaces(settings, folders),
                        folders,
                        ShippedModel::classifier,
                        training,
                        new ReportSettings(kept)),
                settings,
                new Messages(Locale.getDefault()));
        // before the window is made: it shows what a first start shows
        List<Path> first = photos.isEmpty() ? firstPhotos(settings, folders.data()) : photos;
        new Wiring(parts).open(stage, first);
    }

    /** A model that someone opens with a double click judges the photos of this window. */
    private static boolean isModel(Path file) {
        return file.toString().endsWith(ModelShelf.ENDING);
    }

    private static List<Path> firstPhotos(Settings settings, Path data) {
        if (settings.startedBefore()) {
            return List.of();
        }
        settings.startedBefore(true);
        settings.firstSteps(true);
        return SampleInspection.in(data, Installation.locate().samples());
    }
}

package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.settings.Installation;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.Settings;
import io.crackscope.settings.SettingsFile;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
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
        OpenedFiles opened = OpenedFiles.of(getParameters().getRaw());
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        SettingsFile kept = SettingsFile.ofUser();
        Settings settings = new Settings(kept);
        UserFolders folders = UserFolders.ofUser();
        TrainingSetup training = TrainingSetup.ofProgram(reader, folders.data());
        EngineSource engine = training.engines()
                .apply(opened.model()
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
        List<Path> first = opened.photos().isEmpty() ? firstPhotos(settings, folders.data()) : opened.photos();
        new Wiring(parts).open(stage, first);
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

package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.EngineSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;

/** The program as JavaFX starts it: a window with the photos given as arguments. */
public final class Workstation extends Application {
    @Override
    public void start(Stage stage) {
        List<Path> photos = getParameters().getRaw().stream().map(Path::of).toList();
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        Settings settings = Settings.ofUser();
        TrainingSetup training = TrainingSetup.ofProgram(reader);
        EngineSource engine = training.engines()
                .apply(settings.model().orElse(training.shelf().shipped()));
        Wiring.Parts parts = new Wiring.Parts(reader, engine, settings, new Messages(Locale.getDefault()), training);
        new Wiring(parts).open(stage, photos);
    }
}

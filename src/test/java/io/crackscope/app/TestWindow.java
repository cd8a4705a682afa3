package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.Settings;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
import io.crackscope.ui.dataset.ClassifierSource;
import io.crackscope.ui.inspection.EngineSource;
import java.nio.file.Path;
import java.util.Locale;

/** The parts of a window for tests, in English. */
final class TestWindow {
    private TestWindow() {}

    /** The shipped model, as the program opens it. */
    static EngineSource shipped(Path data) {
        TrainingSetup setup = TrainingSetup.ofProgram(new ImageIoPhotoReader(), data);
        return setup.engines().apply(setup.shelf().shipped());
    }

    /** @param data what would be kept in the user's folders is kept here */
    static Wiring.Parts parts(PhotoReader reader, EngineSource engine, Settings settings, Path data) {
        return parts(reader, engine, settings, data, ShippedModel::classifier, Locale.ENGLISH);
    }

    /** As the other method, with the model of the Dataset tab and a language. */
    static Wiring.Parts parts(
            PhotoReader reader,
            EngineSource engine,
            Settings settings,
            Path data,
            ClassifierSource classifier,
            Locale language) {
        UserFolders folders = new UserFolders(data, data.resolve("data"), data.resolve("cache"));
        TrainingSetup training = TrainingSetup.ofProgram(new ImageIoPhotoReader(), folders.data());
        Wiring.Home home = new Wiring.Home(
                new UserPlaces(settings, folders),
                folders,
                classifier,
                training,
                new ReportSettings(new MemoryPreferences()));
        return new Wiring.Parts(reader, engine, home, settings, new Messages(language));
    }
}

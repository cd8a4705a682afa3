package io.crackscope.app;

import io.crackscope.imaging.PhotoReader;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.EngineSource;
import java.nio.file.Path;
import java.util.Locale;

/** The parts of a window for tests, in English. */
final class TestWindow {
    private TestWindow() {}

    /** @param data what would be kept in the user's data folder is kept here */
    static Wiring.Parts parts(PhotoReader reader, EngineSource engine, Settings settings, Path data) {
        return new Wiring.Parts(reader, engine, new UserPlaces(settings, data), settings, new Messages(Locale.ENGLISH));
    }
}

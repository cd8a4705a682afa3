package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.settings.Installation;
import io.crackscope.settings.Settings;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.InspectionEngine;
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
        PhotoReader reader = new ImageIoPhotoReader();
        Wiring.Parts parts = new Wiring.Parts(
                reader,
                () -> engine(reader),
                Settings.ofUser(),
                new Messages(Locale.getDefault()),
                new Wiring.Data(UserFolders.ofUser(), Workstation::classifier));
        new Wiring(parts).open(stage, photos);
    }

    /** The shipped model, opened on the inspection lane; it lives as long as the program. */
    static InspectionEngine engine(PhotoReader reader) {
        CrackClassifier classifier = classifier();
        return new InspectionEngine(new TiledPhotoInspector(reader, classifier), classifier.model());
    }

    /** The shipped model once more, for the caller to use and close. */
    static CrackClassifier classifier() {
        return ShippedModel.classifier(ShippedModel.file(Installation.locate()));
    }
}

package io.crackscope.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/** The program as JavaFX starts it: a window with the photos given as arguments. */
public final class Workstation extends Application {
    @Override
    public void start(Stage stage) {
        List<Path> photos = getParameters().getRaw().stream().map(Path::of).toList();
        new Wiring(ProgramParts.ofWindow()).open(stage, photos);
    }
}

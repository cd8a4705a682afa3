package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.settings.Installation;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.InspectionEngine;
import java.nio.file.Path;
import java.util.Locale;

/** The engines the program is delivered with: the only code that names implementations. */
final class ProgramParts {
    /** The shipped model's name in the folder of models. */
    private static final String SHIPPED_MODEL = "cracknet.crackscope";

    private ProgramParts() {}

    /** What the window works with. The model is not looked at before the engine is opened. */
    static Wiring.Parts ofWindow() {
        PhotoReader reader = new ImageIoPhotoReader();
        Path model = Installation.locate().models().resolve(SHIPPED_MODEL);
        return new Wiring.Parts(
                reader, () -> engine(reader, model), Settings.ofUser(), new Messages(Locale.getDefault()));
    }

    private static InspectionEngine engine(PhotoReader reader, Path model) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        // Lives as long as the program: the window has one model.
        CrackClassifier classifier = new OnnxClassifier(ModelFile.read(model), threads);
        return new InspectionEngine(new TiledPhotoInspector(reader, classifier), classifier.model());
    }

    /** Runs the command line and returns its exit code. */
    static int runCommandLine(String... arguments) {
        throw new IllegalStateException("the command line is not wired yet");
    }
}

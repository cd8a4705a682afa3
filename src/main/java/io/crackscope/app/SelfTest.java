package io.crackscope.app;

import io.crackscope.cli.Services.Check;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Processor;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.learning.dl4j.Dl4jExamination;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.project.ProjectEngine;
import io.crackscope.samples.SampleTile;
import io.crackscope.samples.SampleTiles;
import io.crackscope.settings.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Examines the installation for {@code crackscope doctor}: each part is used for real, none stops the next. */
final class SelfTest {
    private static final long MEBI = 1 << 20;

    private SelfTest() {}

    static List<Check> checks(Installation installation, Path shipped) {
        List<Check> checks = new ArrayList<>();
        checks.add(ok("CrackScope", installation.version()));
        checks.add(ok("Java", Runtime.version() + ", " + System.getProperty("java.vendor")));
        checks.add(attempt("JavaFX", SelfTest::javafx));
        checks.add(system());
        checks.add(memory());
        checks.add(attempt("DL4J and ND4J", () -> ok("DL4J and ND4J", Dl4jExamination.versions())));
        checks.add(attempt(
                "oneDNN helpers",
                () -> Dl4jExamination.oneDnnInUse()
                        ? ok("oneDNN helpers", "alive")
                        : new Check(
                                "oneDNN helpers",
                                Check.Status.WARN,
                                "not alive: training is about five times slower")));
        checks.add(attempt("ONNX Runtime", () -> ok("ONNX Runtime", OnnxClassifier.runtimeVersion())));
        checks.add(attempt("SQLite", () -> ok("SQLite", ProjectEngine.version())));
        checks.add(attempt("Model", () -> model(shipped)));
        checks.add(attempt("Self-test", () -> enginesAgree(shipped)));
        return checks;
    }

    /** JavaFX is a module of the packaged program's runtime and a jar on the class path elsewhere. */
    private static Check javafx() {
        String version = ModuleLayer.boot()
                .findModule("javafx.graphics")
                .flatMap(module -> module.getDescriptor().rawVersion())
                .orElse("on the class path");
        return ok("JavaFX", version);
    }

    private static Check system() {
        String detail = System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors";
        return Processor.lacksAvx2()
                ? new Check(
                        "System",
                        Check.Status.WARN,
                        detail + " without AVX2: training takes about " + Processor.SLOWER + " times as long")
                : ok("System", detail);
    }

    private static Check memory() {
        long heap = Runtime.getRuntime().maxMemory() / MEBI;
        String detail = heap + " MB for the program at most";
        return heap < 900
                ? new Check("Memory", Check.Status.WARN, detail + "; photos above 50 megapixels may be refused")
                : ok("Memory", detail);
    }

    private static Check model(Path shipped) {
        if (!Files.exists(shipped)) {
            return new Check("Model", Check.Status.FAIL, shipped + " is missing; install CrackScope again");
        }
        StoredModel model = ModelFile.read(shipped);
        return ok(
                "Model",
                model.description().card().name() + ", " + model.network().trainableCount() + " parameters, "
                        + model.description().card().created());
    }

    /** Both engines judge generated tiles with the shipped model; the exported network must equal the trained one. */
    private static Check enginesAgree(Path shipped) {
        StoredModel model = ModelFile.read(shipped);
        List<Picture> tiles = new SampleTiles(model.network().inputSize(), 1)
                .first(8)
                .map(SampleTile::picture)
                .toList();
        try (CrackClassifier onnx = new OnnxClassifier(model, 1);
                CrackClassifier dl4j = new Dl4jClassifier(model)) {
            double[] fast = onnx.classify(tiles);
            double[] reference = dl4j.classify(tiles);
            double largest = 0;
            for (int i = 0; i < fast.length; i++) {
                largest = Math.max(largest, Math.abs(fast[i] - reference[i]));
            }
            String detail =
                    "%d generated tiles, ONNX Runtime and DL4J differ by at most %.1e".formatted(fast.length, largest);
            return new Check("Self-test", largest <= 1e-4 ? Check.Status.OK : Check.Status.FAIL, detail);
        }
    }

    private static Check ok(String name, String detail) {
        return new Check(name, Check.Status.OK, detail);
    }

    private static Check attempt(String name, Supplier<Check> check) {
        try {
            return check.get();
        } catch (RuntimeException | LinkageError e) {
            return new Check(
                    name,
                    Check.Status.FAIL,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}

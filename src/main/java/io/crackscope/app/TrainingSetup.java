package io.crackscope.app;

import io.crackscope.dataset.DatasetScanner;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.inspection.PrecedingInspector;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelExporter;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.learning.dl4j.Dl4jSpeedProbe;
import io.crackscope.learning.dl4j.Dl4jTrainer;
import io.crackscope.learning.onnx.OnnxExport;
import io.crackscope.settings.DataFolder;
import io.crackscope.settings.Installation;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.RunHistory;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.training.TrainingWorkflow.DataSource;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.InspectionEngine;
import io.crackscope.ui.training.ModelUse;
import io.crackscope.ui.training.TrainingParts;
import io.crackscope.work.Gate;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the Train tab is made of, before there is a window.
 *
 * @param runs what trains
 * @param data where images come from
 * @param shelf the models at hand
 * @param exporter writes them for other programs
 * @param engines inspects with any of them, while training waits
 */
record TrainingSetup(
        TrainingParts.Runs runs,
        DataSource data,
        ModelShelf shelf,
        ModelExporter exporter,
        Function<Path, EngineSource> engines) {
    /** Where runs are kept in a person's data folder. */
    static Path runsIn(Path folder) {
        return folder.resolve("runs");
    }

    /** The program's own: trains with Deeplearning4j, keeps runs and models in the person's data folder. */
    static TrainingSetup ofProgram(ImageIoPhotoReader reader) {
        Installation installation = Installation.locate();
        Path folder = DataFolder.ofUser();
        ImageLooks looks = ImageLooks.reading(reader);
        Gate gate = new Gate();
        RunHistory history = new RunHistory(runsIn(folder));
        DataSource data = new DataSource(
                (folders, progress, cancellation) -> new DatasetScanner(reader).scan(folders, progress, cancellation),
                looks);
        TrainingWorkflow workflow = new TrainingWorkflow(
                data,
                new TrainingWorkflow.Engine(
                        new Dl4jTrainer(reader, CommandLineWiring.calibrator(), looks, gate),
                        ShippedModel::classifier,
                        reader,
                        CommandLineWiring::keepTestScore),
                Optional.of(history));
        return new TrainingSetup(
                new TrainingParts.Runs(workflow, history, new Dl4jSpeedProbe(), gate),
                data,
                new ModelShelf(ShippedModel.file(installation), folder.resolve("models"), history),
                new OnnxExport(installation.version(), Dl4jClassifier::new, CommandLineWiring::tiles),
                file -> () -> engine(reader, file, gate));
    }

    /** The engine of a model file; closed when another takes over. */
    private static InspectionEngine engine(PhotoReader reader, Path file, Gate gate) {
        CrackClassifier classifier = ShippedModel.classifier(file);
        return new InspectionEngine(
                new PrecedingInspector(new TiledPhotoInspector(reader, classifier), gate),
                classifier.model(),
                classifier::close);
    }

    /** The parts of the tab, once it is known how a model is put to use. */
    TrainingParts parts(ModelUse use, PhotoReader reader) {
        return new TrainingParts(
                runs, new TrainingParts.Models(shelf, use, exporter, ShippedModel::classifier), data, reader);
    }
}

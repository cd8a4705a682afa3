package io.crackscope.app;

import io.crackscope.cli.CommandLineProgram;
import io.crackscope.cli.Services;
import io.crackscope.cli.StandardOutput;
import io.crackscope.cli.Terminal;
import io.crackscope.dataset.DatasetScanner;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.SetFiles;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.TemperatureScaling;
import io.crackscope.evaluation.TileThreshold;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.Picture;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.Calibrator;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.learning.dl4j.Dl4jTrainer;
import io.crackscope.learning.onnx.OnnxExport;
import io.crackscope.samples.SampleFolder;
import io.crackscope.samples.SampleTile;
import io.crackscope.samples.SampleTiles;
import io.crackscope.settings.Installation;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
import io.crackscope.training.RunHistory;
import io.crackscope.work.Gate;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts the command line together, by hand, once. */
final class CommandLineWiring {
    private CommandLineWiring() {}

    /** The command line of the program, printing on these streams. */
    static CommandLineProgram program(Services.WindowOpener window, StandardOutput out, PrintStream err) {
        return new CommandLineProgram(services(window), out, err);
    }

    private static Services services(Services.WindowOpener window) {
        Installation installation = Installation.locate();
        Path shipped = ShippedModel.file(installation);
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        ImageLooks looks = ImageLooks.reading(reader);
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Services(
                new Services.Surroundings(
                        installation.version(),
                        new Messages(Locale.getDefault()),
                        Terminal.of(terminal, terminal, System.getenv()),
                        LogFile.path(),
                        Services.InterruptionSource.ofProgram()),
                new Services.Models(
                        ShippedModel::classifier,
                        new Dl4jTrainer(reader, calibrator(), looks, new Gate()),
                        classifier -> new TiledPhotoInspector(reader, classifier),
                        CommandLineWiring::keepTestScore,
                        new OnnxExport(installation.version(), Dl4jClassifier::new, CommandLineWiring::tiles),
                        new Services.Memory(file -> ModelFile.read(file).seen(), looks),
                        new RunHistory(TrainingSetup.runsIn(UserFolders.ofUser().data())),
                        shipped),
                reader,
                (folders, progress, cancellation) -> new DatasetScanner(reader).scan(folders, progress, cancellation),
                new Services.Tools(
                        window,
                        SampleFolder::write,
                        () -> SelfTest.checks(installation, shipped),
                        installation.samples(),
                        new SetFiles(UserFolders.ofUser().data().resolve("datasets"))));
    }

    /** Temperature by least cross-entropy, then the tile threshold that calls most validation tiles right. */
    static Calibrator calibrator() {
        return (logits, crack) -> {
            double temperature = TemperatureScaling.fit(logits, crack);
            double[] probabilities = Arrays.stream(logits)
                    .map(logit -> TemperatureScaling.probability(logit, temperature))
                    .toArray();
            return new Calibrator.Calibration(temperature, TileThreshold.choose(probabilities, crack));
        };
    }

    static List<Picture> tiles(int size) {
        return new SampleTiles(size, 1).first(8).map(SampleTile::picture).toList();
    }

    static void keepTestScore(Path modelFile, Scorecard score) {
        StoredModel model = ModelFile.read(modelFile);
        ModelCard card = model.description().card();
        ModelFile.write(modelFile, model.with(model.description().with(card.withTest(Optional.of(score)))));
    }
}

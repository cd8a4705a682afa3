package io.crackscope.cli;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.SetFiles;
import io.crackscope.domain.Scorecard;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelExporter;
import io.crackscope.learning.ModelLoader;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.Trainer;
import io.crackscope.text.Messages;
import io.crackscope.training.RunHistory;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Interruption;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything the command line asks of the rest of the program, handed in by the wiring, so that no command knows an
 * engine.
 *
 * @param surroundings where the program runs
 * @param models models and what is done with them
 * @param photos reads photos and tiles
 * @param data finds labelled images
 * @param tools the rest
 */
public record Services(Surroundings surroundings, Models models, PhotoReader photos, DatasetScan data, Tools tools) {
    /** The same, with Ctrl-C from {@code source}. */
    Services watchedBy(InterruptionSource source) {
        Surroundings here = surroundings;
        return new Services(
                new Surroundings(here.version(), here.messages(), here.terminal(), here.log(), source),
                models,
                photos,
                data,
                tools);
    }

    /**
     * Where the program runs.
     *
     * @param version of the program
     * @param messages texts in the person's language
     * @param terminal what the output goes to
     * @param log where details of failures are written
     * @param interruptions how Ctrl-C reaches a command
     */
    public record Surroundings(
            String version, Messages messages, Terminal terminal, Path log, InterruptionSource interruptions) {}

    /** Where Ctrl-C comes from. */
    @FunctionalInterface
    public interface InterruptionSource {
        /** Begins to watch; to be closed when what was done is kept. */
        Watch watch();

        /** The real one: Ctrl-C, or the system asking the program to end. */
        static InterruptionSource ofProgram() {
            return () -> {
                Cancellation cancellation = new Cancellation();
                return new Watch(cancellation, Interruption.cancelling(cancellation)::close);
            };
        }
    }

    /**
     * A time in which Ctrl-C cancels.
     *
     * @param cancellation is cancelled by Ctrl-C
     * @param end is run when the watch is closed
     */
    public record Watch(Cancellation cancellation, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /**
     * Models and what is done with them.
     *
     * @param loader opens model files; called once a job, since a classifier is used by one thread
     * @param trainer makes models
     * @param inspector inspects photos with a classifier, which stays the caller's to close
     * @param cards writes the test score into a model file
     * @param exporter writes models for other programs
     * @param memory what models were trained on
     * @param runs the history of training runs
     * @param shipped the model used where none is named
     */
    public record Models(
            ModelLoader loader,
            Trainer trainer,
            Function<CrackClassifier, PhotoInspector> inspector,
            CardKeeper cards,
            ModelExporter exporter,
            Memory memory,
            RunHistory runs,
            Path shipped) {}

    /**
     * What is needed to tell which images a model has seen.
     *
     * @param of what the model in a file was trained on; empty where the file does not say
     * @param looks what images look like, remembered for as long as the program runs
     */
    public record Memory(Function<Path, Optional<SeenImages>> of, ImageLooks looks) {}

    /** Writes the score on the test part into the model card inside {@code modelFile}. */
    @FunctionalInterface
    public interface CardKeeper {
        void keepTestScore(Path modelFile, Scorecard score);
    }

    /** Finds labelled images. */
    @FunctionalInterface
    public interface DatasetScan {
        /**
         * Finds the labelled images in {@code folders}; blocks.
         *
         * @throws io.crackscope.dataset.DatasetException if a manifest cannot be used
         * @throws java.util.concurrent.CancellationException if cancelled
         */
        Dataset scan(List<Path> folders, ProgressListener progress, Cancellation cancellation);
    }

    /**
     * The rest.
     *
     * @param window opens the window and blocks until it is closed
     * @param samples draws sample photos
     * @param checks examines the installation, check by check
     * @param bundledSamples the folder of sample photos inside the program
     * @param changes where changes of data sets are kept
     */
    public record Tools(
            WindowOpener window,
            SampleWriter samples,
            Supplier<List<Check>> checks,
            Path bundledSamples,
            SetFiles changes) {}

    /** Opens the window. */
    @FunctionalInterface
    public interface WindowOpener {
        /** Shows the window with {@code photos} and blocks until it is closed, or tells at once why it cannot. */
        Opening open(List<Path> photos);
    }

    /** How opening the window went. */
    public sealed interface Opening {
        /** It was shown and closed. */
        record Shown() implements Opening {}

        /** No display is named. */
        record NoDisplay() implements Opening {}

        /** The display that is named cannot be used, in the words of the system. */
        record Failed(String reason) implements Opening {}
    }

    /** Draws sample photos and their truth file; overwrites nothing; the failure's message names the file. */
    @FunctionalInterface
    public interface SampleWriter {
        void write(Path folder, int count, long seed, ProgressListener progress, Cancellation cancellation)
                throws IOException;
    }

    /**
     * One finding of the self-examination.
     *
     * @param name what was examined, a few words
     * @param status what it came to
     * @param detail a version, a number or the reason and remedy, one line
     */
    public record Check(String name, Status status, String detail) {
        /** What a check came to. */
        public enum Status {
            OK,
            WARN,
            FAIL
        }
    }
}

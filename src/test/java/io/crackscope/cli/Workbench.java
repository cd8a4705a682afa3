package io.crackscope.cli;

import io.crackscope.cli.Services.Check;
import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.SetFiles;
import io.crackscope.domain.Label;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.Scorecard;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.Picture;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelExporter;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.Trainer;
import io.crackscope.text.Messages;
import io.crackscope.training.RunHistory;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The command line with real photos on disk, a real reader and inspector, and a classifier to which dark is crack: the
 * probability of a tile is 1 minus its mean brightness. Every part can be replaced.
 */
final class Workbench {
    final Path folder;
    final Path model;
    final AtomicInteger openClassifiers = new AtomicInteger();
    final AtomicInteger loadedClassifiers = new AtomicInteger();
    final List<Path> shownInWindow = new ArrayList<>();
    final Map<Path, Scorecard> cards = new java.util.HashMap<>();

    Locale locale = Locale.ENGLISH;
    Terminal terminal = new Terminal(100, false, false, false);
    Services.Opening opening = new Services.Opening.Shown();
    boolean watching;
    String errWhenWatchEnded = "";
    Cancellation interruption = new Cancellation();
    PhotoReader reader = new ImageIoPhotoReader();
    Function<CrackClassifier, PhotoInspector> inspector = classifier -> new TiledPhotoInspector(reader, classifier);
    Trainer trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
        throw new AssertionError("no training expected");
    };
    Services.SampleWriter samples = (dir, count, seed, progress, cancellation) -> {
        throw new AssertionError("no samples expected");
    };
    Supplier<List<Check>> checks = List::of;
    ModelExporter exporter = (file, target) -> {
        throw new AssertionError("no export expected");
    };
    final List<InferenceEngine> engines = new ArrayList<>();

    /** What models remember; a file that is not named remembers nothing. */
    final Map<Path, SeenImages> memories = new java.util.HashMap<>();

    /** Unless a test says otherwise no two photos look alike: the hash is a part of the digest. */
    ImageLooks looks = image -> Optional.of(new PerceptualHash(
            Long.parseUnsignedLong(image.sha256(), 16, 32, 16), Long.parseUnsignedLong(image.sha256(), 32, 48, 16)));

    /** Runs that were trained. */
    final RunHistory runs;

    /** Where standard output goes instead of to {@link #out()}. */
    @Nullable
    OutputStream standardOutput;

    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    Workbench(Path folder) throws IOException {
        this.folder = folder;
        this.model = folder.resolve("model.crack");
        Files.writeString(model, "a model");
        this.runs = new RunHistory(folder.resolve("runs"));
    }

    int run(Object... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        Services services = new Services(
                new Services.Surroundings(
                        "1.2.3", new Messages(locale), terminal, folder.resolve("crackscope.log"), this::watch),
                new Services.Models(
                        this::load,
                        trainer,
                        inspector,
                        cards::put,
                        exporter,
                        new Services.Memory(file -> Optional.ofNullable(memories.get(file)), image -> looks.of(image)),
                        runs,
                        model),
                reader,
                Workbench::scan,
                new Services.Tools(
                        this::window,
                        samples,
                        checks,
                        folder.resolve("samples"),
                        new SetFiles(folder.resolve("home"))));
        StandardOutput output =
                new StandardOutput(standardOutput == null ? out : standardOutput, StandardCharsets.UTF_8);
        return new CommandLineProgram(services, output, stream(err)).run(texts);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A photo of one grey, 0 black to 255 white, in PNG; its folder is made. */
    Path photo(String name, int grey) throws IOException {
        return photo(name, grey, 96, 64);
    }

    Path photo(String name, int grey, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(grey, grey, grey));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        // one pixel of its own, so that no two photos have the same bytes
        image.setRGB(0, 0, new Color(grey, name.hashCode() & 0xff, name.hashCode() >> 8 & 0xff).getRGB());
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Services.Watch watch() {
        watching = true;
        interruption = new Cancellation();
        return new Services.Watch(interruption, () -> {
            errWhenWatchEnded = watching ? err() : errWhenWatchEnded;
            watching = false;
        });
    }

    private Services.Opening window(List<Path> photos) {
        shownInWindow.addAll(photos);
        return opening;
    }

    private CrackClassifier load(Path file, InferenceEngine engine) {
        if (!Files.exists(file)) {
            throw new ModelFileException(file, ModelFileException.Problem.MISSING);
        }
        engines.add(engine);
        openClassifiers.incrementAndGet();
        loadedClassifiers.incrementAndGet();
        return new DarkIsCrack();
    }

    private final class DarkIsCrack implements CrackClassifier {
        private boolean open = true;

        @Override
        public ModelDescription model() {
            return new ModelDescription(
                    new ModelCard(
                            "dark",
                            "cracknet",
                            "2026-01-01",
                            List.of(),
                            List.of(),
                            "grouped",
                            0,
                            0,
                            0,
                            1,
                            1,
                            1,
                            Optional.empty(),
                            List.of()),
                    32,
                    32,
                    16,
                    1,
                    0.5,
                    PhotoCalibration.NONE,
                    new VerdictThresholds(0.3, 0.7));
        }

        @Override
        public double[] classify(List<Picture> tiles) {
            return tiles.stream().mapToDouble(DarkIsCrack::darkness).toArray();
        }

        private static double darkness(Picture tile) {
            long sum = 0;
            for (byte value : tile.rgb()) {
                sum += value & 0xff;
            }
            return 1 - sum / 255.0 / tile.rgb().length;
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                openClassifiers.decrementAndGet();
            }
        }
    }

    /** Folders {@code crack} and {@code no_crack}; the group is the name up to the first underscore. */
    private static Dataset scan(List<Path> folders, ProgressListener progress, Cancellation cancellation) {
        PhotoFiles files = PhotoFiles.in(folders);
        List<LabelledImage> images = files.files().stream()
                .map(file -> new LabelledImage(
                        file,
                        Label.ofWord(file.getParent().getFileName().toString()),
                        file.getFileName().toString().replaceAll("[_.].*", ""),
                        digest(file)))
                .toList();
        progress.progress(images.size(), images.size());
        return new Dataset(images, List.of(), List.of(), files.refused(), List.of());
    }

    private static String digest(Path file) {
        try {
            return Digests.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

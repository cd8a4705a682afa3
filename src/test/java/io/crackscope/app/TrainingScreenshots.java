package io.crackscope.app;

import static io.crackscope.ui.common.ShownStage.fx;
import static io.crackscope.ui.common.ShownStage.until;

import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Scores;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.samples.SampleTiles;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.training.RunHistory;
import io.crackscope.training.RunRecord;
import io.crackscope.training.RunRecord.State;
import io.crackscope.training.Runs;
import io.crackscope.training.StepCurve;
import io.crackscope.training.TestAnswer;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.work.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/**
 * Makes pictures of the Train tab in all its states, without a display; some runs of the history are made up, one is made
 * for real on generated tiles:
 *
 * <pre>
 * mvn -q test-compile exec:exec@training-screenshots
 * </pre>
 *
 * Arguments: a folder to write to, a language if it is not English, and the size of the window if it is not its own, such
 * as 960x540 for what a screen of 1920x1080 has at 200 %.
 */
public final class TrainingScreenshots {
    private final Path out;
    private final Messages messages;
    private final Path tiles;
    private final Optional<String> size;

    private TrainingScreenshots(Path out, Messages messages, Path tiles, Optional<String> size) {
        this.out = out;
        this.messages = messages;
        this.tiles = tiles;
        this.size = size;
    }

    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        Locale language = arguments.length > 1 ? Locale.of(arguments[1]) : Locale.ENGLISH;
        Path tiles = Files.createTempDirectory("tiles").resolve("Bridge 12");
        new SampleTiles(120, 5).write(tiles, 480);
        Path manifest = manifest(tiles);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        TrainingScreenshots screenshots = new TrainingScreenshots(
                out,
                new Messages(language),
                manifest,
                Arrays.stream(arguments).skip(2).findFirst());
        try {
            for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
                screenshots.all(theme, theme.name().toLowerCase(Locale.ROOT));
            }
        } finally {
            Platform.exit();
        }
    }

    /** Walls of eight tiles each, so that a random split leaks. */
    private static Path manifest(Path tiles) throws Exception {
        StringBuilder rows = new StringBuilder("path,label,group\n");
        try (java.util.stream.Stream<Path> files = Files.walk(tiles)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                int number = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
                rows.append(file)
                        .append(',')
                        .append(file.getParent().getFileName())
                        .append(",wall ")
                        .append(number / 8)
                        .append('\n');
            }
        }
        return Files.writeString(tiles.resolveSibling("Bridge 12.csv"), rows);
    }

    private void all(Settings.Theme theme, String name) throws Exception {
        // a home of its own: the run made for real would be in the history of the next theme
        Path home = Files.createTempDirectory("crackscope-home");
        try (Window window = new Window(theme, home)) {
            window.picture("train-empty-" + name, 1);
        }
        history(home.resolve("data"));
        try (Window window = new Window(theme, home)) {
            until(() -> window.node("#history-table") instanceof TableView<?> table
                    && table.getItems().size() == 4);
            window.picture("train-offer-" + name, 1);
            window.fire("#offer-later");
            window.select(2);
            until(() -> window.node("#run-facts") != null);
            window.picture("train-finished-" + name, 1);
            window.picture("train-finished-" + name + "-200", 2);
            window.fire("#chart-log");
            window.picture("train-log-" + name, 1);
            window.fire("#chart-log");
            window.select(1, 2);
            until(() -> window.node("#compare-pane") != null);
            window.picture("train-compare-" + name, 1);
            window.select(3);
            window.picture("train-failed-" + name, 1);
            window.fire("#shelf-models");
            until(() -> window.node("#models-table") instanceof TableView<?> table
                    && !table.getItems().isEmpty());
            fx(() -> {
                ((TableView<?>) window.node("#models-table"))
                        .getSelectionModel()
                        .select(0);
                return true;
            });
            window.picture("train-models-" + name, 1);
        }
        try (Window window = new Window(theme, home)) {
            until(() -> window.node("#offer-bar").isVisible());
            window.fire("#offer-later");
            window.drop(tiles);
            until(() -> window.text("#estimate").contains("10"));
            until(() -> window.node(".preview-cell") != null);
            window.picture("train-form-" + name, 1);
            window.fire("#split-kind-random");
            until(() -> window.node("#leak-warning") != null);
            fx(() -> {
                ((TextInputControl) window.node("#field-epochs")).setText("0");
                ((TextInputControl) window.node("#field-learning-rate")).setText("fast");
                return true;
            });
            window.picture("train-form-wrong-" + name, 1);
            window.scrollPlan(0.45);
            window.picture("train-form-middle-" + name, 1);
            window.scrollPlan(1);
            window.fire("#augment-kind-own");
            window.picture("train-form-own-" + name, 1);
            fx(() -> {
                @SuppressWarnings("unchecked")
                ChoiceBox<Object> from = (ChoiceBox<Object>) window.node("#field-from");
                from.getSelectionModel().selectLast();
                return true;
            });
            until(() -> window.node("#start-warning") != null);
            window.scrollPlan(0.3);
            window.picture("train-form-start-" + name, 1);
            window.picture("train-form-start-" + name + "-200", 2);
            fx(() -> {
                ((ChoiceBox<?>) window.node("#field-preset"))
                        .getSelectionModel()
                        .select(1);
                return true;
            });
            window.scrollPlan(0.45);
            window.picture("train-form-misfit-" + name, 1);
            fx(() -> {
                ((ChoiceBox<?>) window.node("#field-from")).getSelectionModel().select(0);
                return true;
            });
            window.scrollPlan(0);
            window.fire("#split-kind-grouped");
            fx(() -> {
                ((ChoiceBox<?>) window.node("#field-preset"))
                        .getSelectionModel()
                        .select(2);
                ((TextInputControl) window.node("#field-epochs")).setText("12");
                ((TextInputControl) window.node("#field-input-size")).setText("112");
                ((TextInputControl) window.node("#field-batch")).setText("16");
                ((TextInputControl) window.node("#field-learning-rate")).setText("0.002");
                return true;
            });
            until(() -> !window.node("#train-start").isDisabled());
            window.fire("#train-start");
            window.untilEpochs(1, 8);
            window.picture("train-running-" + name, 1);
            window.fire("#train-pause");
            window.picture("train-paused-" + name, 1);
            fx(() -> {
                window.stage.fireEvent(
                        new javafx.stage.WindowEvent(window.stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
                return true;
            });
            window.picture("train-closing-" + name, 1);
            window.fire("#keep-training");
            window.fire("#train-proceed");
            window.untilEpochs(9, 12);
            until(() -> window.node("#end-bar").isVisible());
            until(() -> window.node("#duel-verdict") != null);
            window.picture("train-end-" + name, 1);
        }
    }

    /** Runs as a person might have made them: a good one, a better one, a failed one, an interrupted one. */
    private static void history(Path data) throws Exception {
        Path runs = data.resolve("runs");
        RunHistory history = new RunHistory(runs);
        TrainingPlan plan = PresetDefaults.plan(NetworkPreset.CRACKNET, 1).withInputSize(128);
        Files.createDirectories(data.resolve("models"));
        for (String name : List.of("a", "b")) {
            ModelFile.write(
                    data.resolve("models").resolve(name + ".crackscope"), Models.random(NetworkPreset.SEED_CNN, 3));
        }
        keep(history, runs, data, "failed", "2026-11-23T09:12:00Z", "cracknet lr 0.5", plan, 2, State.FAILED, 0.5);
        keep(history, runs, data, "a", "2026-11-24T08:30:00Z", "cracknet 2026-11-24", plan, 10, State.FINISHED, 0.045);
        keep(history, runs, data, "b", "2026-11-24T14:05:00Z", "cracknet 2026-11-24", plan, 10, State.FINISHED, 0.02);
        keep(history, runs, data, "cut", "2026-11-25T16:40:00Z", "cracknet overnight", plan, 7, State.RUNNING, 0.03);
    }

    private static void keep(
            RunHistory history,
            Path runs,
            Path data,
            String id,
            String started,
            String name,
            TrainingPlan plan,
            int epochs,
            State state,
            double errors)
            throws Exception {
        Random random = new Random(id.hashCode());
        StepCurve curve = new StepCurve();
        List<EpochScore> scores = new ArrayList<>();
        int inEpoch = 120;
        for (int step = 0; step < epochs * inEpoch; step++) {
            double mean = errors + 0.65 * Math.exp(-step / 140.0);
            double rate = step < 60 ? 0.002 * step / 60 : 0.001 * (1 + Math.cos(Math.PI * step / 1200.0));
            curve.add(1 + step / inEpoch, mean * (0.4 + 1.2 * random.nextDouble()), 0.9, rate);
        }
        int best = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double loss = errors + 0.5 * Math.exp(-epoch / 1.6) + 0.02 * random.nextDouble() + 0.0015 * epoch;
            scores.add(new EpochScore(epoch, loss, 0.9, loss, 1 - errors - 0.3 * Math.exp(-epoch / 1.5), 61, 118));
            best = best == 0 || loss < scores.get(best - 1).validationLoss() ? epoch : best;
        }
        List<TestAnswer> answers = new ArrayList<>();
        List<ScoredImage> images = new ArrayList<>();
        Random sure = new Random(7);
        for (int i = 0; i < 600; i++) {
            Label label = i % 2 == 0 ? Label.CRACK : Label.NO_CRACK;
            double right = sure.nextDouble() < errors ? 0.3 * sure.nextDouble() : 0.55 + 0.45 * sure.nextDouble();
            double probability = label == Label.CRACK ? right : 1 - right;
            String group = "wall " + i / 3;
            answers.add(new TestAnswer(
                    Digests.sha256(new byte[] {(byte) i, (byte) (i >> 8)}), label, group, probability, "t" + i));
            images.add(new ScoredImage("t" + i, label, probability, group));
        }
        Scorecard test = state == State.FINISHED ? Scores.of(images, 0.5, "grouped", 1) : null;
        SplitLeaks.Part part = new SplitLeaks.Part(600, 0, 0, 0, 0);
        RunRecord.Ending ending = switch (state) {
            case FINISHED -> new RunRecord.Ending("epochs_done", "");
            case FAILED -> new RunRecord.Ending("loss_not_finite", "the loss is no number in epoch 3, step 41");
            default -> null;
        };
        RunRecord run = new RunRecord(
                id,
                started,
                state,
                id.equals("b") ? plan : plan.withInputSize(id.equals("a") ? 112 : 128),
                new RunRecord.Data(
                        List.of("/data/metu", "/data/Bridge 12"),
                        "grouped",
                        1,
                        3840,
                        960,
                        600,
                        new SplitLeaks(part, part),
                        null,
                        null,
                        List.of()),
                new CardFacts(name, List.of(), List.of(), List.of()),
                data.resolve("models").resolve(id + ".crackscope").toString(),
                scores,
                best,
                ending,
                RunRecord.Skipped.NONE,
                test,
                id.equals("b") ? "stronger light changes, as on the north pier" : "",
                state == State.RUNNING ? Runs.GONE : RunRecord.Owner.self());
        Runs.keep(history, runs, run, curve, answers);
    }

    /** One window with the Train tab in front. */
    private final class Window implements AutoCloseable {
        private final Stage stage;

        Window(Settings.Theme theme, Path home) throws Exception {
            stage = fx(() -> {
                Settings settings = MemoryPreferences.settings();
                settings.theme(theme);
                Stage made = new Stage();
                ImageIoPhotoReader reader = new ImageIoPhotoReader();
                new Wiring(TestWindow.parts(
                                reader,
                                TestWindow.shipped(home.resolve("data")),
                                settings,
                                home,
                                ShippedModel::classifier,
                                messages.locale()))
                        .open(made, List.of());
                size.map(text -> text.split("x")).ifPresent(sides -> {
                    made.setMinWidth(0);
                    made.setMinHeight(0);
                    made.setWidth(Double.parseDouble(sides[0]));
                    made.setHeight(Double.parseDouble(sides[1]));
                });
                return made;
            });
            fire("#tab-train");
        }

        Node node(String selector) {
            return stage.getScene().lookup(selector);
        }

        String text(String selector) {
            return node(selector) == null ? "" : ((Labeled) node(selector)).getText();
        }

        void fire(String selector) throws Exception {
            fx(() -> {
                ((ButtonBase) node(selector)).fire();
                return true;
            });
        }

        void drop(Path folder) throws Exception {
            fx(() -> {
                new FileDrop(List.of(folder)).dropOn(stage.getScene().getRoot());
                return true;
            });
        }

        /** Waits for each epoch by itself: it has the whole patience where other work shares the machine. */
        void untilEpochs(int first, int last) throws Exception {
            for (int epoch = first; epoch <= last; epoch++) {
                String begun = " " + epoch + " ";
                until(() ->
                        text("#run-epoch").contains(begun) || node("#end-bar").isVisible());
            }
        }

        void select(int... rows) throws Exception {
            fx(() -> {
                TableView<?> table = (TableView<?>) node("#history-table");
                table.getSelectionModel().clearSelection();
                for (int row : rows) {
                    table.getSelectionModel().select(row);
                }
                return true;
            });
        }

        void scrollPlan(double share) throws Exception {
            fx(() -> {
                ((ScrollPane) node("#plan-pane .scroll-pane")).setVvalue(share);
                return true;
            });
        }

        void picture(String name, double scale) throws Exception {
            ShownStage.picture(stage, out.resolve(name + ".png"), scale);
        }

        @Override
        public void close() {
            Platform.runLater(stage::hide);
        }
    }
}

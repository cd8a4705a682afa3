package io.crackscope.ui.scorecard;

import static io.crackscope.ui.common.ShownStage.fx;

import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.JudgedPhoto.Source;
import io.crackscope.evaluation.JudgedPhoto.Truth;
import io.crackscope.evaluation.MatrixCell;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes pictures of the scorecard in all its states, without a display. Arguments: a folder to write to and a folder of
 * photos for the strip.
 *
 * <pre>
 * mvn -q test-compile exec:exec@scorecard-screenshots
 * </pre>
 */
public final class ScorecardScreenshots {
    private final Path out;
    private final List<Path> pictures;

    private ScorecardScreenshots(Path out, List<Path> pictures) {
        this.out = out;
        this.pictures = pictures;
    }

    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        List<Path> pictures;
        try (Stream<Path> files = Files.walk(Path.of(arguments[1]))) {
            pictures = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            new ScorecardScreenshots(out, pictures).all();
        } finally {
            Platform.exit();
        }
    }

    private void all() throws Exception {
        for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            states(theme, Locale.ENGLISH, name, 1200, 736);
        }
        states(Settings.Theme.LIGHT, Locale.GERMAN, "de", 1200, 736);
        states(Settings.Theme.LIGHT, Locale.GERMAN, "de-small", 1020, 668);
    }

    private void states(Settings.Theme theme, Locale locale, String name, double width, double height)
            throws Exception {
        Settings settings = MemoryPreferences.settings();
        settings.theme(theme);
        ScorecardWindow window = fx(() -> new ScorecardWindow(settings, locale, this::thumbnail, width, height));
        try {
            picture(window, "no-photos-" + name, 1);
            set(window, List.of(photo(0, 0.7, null, Seen.UNKNOWN)));
            picture(window, "no-truth-" + name, 1);
            List<JudgedPhoto> cracks = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                cracks.add(photo(i, 0.99 - 0.12 * i, Label.CRACK, Seen.IN_TRAINING));
            }
            set(window, cracks);
            picture(window, "one-class-" + name, 1);
            set(window, many(240));
            picture(window, "model-" + name, 1);
            fx(() -> {
                window.model.choose(new MatrixCell(Verdict.CRACK, Label.NO_CRACK));
                return true;
            });
            picture(window, "chosen-" + name, 1);
            fx(() -> {
                window.model.slideTo(0.42);
                window.view.lookup("#show-pr").fireEvent(new javafx.event.ActionEvent());
                return true;
            });
            settle(window);
            picture(window, "slider-" + name, 1);
            fx(() -> {
                window.view.lookup("#show-reliability").fireEvent(new javafx.event.ActionEvent());
                return true;
            });
            picture(window, "reliability-" + name, 2);
            fx(() -> {
                window.target = Optional.of(out.resolve("export-" + name + ".png"));
                window.view.lookup("#export-picture").fireEvent(new javafx.event.ActionEvent());
                return true;
            });
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> fx(() -> window.view.lookup("#score-message").isVisible()));
            picture(window, "saved-" + name, 1);
            fx(() -> {
                window.target = Optional.of(out.resolve("missing/export.csv"));
                window.view.lookup("#export-table").fireEvent(new javafx.event.ActionEvent());
                return true;
            });
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> fx(() ->
                            window.view.lookup("#score-message").getStyleClass().contains("banner-danger")));
            picture(window, "not-saved-" + name, 1);
        } finally {
            fx(() -> {
                window.close();
                return true;
            });
        }
    }

    private List<JudgedPhoto> many(int count) {
        Random random = new Random(4);
        List<JudgedPhoto> photos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Label truth = random.nextInt(5) == 0 ? null : random.nextInt(3) == 0 ? Label.CRACK : Label.NO_CRACK;
            double logit = random.nextGaussian() * 1.6 + (truth == Label.CRACK ? 2.2 : -2.2);
            photos.add(photo(i, 1 / (1 + Math.exp(-logit)), truth, i % 11 == 0 ? Seen.IN_TRAINING : Seen.NEW));
        }
        return photos;
    }

    private JudgedPhoto photo(int number, double probability, Label truth, Seen seen) {
        return new JudgedPhoto(
                pictures.get(number % pictures.size()).resolveSibling("IMG_%04d.jpg".formatted(number)),
                probability,
                JudgedSamples.THRESHOLDS.verdict(probability),
                Optional.ofNullable(truth)
                        .map(label -> new Truth(label, number % 4 == 0 ? Source.REVIEW : Source.CLASS_FOLDER)),
                seen,
                Optional.empty());
    }

    private Cancellation thumbnail(Path file, java.util.function.Consumer<Image> answer) {
        int number = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
        answer.accept(new Image(pictures.get(number % pictures.size()).toUri().toString(), 192, 192, true, true));
        return new Cancellation();
    }

    private void set(ScorecardWindow window, List<JudgedPhoto> photos) throws Exception {
        fx(() -> {
            window.photos.setAll(photos);
            return true;
        });
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> fx(() ->
                        window.model.standingProperty().get().scores().basis().photos() == photos.size()));
        settle(window);
    }

    private void settle(ScorecardWindow window) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> fx(() ->
                        window.model.standingProperty().get().scores().basis().counted() == 0
                                || window.model.intervalsProperty().get().isPresent()));
    }

    private void picture(ScorecardWindow window, String name, double scale) throws Exception {
        ShownStage.picture(window.stage, out.resolve(name + ".png"), scale);
    }
}

package io.crackscope.ui.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import io.crackscope.evaluation.DecisionRule;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.MatrixCell;
import io.crackscope.evaluation.VerdictMatrix;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.work.Cancellation;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does at the scorecard, on JavaFX's headless platform with the real threads. */
@Timeout(120)
class ScorecardJourneyTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final Settings settings = MemoryPreferences.settings();
    private ScorecardWindow window;

    @BeforeAll
    static void startTheToolkitWithoutADisplay() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openTheWindow() throws Exception {
        settings.theme(Settings.Theme.LIGHT);
        window = onFx(
                () -> new ScorecardWindow(settings, Locale.ENGLISH, (file, answer) -> new Cancellation(), 1200, 740));
        show(JudgedSamples.photos());
    }

    @AfterEach
    void closeTheWindow() {
        robot.interact(() -> window.close());
    }

    @Test
    void the_matrix_says_what_is_counted_and_what_is_not() {
        assertThat(label("#score-counted"))
                .isEqualTo("59 photos are counted: 59 by class folder. 2 photos without known truth are not counted.");
        assertThat(label("#score-seen")).isEqualTo("None of them made the model.");
        assertThat(label("#score-rule"))
                .isEqualTo("The model's thresholds: uncertain from 30\u00A0%, crack from 80\u00A0%");
        assertThat(count("crack-crack")).isEqualTo("20");
        assertThat(count("uncertain-no_crack")).isEqualTo("6");
        assertThat(count("no_crack-crack")).isEqualTo("2");
        assertThat(label("#figure-recall")).isEqualTo("91\u00A0%");
        assertThat(label("#figure-coverage")).isEqualTo("83\u00A0%");
        assertThat(label("#score-cost")).isEqualTo("23 in all, 0.39 a photo, 10 left to a person");
    }

    @Test
    void arrows_walk_the_matrix_enter_shows_the_photos_and_enter_there_opens_one() throws Exception {
        until(() -> focused("cell-crack-crack"));
        press(KeyCode.RIGHT);
        until(() -> focused("cell-crack-no_crack"));
        press(KeyCode.ENTER);
        until(() -> strip().getItems().size() == 3);
        assertThat(label("#strip-title")).isEqualTo("False alarms: 3 photos");
        assertThat(strip().getItems().getFirst().probability())
                .as("the surest mistake first")
                .isEqualTo(0.95);

        // Tab leaves the matrix at once: it is one stop.
        press(KeyCode.TAB);
        until(() -> focused("strip-show"));
        robot.interact(() -> strip().requestFocus());
        press(KeyCode.DOWN);
        press(KeyCode.RIGHT);
        press(KeyCode.ENTER);
        until(() -> window.opened.size() == 1);
        click("#strip-show");
        until(() -> window.shown.equals(List.of("False alarms: 3 photos 3")));
    }

    @Test
    void a_click_on_a_cell_chooses_it_and_a_double_click_opens_a_photo() throws Exception {
        click("#cell-no_crack-crack");
        until(() -> strip().getItems().size() == 2);
        until(() -> strip().lookup(".strip-content") != null);
        robot.interact(() -> {});
        robot.doubleClickOn(middle(".strip-content"));
        until(() -> window.opened.equals(List.of(strip().getItems().getFirst().file())));
    }

    @Test
    void keys_move_the_threshold_and_everything_follows() throws Exception {
        robot.interact(() -> node("#score-threshold").requestFocus());
        press(KeyCode.HOME);
        until(() -> count("crack-crack").equals("26"));
        assertThat(count("crack-no_crack")).isEqualTo("33");
        assertThat(node("#cell-uncertain-crack")).isNull();
        assertThat(label("#figure-recall")).isEqualTo("100\u00A0%");
        assertThat(label("#figure-specificity")).isEqualTo("0\u00A0%");
        assertThat(label("#score-cost")).isEqualTo("33 in all, 0.56 a photo");
        for (int i = 0; i < 30; i++) {
            press(KeyCode.RIGHT);
        }
        until(() -> label("#score-rule").equals("Crack from a probability of 30\u00A0%"));
        VerdictMatrix expected = VerdictMatrix.of(window.photos, new DecisionRule.OneThreshold(0.3));
        assertThat(count("crack-no_crack")).isEqualTo("" + expected.decided().fp());
        press(KeyCode.END);
        until(() -> count("no_crack-crack").equals("26"));
        assertThat(label("#figure-precision")).isEqualTo("\u2013");

        press(KeyCode.R);
        until(() -> node("#cell-uncertain-crack") != null);
        assertThat(((Slider) node("#score-threshold")).getValue()).isEqualTo(0.8);
        press(KeyCode.L);
        until(() -> label("#score-rule").startsWith("Crack from"));
        assertThat(window.model.standingProperty().get().rule())
                .isEqualTo(new DecisionRule.OneThreshold(
                        window.model.cheapestProperty().get()));
    }

    @Test
    void costs_are_typed_or_stepped_and_remembered() throws Exception {
        robot.interact(() -> spinner("#cost-miss").getEditor().requestFocus());
        press(KeyCode.UP);
        until(() -> settings.missCost() == 11);
        robot.interact(() -> {
            spinner("#cost-miss").getEditor().setText("many");
            spinner("#cost-miss").commitValue();
        });
        assertThat(settings.missCost()).isEqualTo(11);
        // in a text field R is a letter, not a shortcut
        robot.interact(() -> window.model.slideTo(0.5));
        press(KeyCode.R);
        assertThat(window.model.standingProperty().get().isByModel()).isFalse();
    }

    @Test
    void photos_that_made_the_model_are_left_out_until_s_counts_them() throws Exception {
        List<JudgedPhoto> photos = new ArrayList<>(JudgedSamples.photos());
        photos.add(JudgedSamples.photo("trained.jpg", 0.99, Label.CRACK, Seen.IN_TRAINING));
        show(photos);
        until(() -> node("#leave-out-seen").isVisible());
        assertThat(label("#score-seen")).isEqualTo("1 photo that made the model is left out.");
        press(KeyCode.S);
        until(() -> count("crack-crack").equals("21"));
        assertThat(label("#score-seen")).endsWith("for these this is no test.");
    }

    @Test
    void intervals_come_by_themselves_and_say_when_photos_are_too_few() throws Exception {
        until(() -> window.model.intervalsProperty().get().isPresent());
        assertThat(label("#interval-title")).isEqualTo("95\u00A0% interval");
        show(JudgedSamples.photos().subList(18, 24));
        until(() -> label("#interval-title").equals("Intervals from 10 photos on"));
    }

    @Test
    void curves_need_both_classes_and_say_so() throws Exception {
        assertThat(node("#chart-why-not").isVisible()).isFalse();
        for (String chart : List.of("pr", "reliability", "roc")) {
            click("#show-" + chart);
            until(() -> node("#chart-" + chart) != null);
            assertThat(hasInk(node("#chart-" + chart))).as(chart).isTrue();
        }
        show(JudgedSamples.photos().subList(0, 12));
        until(() -> node("#chart-why-not").isVisible());
        assertThat(label("#chart-why-not")).startsWith("All counted photos show a crack.");
    }

    @Test
    void empty_states_teach_and_come_and_go() throws Exception {
        show(List.of(JudgedSamples.photo("a.jpg", 0.5, null, Seen.UNKNOWN)));
        until(() -> node("#matrix") == null);
        assertThat(label(".empty-state-title")).isEqualTo("Nobody said yet what these photos show");
        robot.interact(() -> window.model.lookedUpProperty().set(1));
        until(() -> node("#score-busy") != null);
        robot.interact(() -> window.model.lookedUpProperty().set(0));
        click("#score-empty-next");
        until(() -> window.backs == 1);
        show(List.of());
        until(() -> label(".empty-state-title").equals("No verdicts to count yet"));
        show(JudgedSamples.photos());
        until(() -> node("#matrix") != null);
        press(KeyCode.M);
        until(() -> window.backs == 2);
    }

    @Test
    void the_table_is_written_where_the_person_says() throws Exception {
        Path file = folder.resolve("counted.csv");
        window.target = Optional.of(file);
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> node("#score-message").isVisible());
        assertThat(label("#score-message-text")).isEqualTo("Saved: " + file);
        assertThat(Files.readAllLines(file))
                .hasSize(60)
                .startsWith("path,truth,source,probability,verdict,seen")
                .contains("/photos/leaf-02.jpg,no_crack,class_folder,0.95,crack,new");
    }

    @Test
    void the_picture_holds_the_scorecard_twice_as_fine() throws Exception {
        Path file = folder.resolve("scorecard.png");
        window.target = Optional.of(file);
        click("#export-picture");
        until(() -> node("#score-message").isVisible());
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(2400);
        assertThat(image.getHeight()).isGreaterThan(1400);
        assertThat(java.util.stream.IntStream.range(0, image.getHeight())
                        .map(y -> image.getRGB(700, y))
                        .distinct()
                        .count())
                .as("colours down the matrix")
                .isGreaterThan(5);
    }

    @Test
    void a_file_that_cannot_be_written_is_named_with_what_to_do() throws Exception {
        Path file = folder.resolve("gone/counted.csv");
        window.target = Optional.of(file);
        click("#export-table");
        until(() -> node("#score-message").getStyleClass().contains("banner-danger"));
        assertThat(label("#score-message-text"))
                .startsWith(file + " could not be written.")
                .contains("folder is not there");
        assertThat(folder.resolve("gone")).doesNotExist();
    }

    @Test
    void thinking_better_of_an_export_changes_nothing() throws Exception {
        click("#export-table");
        click("#export-picture");
        assertThat(onFx(() -> node("#score-message").isVisible())).isFalse();
    }

    @Test
    void with_forty_thousand_photos_a_step_redraws_the_whole_window_within_a_frame() throws Exception {
        Random random = new Random(5);
        List<JudgedPhoto> many = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            boolean crack = random.nextInt(3) == 0;
            double probability = Math.clamp(random.nextGaussian() * 0.25 + (crack ? 0.75 : 0.25), 0, 1);
            many.add(JudgedSamples.photo(
                    "photo-" + i + ".jpg", probability, crack ? Label.CRACK : Label.NO_CRACK, Seen.NEW));
        }
        show(many);
        until(() -> window.model.intervalsProperty().get().isPresent());
        List<Double> millis = onFx(() -> {
            window.model.choose(new MatrixCell(Verdict.CRACK, Label.NO_CRACK));
            List<Double> all = new ArrayList<>();
            // of this thread alone: on a busy machine the clock tells what others do
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            for (int i = 0; i <= 200; i++) {
                long begin = threads.getCurrentThreadCpuTime();
                ((Slider) node("#score-threshold")).setValue(i / 200.0);
                window.view.applyCss();
                window.view.layout();
                all.add((threads.getCurrentThreadCpuTime() - begin) / 1e6);
            }
            return all;
        });
        millis.sort(null);
        org.slf4j.LoggerFactory.getLogger(getClass())
                .info("a step with 40,000 photos: median {} ms, 95 % {} ms", millis.get(100), millis.get(190));
        assertThat(millis.get(100)).as("median, ms").isLessThan(16);
    }

    private void show(List<JudgedPhoto> photos) throws Exception {
        robot.interact(() -> window.photos.setAll(photos));
        until(() -> !window.model.countingProperty().get()
                && window.model.standingProperty().get().scores().basis().photos() == photos.size());
    }

    private boolean hasInk(Node chart) throws Exception {
        return onFx(() -> {
            javafx.scene.image.WritableImage image = chart.snapshot(null, null);
            int first = image.getPixelReader().getArgb(0, 0);
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getPixelReader().getArgb((int) image.getWidth() / 2, y) != first) {
                    return true;
                }
            }
            return false;
        });
    }

    private void press(KeyCode code) {
        robot.press(code).release(code);
    }

    private boolean focused(String id) {
        Node owner = window.stage.getScene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private Point2D middle(String selector) throws Exception {
        return onFx(() -> {
            Bounds bounds = node(selector).localToScreen(node(selector).getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private void click(String selector) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(middle(selector));
    }

    private Node node(String selector) {
        return window.view.lookup(selector);
    }

    private String label(String selector) {
        return ((Labeled) node(selector)).getText();
    }

    private String count(String cell) {
        return ((Labeled) node("#cell-" + cell).lookup(".matrix-count")).getText();
    }

    @SuppressWarnings("unchecked")
    private ListView<JudgedPhoto> strip() {
        return (ListView<JudgedPhoto>) node("#strip");
    }

    @SuppressWarnings("unchecked")
    private Spinner<Integer> spinner(String selector) {
        return (Spinner<Integer>) node(selector);
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS);
    }
}

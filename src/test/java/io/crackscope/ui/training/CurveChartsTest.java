package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.crackscope.learning.EpochScore;
import io.crackscope.text.Messages;
import io.crackscope.training.StepCurve;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(60)
class CurveChartsTest {
    private static final int STEPS = 10_000;
    private static final int IN_EPOCH = 340;

    @BeforeAll
    static void startTheToolkitWithoutADisplay() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void a_long_run_is_drawn_within_a_frame_ten_times_a_second() throws Exception {
        RunCurve curve = new RunCurve("run");
        Random random = new Random(1);
        grow(curve, random, STEPS);
        CurveCharts charts = WaitForAsyncUtils.asyncFx(() -> {
                    CurveCharts made = new CurveCharts(new Messages(Locale.ENGLISH));
                    Stage stage = new Stage();
                    stage.setScene(new Scene(made, 640, 560));
                    stage.show();
                    made.show(List.of(curve));
                    return made;
                })
                .get(30, TimeUnit.SECONDS);
        List<Long> nanos = new ArrayList<>();
        for (int refresh = 0; refresh < 100; refresh++) {
            nanos.add(WaitForAsyncUtils.asyncFx(() -> {
                        grow(curve, random, 5);
                        // processor time: on a busy machine the thread also waits for others
                        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                        charts.refresh();
                        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                    })
                    .get(30, TimeUnit.SECONDS));
        }
        long median = nanos.subList(50, 100).stream().sorted().toList().get(25);
        System.out.printf(
                "charts of %d steps: median %.2f ms a refresh%n", curve.steps().size(), median / 1e6);
        assertThat(median).isLessThan(TimeUnit.MILLISECONDS.toNanos(10));
    }

    @Test
    void the_first_drawing_can_be_made_beforehand_on_any_thread() {
        assertThat(javafx.application.Platform.isFxApplicationThread()).isFalse();
        assertThatCode(() -> FirstDrawing.make(new Messages(Locale.ENGLISH))).doesNotThrowAnyException();
    }

    /** After a drawing the canvas forgets its colour and the drawing library does not. */
    @Test
    void the_frames_of_charts_without_a_line_are_as_light_as_those_with_one() throws Exception {
        WritableImage picture = WaitForAsyncUtils.asyncFx(() -> {
                    CurveCharts charts = new CurveCharts(new Messages(Locale.ENGLISH));
                    Stage stage = new Stage();
                    stage.setScene(new Scene(charts, 640, 560));
                    stage.show();
                    charts.show(List.of(new RunCurve("run")));
                    charts.layout();
                    charts.refresh();
                    return charts.snapshot(null, null);
                })
                .get(30, TimeUnit.SECONDS);
        int longest = 0;
        for (int y = 0; y < (int) picture.getHeight(); y++) {
            int dark = 0;
            for (int x = 0; x < (int) picture.getWidth(); x++) {
                dark = picture.getPixelReader().getColor(x, y).getBrightness() < 0.7 ? dark + 1 : 0;
                longest = Math.max(longest, dark);
            }
        }
        assertThat(longest).as("pixels of the longest dark line").isLessThan(100);
    }

    private static void grow(RunCurve curve, Random random, int more) {
        StepCurve steps = new StepCurve();
        for (int i = 0; i < more; i++) {
            int step = curve.steps().size() + i;
            steps.add(1 + step / IN_EPOCH, 0.05 + Math.exp(-step / 2000.0) * random.nextDouble(), 0.9, 0.002);
        }
        curve.add(steps, IN_EPOCH);
        List<EpochScore> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= curve.steps().size() / IN_EPOCH; epoch++) {
            epochs.add(new EpochScore(epoch, 0.3, 0.9, 0.1 + 1.0 / epoch, 1 - 0.3 / epoch, 10, 100));
        }
        curve.epochs(epochs, epochs.size());
    }
}

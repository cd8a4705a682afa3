package io.crackscope.ui.training;

import io.crackscope.learning.EpochScore;
import io.crackscope.text.Messages;
import io.crackscope.training.StepCurve;
import io.crackscope.work.JobRunner;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.scene.canvas.Canvas;
import org.jfree.fx.FXGraphics2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A drawing that nobody sees. The first one in a program takes a third of a second, in which the font is read and the
 * drawing library is loaded: made beforehand on another thread, it need not keep the JavaFX thread when a run begins.
 */
final class FirstDrawing {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    private static final Logger LOG = LoggerFactory.getLogger(FirstDrawing.class);

    private FirstDrawing() {}

    /** Makes it in the background. */
    static void prepare(JobRunner runner, Messages messages) {
        runner.start(
                JobRunner.Lane.IO,
                (publish, cancellation) -> {
                    make(messages);
                    return true;
                },
                new JobRunner.Listener<Void, Boolean>() {
                    @Override
                    public void done(Boolean made) {}

                    @Override
                    public void failed(Throwable failure) {
                        LOG.warn("charts cannot be prepared and will take a moment when they are drawn", failure);
                    }
                });
    }

    /** The canvas is in no window, so any thread may draw on it. */
    static void make(Messages messages) {
        StepCurve steps = new StepCurve();
        steps.add(1, 1, 0.5, 0.001);
        steps.add(1, 0.5, 0.8, 0.001);
        RunCurve run = new RunCurve("", steps, List.of(new EpochScore(1, 0.7, 0.7, 0.6, 0.8, 1, 1)), 1);
        CurvePlot plot = new CurvePlot(List.of(run), ChartColours.LIGHT, ChartFont.of(CurveCharts.FONT_SIZE), messages);
        plot.refresh(0, run.end());
        plot.chart()
                .draw(
                        new FXGraphics2D(new Canvas(WIDTH, HEIGHT).getGraphicsContext2D()),
                        new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    }
}

package io.crackscope.ui.training;

import io.crackscope.learning.EpochScore;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.AtomicFile;
import io.crackscope.work.JobRunner;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the charts show as a picture, a drawing or numbers. For the executor that the runner delivers on. */
final class ChartExport {
    private static final Logger LOG = LoggerFactory.getLogger(ChartExport.class);

    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;
    private static final int SCALE = 2;
    private static final float FONT_SIZE = 12;

    /** What is written. */
    enum Format {
        PNG,
        SVG,
        CSV;

        String ending() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final JobRunner runner;
    private final Messages messages;
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");

    ChartExport(JobRunner runner, Messages messages) {
        this.runner = runner;
        this.messages = messages;
    }

    /** What was written or went wrong last. */
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** Says no more what happened. */
    void forgetNews() {
        news.set("");
    }

    /** Writes {@code curves} to {@code file}. */
    void write(List<RunCurve> curves, boolean logarithmic, Path file, Format format) {
        // the curves may grow: they are read here, on the thread that lets them
        byte[] bytes = switch (format) {
            case CSV -> csv(curves).getBytes(StandardCharsets.UTF_8);
            case SVG -> new CurveSvg(curves, logarithmic, messages).text().getBytes(StandardCharsets.UTF_8);
            case PNG -> png(curves, logarithmic);
        };
        runner.start(
                JobRunner.Lane.IO,
                (publish, cancellation) -> {
                    AtomicFile.write(file, bytes);
                    return file;
                },
                new JobRunner.Listener<Void, Path>() {
                    @Override
                    public void done(Path written) {
                        news.set(messages.get("ui.train.chart.exported", written));
                    }

                    @Override
                    public void failed(Throwable failure) {
                        LOG.warn("cannot write {}", file, failure);
                        news.set(messages.get(
                                "ui.train.chart.export.failed", file, FailureWords.reason(failure, messages)));
                    }
                });
    }

    /** A line a step, then a line an epoch, told apart by their first column. */
    static String csv(List<RunCurve> curves) {
        StringBuilder text = new StringBuilder(
                "kind,run,epoch,step,train_loss,smoothed_loss,learning_rate,validation_loss,validation_accuracy\n");
        for (RunCurve curve : curves) {
            String name = '"' + curve.name().replace("\"", "\"\"") + '"';
            for (int i = 0; i < curve.steps().size(); i++) {
                text.append("step,")
                        .append(name)
                        .append(',')
                        .append(curve.steps().epoch(i));
                text.append(',').append(i + 1).append(',').append(curve.steps().loss(i));
                text.append(',').append((float) curve.smoothedLoss(i));
                text.append(',').append((float) curve.steps().learningRate(i)).append(",,\n");
            }
            for (EpochScore epoch : curve.epochs()) {
                text.append("epoch,")
                        .append(name)
                        .append(',')
                        .append(epoch.epoch())
                        .append(",,");
                text.append(epoch.trainLoss()).append(",,,").append(epoch.validationLoss());
                text.append(',').append(epoch.validationAccuracy()).append('\n');
            }
        }
        return text.toString();
    }

    private byte[] png(List<RunCurve> curves, boolean logarithmic) {
        BufferedImage image =
                chart(curves, logarithmic).createBufferedImage(WIDTH * SCALE, HEIGHT * SCALE, WIDTH, HEIGHT, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** For paper: dark on white, whatever the window looks like. */
    private JFreeChart chart(List<RunCurve> curves, boolean logarithmic) {
        CurvePlot plot = new CurvePlot(curves, ChartColours.LIGHT, ChartFont.of(FONT_SIZE), messages);
        plot.logarithmic(logarithmic);
        plot.refresh(
                0,
                Math.max(
                        1,
                        Math.ceil(
                                curves.stream().mapToDouble(RunCurve::end).max().orElse(1))));
        JFreeChart chart = plot.chart();
        chart.setBackgroundPaint(Color.WHITE);
        String names = String.join(", ", curves.stream().map(RunCurve::name).toList());
        chart.addSubtitle(new TextTitle(names, ChartFont.of(FONT_SIZE)));
        return chart;
    }
}

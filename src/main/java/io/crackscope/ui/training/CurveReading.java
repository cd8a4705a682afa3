package io.crackscope.ui.training;

import io.crackscope.learning.EpochScore;
import io.crackscope.text.Messages;
import io.crackscope.text.ScoreFigures;
import java.util.ArrayList;
import java.util.List;

/** What curves say at a place, in words. */
final class CurveReading {
    private final Messages messages;
    private final ScoreFigures figures;

    CurveReading(Messages messages) {
        this.messages = messages;
        this.figures = new ScoreFigures(messages.locale());
    }

    /** A few lines on the curves at {@code x} of the axis of epochs; empty where there are none yet. */
    String at(List<RunCurve> curves, double x) {
        List<String> lines = new ArrayList<>();
        for (RunCurve curve : curves) {
            List<String> said = curve(curve, x);
            if (!said.isEmpty() && curves.size() > 1) {
                lines.add(curve.name());
            }
            lines.addAll(said);
        }
        return String.join("\n", lines);
    }

    private List<String> curve(RunCurve curve, double x) {
        List<String> lines = new ArrayList<>();
        int step = curve.stepAt(x);
        if (step < curve.steps().size()) {
            lines.add(messages.get("ui.train.chart.read.step", curve.steps().epoch(step), step + 1));
            lines.add(messages.get(
                    "ui.train.chart.read.loss",
                    figures.decimal(curve.steps().loss(step)),
                    figures.decimal(curve.smoothedLoss(step))));
            lines.add(messages.get("ui.train.chart.read.rate", curve.steps().learningRate(step)));
        }
        int epoch = (int) Math.round(x);
        if (epoch >= 1 && epoch <= curve.epochs().size()) {
            EpochScore score = curve.epochs().get(epoch - 1);
            lines.add(messages.get(
                    "ui.train.chart.read.epoch",
                    epoch,
                    figures.decimal(score.validationLoss()),
                    figures.percent(score.validationAccuracy())));
        }
        return lines;
    }
}

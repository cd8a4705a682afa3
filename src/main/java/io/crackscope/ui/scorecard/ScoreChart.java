package io.crackscope.ui.scorecard;

import io.crackscope.evaluation.PhotoScores;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** A chart of the scorecard, in JFreeChart's terms. */
interface ScoreChart {
    JFreeChart chart();

    /** Colours and fonts; called before the first drawing and when the theme changes. */
    void dress(ChartInks inks);

    /**
     * Draws the photos and marks the thresholds.
     *
     * @param thresholds those in use: one, or the model's two, or none if no model is open
     */
    void show(PhotoScores scores, List<Double> thresholds);

    /** What the chart says, in a line. */
    String caption(PhotoScores scores);
}

package io.crackscope.ui.scorecard;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.fx.FXGraphics2D;
import org.jfree.fx.FXHints;

/** A chart that takes its colours from the style sheet, so that it changes with the theme. */
final class ThemedChart extends Region {
    private static final StyleablePropertyFactory<ThemedChart> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> text = colour("-chart-text", chart -> chart.text);
    private final StyleableProperty<Color> grid = colour("-chart-grid", chart -> chart.grid);
    private final StyleableProperty<Color> curve = colour("-chart-curve", chart -> chart.curve);
    private final StyleableProperty<Color> mark = colour("-chart-mark", chart -> chart.mark);
    private final ScoreChart chart;
    private final ChartCanvas canvas;

    ThemedChart(ScoreChart chart) {
        this.chart = chart;
        this.canvas = new ChartCanvas(chart.chart());
        getStyleClass().add("themed-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        // the axes are always all there is: nothing to zoom into
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        dress();
    }

    ScoreChart chart() {
        return chart;
    }

    private StyleableProperty<Color> colour(
            String css, java.util.function.Function<ThemedChart, StyleableProperty<Color>> which) {
        StyleableProperty<Color> property =
                STYLES.createStyleableColorProperty(this, css.substring(1), css, which, Color.GRAY);
        ((ObservableValue<?>) property).addListener(change -> dress());
        return property;
    }

    private void dress() {
        if (canvas != null) {
            chart.dress(new ChartInks(
                    ChartInks.of(text.getValue()),
                    ChartInks.of(grid.getValue()),
                    ChartInks.of(curve.getValue()),
                    ChartInks.of(mark.getValue())));
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    /**
     * Draws what is there now once more, for a picture that is {@code scale} times as fine as the screen: there a canvas
     * would only be enlarged. To be called after layout.
     */
    void refine(double scale) {
        Canvas fine = new Canvas(canvas.getWidth() * scale, canvas.getHeight() * scale);
        FXGraphics2D graphics = new FXGraphics2D(fine.getGraphicsContext2D());
        graphics.setRenderingHint(FXHints.KEY_USE_FX_FONT_METRICS, true);
        graphics.setZeroStrokeWidth(0.1);
        graphics.scale(scale, scale);
        chart.chart().draw(graphics, new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight()));
        fine.getTransforms().add(new Scale(1 / scale, 1 / scale));
        getChildren().setAll(fine);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
    }
}

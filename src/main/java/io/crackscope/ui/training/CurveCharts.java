package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.LongSummaryStatistics;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;

/**
 * The charts of {@link CurvePlot} on the screen: the wheel and the keys + - zoom, dragging and the arrows pan, a double
 * click or 0 shows everything, the pointer reads values. JavaFX thread only.
 */
final class CurveCharts extends Region {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final double WHEEL = 1.0015;
    private static final double KEY_ZOOM = 1.5;
    static final float FONT_SIZE = 11;

    private final Messages messages;
    private final CurveReading reading;
    private final EpochWindow window = new EpochWindow();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final SetChangeListener<PseudoClass> restyling = change -> refresh();
    private final Line pointer = new Line();
    private final Label readout = new Label();
    private final LongSummaryStatistics drawNanos = new LongSummaryStatistics();
    private List<RunCurve> curves = List.of();
    private @Nullable Font font;
    private @Nullable CurvePlot plot;
    private @Nullable ChartCanvas canvas;
    private boolean dark;
    private double dragged;

    CurveCharts(Messages messages) {
        this.messages = messages;
        this.reading = new CurveReading(messages);
        getStyleClass().add("curve-charts");
        setMinSize(240, 200);
        setFocusTraversable(true);
        setAccessibleText(messages.get("ui.train.chart.accessible"));
        pointer.getStyleClass().add("curve-pointer");
        readout.getStyleClass().add("curve-readout");
        for (javafx.scene.Node over : List.of(pointer, readout)) {
            over.setMouseTransparent(true);
            over.setManaged(false);
            over.setVisible(false);
        }
        logarithmic.addListener((observable, before, now) -> refresh());
        sceneProperty().addListener((observable, before, now) -> {
            if (before != null) {
                before.getRoot().getPseudoClassStates().removeListener(restyling);
            }
            if (now != null) {
                now.getRoot().getPseudoClassStates().addListener(restyling);
                refresh();
            }
        });
        setOnMouseMoved(this::read);
        setOnMouseExited(event -> hideReadout());
        setOnMousePressed(event -> {
            requestFocus();
            dragged = event.getX();
        });
        setOnMouseDragged(this::drag);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                showAll();
            }
        });
        setOnScroll(event -> zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX()));
        setOnKeyPressed(this::key);
    }

    /** Whether the loss is drawn on a logarithmic scale. */
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** How long the JavaFX thread was busy with each drawing. */
    LongSummaryStatistics drawNanos() {
        return drawNanos;
    }

    /** Shows other curves. */
    void show(List<RunCurve> others) {
        curves = List.copyOf(others);
        plot = null;
        window.reset();
        hideReadout();
        refresh();
    }

    /** Draws what the curves have become. */
    void refresh() {
        if (curves.isEmpty() || getWidth() < 1 || getScene() == null) {
            return;
        }
        long start = System.nanoTime();
        window.reachTo(curves.stream().mapToDouble(RunCurve::end).max().orElse(1));
        CurvePlot current = plot();
        current.logarithmic(logarithmic.get());
        current.refresh(window.from(), window.edge());
        drawNanos.accept(System.nanoTime() - start);
    }

    /** Shows the whole axis again. */
    void showAll() {
        window.reset();
        refresh();
    }

    /** Built when first needed and when light turns dark: the drawing library takes a moment to start. */
    private CurvePlot plot() {
        boolean nowDark = getScene().getRoot().getPseudoClassStates().contains(DARK);
        if (plot == null || dark != nowDark) {
            dark = nowDark;
            font = font == null ? ChartFont.of(FONT_SIZE) : font;
            plot = new CurvePlot(curves, dark ? ChartColours.DARK : ChartColours.LIGHT, font, messages);
            if (canvas == null) {
                canvas = new ChartCanvas(plot.chart());
                canvas.setTooltipEnabled(false);
                canvas.setMouseTransparent(true);
                // FXGraphics2D 2.1.5 takes a font that it set before the canvas was restored for set, and sets none
                canvas.getGraphicsContext2D().setFont(javafx.scene.text.Font.font(font.getFamily(), FONT_SIZE));
                getChildren().setAll(canvas, pointer, readout);
                requestLayout();
            } else {
                canvas.setChart(plot.chart());
            }
        }
        return plot;
    }

    @Override
    protected void layoutChildren() {
        if (canvas != null && (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight())) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        } else if (canvas == null) {
            refresh();
        }
    }

    private @Nullable Rectangle2D area() {
        if (canvas == null || canvas.getRenderingInfo() == null) {
            return null;
        }
        var info = canvas.getRenderingInfo().getPlotInfo();
        return info.getSubplotCount() == 0 ? null : info.getSubplotInfo(0).getDataArea();
    }

    private double epochAt(double x) {
        Rectangle2D area = area();
        double share = area == null ? 0.5 : Math.clamp((x - area.getX()) / area.getWidth(), 0, 1);
        return window.from() + share * (window.edge() - window.from());
    }

    private void zoom(double factor, double x) {
        window.zoom(factor, epochAt(x));
        refresh();
    }

    private void drag(MouseEvent event) {
        Rectangle2D area = area();
        if (area != null && !window.showsAll()) {
            window.pan((dragged - event.getX()) / area.getWidth());
            dragged = event.getX();
            hideReadout();
            refresh();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM, getWidth() / 2);
            case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM, getWidth() / 2);
            case LEFT -> pan(-0.2);
            case RIGHT -> pan(0.2);
            case DIGIT0, NUMPAD0 -> showAll();
            case L -> logarithmic.set(!logarithmic.get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pan(double share) {
        window.pan(share);
        refresh();
    }

    private void read(MouseEvent event) {
        Rectangle2D area = area();
        String text = area == null || event.getX() < area.getX() || event.getX() > area.getMaxX()
                ? ""
                : reading.at(curves, epochAt(event.getX()));
        pointer.setVisible(!text.isEmpty());
        readout.setVisible(!text.isEmpty());
        if (!text.isEmpty()) {
            pointer.setStartX(Math.round(event.getX()) + 0.5);
            pointer.setEndX(pointer.getStartX());
            pointer.setStartY(area.getY());
            pointer.setEndY(getHeight() - 44);
            readout.setText(text);
            readout.autosize();
            boolean left = event.getX() + 16 + readout.getWidth() > getWidth();
            readout.relocate(
                    left ? Math.max(0, event.getX() - 16 - readout.getWidth()) : event.getX() + 16, area.getY() + 16);
        }
    }

    private void hideReadout() {
        pointer.setVisible(false);
        readout.setVisible(false);
    }
}

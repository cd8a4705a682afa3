package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageFilter;
import io.crackscope.dataset.ImageQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Bars of a histogram of which a stretch can be chosen: by dragging over it, or with the keys: left and right move its lower
 * end, with shift its upper end, Delete takes it away.
 */
final class HistogramBar extends Region {
    private static final double HEIGHT = 56;
    private static final double LEAST_BAR = 1;
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");

    private final Consumer<Optional<ImageFilter.Range>> chosen;
    private final List<Region> bars = new ArrayList<>();
    private ImageQuery.Histogram histogram = new ImageQuery.Histogram(0, 1, new int[1], 0);
    private Optional<ImageFilter.Range> range = Optional.empty();
    private double pressedAt;

    HistogramBar(Consumer<Optional<ImageFilter.Range>> chosen) {
        this.chosen = chosen;
        getStyleClass().add("histogram");
        setFocusTraversable(true);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            pressedAt = event.getX();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> mark(Optional.of(between(pressedAt, event.getX()))));
        addEventHandler(
                MouseEvent.MOUSE_RELEASED, event -> chosen.accept(Optional.of(between(pressedAt, event.getX()))));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    void show(ImageQuery.Histogram now, Optional<ImageFilter.Range> bounds) {
        histogram = now;
        range = bounds;
        while (bars.size() < now.counts().length) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            bar.setManaged(false);
            bar.setMouseTransparent(true);
            bars.add(bar);
            getChildren().add(bar);
        }
        mark(bounds);
        requestLayout();
    }

    private void mark(Optional<ImageFilter.Range> bounds) {
        for (int i = 0; i < bars.size(); i++) {
            double middle = histogram.least() + (i + 0.5) * step();
            bars.get(i)
                    .pseudoClassStateChanged(
                            OUTSIDE,
                            bounds.isPresent()
                                    && (middle < bounds.get().least()
                                            || middle > bounds.get().most()));
        }
    }

    private double step() {
        return (histogram.most() - histogram.least()) / histogram.counts().length;
    }

    /** Whole steps from one point to the other; a mere click chooses the step under it. */
    private ImageFilter.Range between(double from, double to) {
        int steps = histogram.counts().length;
        int first = Math.clamp((long) (Math.min(from, to) / getWidth() * steps), 0, steps - 1);
        int last = Math.clamp((long) (Math.max(from, to) / getWidth() * steps), 0, steps - 1);
        return new ImageFilter.Range(histogram.least() + first * step(), histogram.least() + (last + 1) * step());
    }

    private void key(KeyEvent event) {
        int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            chosen.accept(Optional.empty());
        } else if (by != 0) {
            // sums of steps are rounded: one step less than the end may lie before the beginning, which a clamp refuses
            double least = range.map(ImageFilter.Range::least).orElse(histogram.least());
            double most = range.map(ImageFilter.Range::most).orElse(histogram.most());
            chosen.accept(Optional.of(
                    event.isShiftDown()
                            ? new ImageFilter.Range(
                                    least, Math.min(histogram.most(), Math.max(least + step(), most + by * step())))
                            : new ImageFilter.Range(
                                    Math.max(histogram.least(), Math.min(most - step(), least + by * step())), most)));
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        int highest = 1;
        for (int count : histogram.counts()) {
            highest = Math.max(highest, count);
        }
        double width = getWidth() / histogram.counts().length;
        for (int i = 0; i < bars.size(); i++) {
            int count = i < histogram.counts().length ? histogram.counts()[i] : 0;
            double height = count == 0 ? 0 : Math.max(LEAST_BAR, Math.rint(getHeight() * count / highest));
            double left = Math.rint(i * width);
            bars.get(i)
                    .resizeRelocate(
                            left, getHeight() - height, Math.max(1, Math.rint((i + 1) * width) - left - 1), height);
        }
    }
}

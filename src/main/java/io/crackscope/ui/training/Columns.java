package io.crackscope.ui.training;

import io.crackscope.settings.Settings;
import io.crackscope.ui.common.Dividers;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Plan, charts and run beside each other. The outer ones keep their width from run to run; the charts get what is left. */
final class Columns extends SplitPane {
    private final Region plan;
    private final StackPane middle = new StackPane();
    private final StackPane side = new StackPane();
    private final Settings settings;

    Columns(Region plan, Settings settings) {
        this.plan = plan;
        this.settings = settings;
        getStyleClass().add("work-area");
        side.getStyleClass().add("side-pane");
        middle.setMinWidth(320);
        getItems().addAll(plan, middle);
        setResizableWithParent(plan, false);
        setResizableWithParent(side, false);
        widthProperty().addListener(change -> divide());
        Dividers.onDragged(this, this::remember);
    }

    /** Shows {@code centre} in the middle and {@code right}, if any, at its right. */
    void place(Node centre, @Nullable Node right) {
        if (middle.getChildren().size() != 1 || middle.getChildren().getFirst() != centre) {
            middle.getChildren().setAll(centre);
        }
        boolean has = getItems().contains(side);
        if (right == null && has) {
            getItems().remove(side);
            divide();
        } else if (right != null) {
            if (side.getChildren().size() != 1 || side.getChildren().getFirst() != right) {
                side.getChildren().setAll(right);
            }
            if (!has) {
                getItems().add(side);
                divide();
            }
        }
    }

    private void divide() {
        double width = getWidth();
        if (width > 0) {
            double left = settings.planWidth() / width;
            if (getItems().contains(side)) {
                setDividerPositions(left, 1 - settings.runWidth() / width);
            } else {
                setDividerPositions(left);
            }
        }
    }

    private void remember() {
        settings.planWidth(plan.getWidth());
        if (getItems().contains(side)) {
            settings.runWidth(side.getWidth());
        }
    }
}

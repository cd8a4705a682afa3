package io.crackscope.ui.inspection;

import io.crackscope.settings.Settings;
import io.crackscope.ui.common.Dividers;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** A photo between two side panes, which keep their width from run to run; the photo gets what is left. */
final class WorkArea extends SplitPane {
    WorkArea(Region left, Region photo, Region right, Settings settings) {
        super(left, photo, right);
        getStyleClass().add("work-area");
        left.setPrefWidth(settings.listWidth());
        right.setPrefWidth(settings.findingsWidth());
        setResizableWithParent(left, false);
        setResizableWithParent(right, false);
        widthProperty().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> observable, Number before, Number now) {
                if (now.doubleValue() > 0) {
                    setDividerPositions(
                            settings.listWidth() / now.doubleValue(), 1 - settings.findingsWidth() / now.doubleValue());
                    widthProperty().removeListener(this);
                }
            }
        });
        // Only what a person drags is kept: placing takes the divider's own width off, a little more at each start.
        Dividers.onDragged(this, () -> {
            settings.listWidth(left.getWidth());
            settings.findingsWidth(right.getWidth());
        });
    }
}

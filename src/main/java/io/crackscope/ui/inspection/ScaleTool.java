package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Shortcut;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** The scale of the photo in the viewer: bar, line and fields. */
final class ScaleTool {
    private final PhotoCanvas canvas;
    private final ScaleViewModel model;
    private final ScalePanel panel;
    private final Messages messages;

    ScaleTool(InspectionViewModel inspection, PhotoCanvas canvas, ViewerChrome chrome, Messages messages) {
        this.canvas = canvas;
        this.messages = messages;
        model = new ScaleViewModel(inspection.desk(), inspection.review(), inspection.selectedProperty(), messages);
        panel = new ScalePanel(model, messages);
        ScaleChip chip = new ScaleChip(canvas, messages);
        chip.scaleProperty()
                .bind(inspection
                        .selectedProperty()
                        .flatMap(PhotoRow::scaleProperty)
                        .orElse(Optional.empty()));
        chip.setOnAction(event -> measure());
        chip.disableProperty().bind(inspection.review().canReviewProperty().not());
        chrome.add(chip);
        canvas.add(new ScaleLayer(canvas, model, messages));
    }

    ScalePanel panel() {
        return panel;
    }

    Shortcut shortcut() {
        return Shortcut.plain(messages.get("ui.scale.key"), this::measure, KeyCode.S);
    }

    /** Ends measuring; false where nobody measured. */
    boolean leave() {
        boolean was = model.measuringProperty().get();
        model.leave();
        return was;
    }

    private void measure() {
        if (!canvas.isEmpty()) {
            model.measure(canvas.seen());
        }
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Three steps from photos to a report, from the first start until a person has read them and sends them away. */
final class FirstSteps extends HBox {
    private static final List<String> STEPS =
            List.of("ui.first_steps.photos", "ui.first_steps.review", "ui.first_steps.report");

    /** A third of the smallest window, so that the bar is as high as its words need. */
    private static final double STEP_WIDTH = 300;

    FirstSteps(Settings settings, Messages messages) {
        setId("first-steps");
        getStyleClass().addAll("banner", "banner-info", "first-steps");
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < STEPS.size(); i++) {
            Label number = new Label(Integer.toString(i + 1));
            number.getStyleClass().add("first-step-number");
            number.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            Label words = MessageBars.text(messages.get(STEPS.get(i)));
            HBox step = new HBox(number, words);
            step.getStyleClass().add("first-step");
            step.setAlignment(Pos.CENTER_LEFT);
            step.setPrefWidth(STEP_WIDTH);
            HBox.setHgrow(step, Priority.ALWAYS);
            HBox.setHgrow(words, Priority.ALWAYS);
            getChildren().add(step);
        }
        Button dismiss = MessageBars.dismiss(messages, () -> {
            settings.firstSteps(false);
            show(false);
        });
        dismiss.setId("first-steps-dismiss");
        getChildren().add(dismiss);
        show(settings.firstSteps());
    }

    private void show(boolean isShown) {
        setVisible(isShown);
        setManaged(isShown);
    }
}

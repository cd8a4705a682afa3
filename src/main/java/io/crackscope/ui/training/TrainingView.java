package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.CommandBlock;
import io.crackscope.ui.common.EmptyState;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The Train tab: says what training does, and the command that trains. */
public final class TrainingView extends StackPane {
    public TrainingView(Messages messages) {
        setId("training-view");
        getChildren()
                .add(new EmptyState(
                        Feather.ACTIVITY,
                        messages.get("ui.train.title"),
                        messages.get("ui.train.text"),
                        new CommandBlock("crackscope train --data FOLDER --out model.crackscope", messages)));
    }
}

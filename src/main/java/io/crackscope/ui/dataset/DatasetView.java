package io.crackscope.ui.dataset;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.CommandBlock;
import io.crackscope.ui.common.EmptyState;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The Dataset tab: says what labelled photos are for, and the command that scores a model on them. */
public final class DatasetView extends StackPane {
    public DatasetView(Messages messages) {
        setId("dataset-view");
        getChildren()
                .add(new EmptyState(
                        Feather.GRID,
                        messages.get("ui.dataset.title"),
                        messages.get("ui.dataset.text"),
                        new CommandBlock("crackscope evaluate --data FOLDER", messages)));
    }
}

package io.crackscope.ui.shell;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Takes files dropped anywhere on the window and says so while they hover. */
final class DropTarget extends VBox {
    private final Label invitation = new Label();

    DropTarget(Messages messages) {
        getStyleClass().add("drop-target");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        setVisible(false);
        invitation.getStyleClass().add("drop-invitation");
        getChildren().addAll(Icons.of(Feather.DOWNLOAD), invitation);
        invite(messages.get("ui.drop"));
    }

    /** Says what becomes of files that are dropped. */
    void invite(String words) {
        invitation.setText(words);
    }

    /** Listens on {@code surface}, which the whole window is made of. */
    void install(Node surface, Consumer<List<Path>> dropped) {
        surface.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                setVisible(true);
                event.consume();
            }
        });
        surface.addEventFilter(DragEvent.DRAG_EXITED_TARGET, event -> {
            if (event.getTarget() == surface) {
                setVisible(false);
            }
        });
        surface.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            setVisible(false);
            boolean hasFiles = event.getDragboard().hasFiles();
            if (hasFiles) {
                dropped.accept(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
            }
            event.setDropCompleted(hasFiles);
            event.consume();
        });
    }
}

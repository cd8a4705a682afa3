package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoScale;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Shortcut;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Says how large a photo's pixels are: the button that begins it, the line over the photo, and the card beside it. */
final class ScaleTool {
    private final ScaleViewModel scale;
    private final Messages messages;
    private final PhotoCanvas canvas;
    private final ToggleButton button = new ToggleButton();
    private final ScaleCard card;

    ScaleTool(ScaleViewModel scale, PhotoCanvas canvas, Messages messages) {
        this.scale = scale;
        this.canvas = canvas;
        this.messages = messages;
        card = new ScaleCard(scale, messages);
        ScaleLayer layer = new ScaleLayer(canvas, scale, messages);
        canvas.getChildren().add(layer);
        new ScaleGestures(canvas, scale, layer, card::takeFocus);
        button.setId("scale-tool");
        button.setText(messages.get("ui.scale.title"));
        button.setGraphic(Icons.of(Feather.MAXIMIZE_2));
        button.setTooltip(new Tooltip(messages.get("ui.scale.tip")));
        button.disableProperty().bind(scale.canStartProperty().not());
        button.setOnAction(event -> toggle());
        scale.activeProperty().subscribe(active -> {
            button.setSelected(active);
            if (!active && canvas.getScene() != null) {
                canvas.requestFocus();
            }
        });
    }

    ButtonBase button() {
        return button;
    }

    Node card() {
        return card;
    }

    Optional<PhotoScale> scale() {
        return scale.scaleProperty().getValue();
    }

    /** Calls {@code action} when the photo has another scale. */
    void onChange(Runnable action) {
        scale.scaleProperty().subscribe(action);
    }

    /** The key that begins and ends it. */
    Shortcut shortcut() {
        return Shortcut.plain(messages.get("ui.scale.key"), this::toggle, KeyCode.S);
    }

    /** Keys that mean something else while a person is at it. */
    List<Shortcut> shortcutsWhileActive() {
        return scale.activeProperty().get()
                ? List.of(
                        Shortcut.plain(messages.get("ui.scale.apply"), scale::apply, KeyCode.ENTER),
                        Shortcut.plain(messages.get("ui.scale.cancel"), scale::leave, KeyCode.ESCAPE))
                : List.of();
    }

    private void toggle() {
        scale.toggle();
        if (scale.activeProperty().get()) {
            canvas.requestFocus();
        }
        // a toggle button that could not begin must not look as if it had
        button.setSelected(scale.activeProperty().get());
    }
}

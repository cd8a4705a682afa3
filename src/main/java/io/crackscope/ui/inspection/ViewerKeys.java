package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** The keys of the viewer. */
final class ViewerKeys {
    private static final double ZOOM_STEP = 1.25;

    private ViewerKeys() {}

    static List<Shortcut> of(PhotoCanvas canvas, HeatOverlay overlay, EvidenceTour tour, Messages messages) {
        List<Shortcut> keys = new ArrayList<>(List.of(
                Shortcut.plain(messages.get("ui.action.heat.key"), overlay::toggle, KeyCode.H),
                Shortcut.plain(
                        messages.get("ui.key.bare"),
                        () -> overlay.bareProperty().set(true),
                        KeyCode.B,
                        KeyCode.BACK_SLASH),
                Shortcut.plain(messages.get("ui.viewer.grid"), overlay::toggleGrid, KeyCode.G),
                Shortcut.plain(messages.get("ui.viewer.next"), () -> tour.next().ifPresent(canvas::flyTo), KeyCode.E),
                new Shortcut(
                        List.of(new KeyCodeCombination(KeyCode.E, KeyCombination.SHIFT_DOWN)),
                        messages.get("ui.viewer.previous"),
                        () -> tour.previous().ifPresent(canvas::flyTo)),
                Shortcut.plain(messages.get("ui.action.fit.key"), canvas::fit, KeyCode.DIGIT0, KeyCode.NUMPAD0),
                Shortcut.plain(
                        messages.get("ui.action.actual.key"),
                        () -> canvas.zoomTo(1),
                        KeyCode.DIGIT1,
                        KeyCode.NUMPAD1)));
        zoom(
                keys,
                messages.get("ui.key.zoom_in"),
                () -> canvas.zoomBy(ZOOM_STEP),
                KeyCode.PLUS,
                KeyCode.EQUALS,
                KeyCode.ADD);
        zoom(
                keys,
                messages.get("ui.key.zoom_out"),
                () -> canvas.zoomBy(1 / ZOOM_STEP),
                KeyCode.MINUS,
                KeyCode.SUBTRACT);
        String move = messages.get("ui.key.move_view");
        keys.add(move(move, KeyCode.LEFT, () -> canvas.moveView(-1, 0)));
        keys.add(move(move, KeyCode.RIGHT, () -> canvas.moveView(1, 0)));
        keys.add(move(move, KeyCode.UP, () -> canvas.moveView(0, -1)));
        keys.add(move(move, KeyCode.DOWN, () -> canvas.moveView(0, 1)));
        return List.copyOf(keys);
    }

    /** With and without Ctrl; with Shift too: on many keyboards "+" needs it. */
    private static void zoom(List<Shortcut> keys, String does, Runnable action, KeyCode... codes) {
        List<KeyCombination> plain = new ArrayList<>();
        List<KeyCombination> control = new ArrayList<>();
        for (KeyCode code : codes) {
            plain.add(new KeyCodeCombination(code, KeyCombination.SHIFT_ANY));
            control.add(new KeyCodeCombination(code, KeyCombination.SHIFT_ANY, KeyCombination.SHORTCUT_DOWN));
        }
        keys.add(new Shortcut(plain, does, action));
        keys.add(new Shortcut(control, does, action));
    }

    private static Shortcut move(String does, KeyCode code, Runnable action) {
        return new Shortcut(List.of(new KeyCodeCombination(code, KeyCombination.ALT_DOWN)), does, action);
    }

    /** Ends the bare photo as soon as its key is let go, or the window is left with the key still held. */
    static void endBareWhenReleased(Node viewer, BooleanProperty bare) {
        EventHandler<KeyEvent> release = event -> {
            if (event.getCode() == KeyCode.B || event.getCode() == KeyCode.BACK_SLASH) {
                bare.set(false);
            }
        };
        viewer.sceneProperty().addListener((observable, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_RELEASED, release);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_RELEASED, release);
            }
            bare.set(false);
        });
        viewer.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe(isFocused -> bare.set(bare.get() && Boolean.TRUE.equals(isFocused)));
    }
}

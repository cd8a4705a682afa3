package io.crackscope.ui.dataset;

import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Mouse and keys on the grid: selecting one by one, with shift, with Ctrl, with a band, and walking about. */
final class GridGestures {
    private static final double STILL = 4;
    private static final double EDGE = 24;

    private final ImageGrid grid;
    private final ImageSelection selection;
    private final IntConsumer opened;
    private double startX;
    private double startY;
    private double bandX;
    private double bandY;
    private boolean isPressed;
    private boolean isBand;
    /** Scrolls on for as long as a band is held at an edge, also with a hand that keeps still. */
    private final AnimationTimer atEdge = new AnimationTimer() {
        @Override
        public void handle(long now) {
            grid.scrollBy(beyondEdge());
            band();
        }
    };

    private GridGestures(ImageGrid grid, ImageSelection selection, IntConsumer opened) {
        this.grid = grid;
        this.selection = selection;
        this.opened = opened;
    }

    static void install(ImageGrid grid, ImageSelection selection, IntConsumer opened) {
        GridGestures gestures = new GridGestures(grid, selection, opened);
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::pressed);
        grid.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::dragged);
        grid.addEventHandler(MouseEvent.MOUSE_RELEASED, gestures::released);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, gestures::key);
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        startX = event.getX();
        startY = event.getY() + grid.scroll();
        isBand = false;
        isPressed = event.getButton() == MouseButton.PRIMARY;
        int place = grid.geometry().placeAt(startX, startY);
        if (event.getButton() == MouseButton.SECONDARY) {
            if (place >= 0 && !grid.isSelectedAt(place)) {
                selection.only(place);
            }
            return;
        }
        if (place >= 0 && isPressed) {
            if (event.isShiftDown()) {
                selection.extendTo(place);
            } else if (event.isShortcutDown()) {
                selection.toggle(place);
            } else if (event.getClickCount() == 2) {
                selection.only(place);
                opened.accept(place);
            } else {
                selection.only(place);
            }
        } else if (!event.isShortcutDown() && !event.isShiftDown()) {
            selection.none();
        }
    }

    private void dragged(MouseEvent event) {
        if (!isPressed) {
            return;
        }
        bandX = event.getX();
        bandY = event.getY();
        if (!isBand && Math.hypot(bandX - startX, bandY + grid.scroll() - startY) > STILL) {
            isBand = true;
            selection.beginBand(event.isShortcutDown() || event.isShiftDown());
        }
        if (isBand) {
            band();
            if (beyondEdge() == 0) {
                atEdge.stop();
            } else {
                atEdge.start();
            }
        }
    }

    private void band() {
        grid.band(startX, startY, bandX, bandY + grid.scroll());
    }

    /** How far the pointer is in or beyond the strip along the upper (less than 0) or lower edge, in pixels. */
    private double beyondEdge() {
        return Math.min(0, bandY - EDGE) + Math.max(0, bandY - grid.getHeight() + EDGE);
    }

    private void released(MouseEvent event) {
        isPressed = false;
        isBand = false;
        atEdge.stop();
        grid.endBand();
    }

    private void key(KeyEvent event) {
        int columns = grid.geometry().columns();
        int page = columns * grid.rowsInSight();
        boolean extend = event.isShiftDown();
        KeyCode code = event.getCode();
        if (event.isShortcutDown() && code == KeyCode.A) {
            selection.all();
        } else if (event.isShortcutDown() || event.isAltDown()) {
            return;
        } else if (code == KeyCode.LEFT) {
            selection.move(-1, extend);
        } else if (code == KeyCode.RIGHT) {
            selection.move(1, extend);
        } else if (code == KeyCode.UP) {
            selection.move(-columns, extend);
        } else if (code == KeyCode.DOWN) {
            selection.move(columns, extend);
        } else if (code == KeyCode.PAGE_UP) {
            selection.move(-page, extend);
        } else if (code == KeyCode.PAGE_DOWN) {
            selection.move(page, extend);
        } else if (code == KeyCode.HOME) {
            selection.move(-grid.geometry().count(), extend);
        } else if (code == KeyCode.END) {
            selection.move(grid.geometry().count(), extend);
        } else {
            return;
        }
        event.consume();
    }
}

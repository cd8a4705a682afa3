package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Labels;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Beside the line of the scale tool: how long it is on the concrete, what follows from that, and for which photos. */
final class ScaleCard extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double WIDTH = 316;

    /** Three pixels across a crack are the least that measures its width. */
    private static final int LEAST_PIXELS_ACROSS = 3;

    private final ScaleViewModel scale;
    private final Messages messages;
    private final PhotoWords words;
    private final ScaleInput input;
    private final Label result = Labels.wrapped("", "scale-result");
    private final Label note = Labels.wrapped("", "scale-note");
    private final CheckBox others = new CheckBox();
    private final Button apply = new Button();
    private final Button remove = new Button();
    private final Label now = Labels.wrapped("", "scale-note");
    private Point2D grip = Point2D.ZERO;

    ScaleCard(ScaleViewModel scale, Messages messages) {
        this.scale = scale;
        this.messages = messages;
        this.words = new PhotoWords(messages);
        this.input = new ScaleInput(scale, messages);
        setId("scale-card");
        getStyleClass().add("scale-card");
        setPrefWidth(WIDTH);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(scale.activeProperty());
        Label hint = Labels.wrapped("", "scale-note");
        hint.setText(messages.get("ui.scale.hint"));
        // once there is a line it has been read, and the photo needs the room
        scale.lineProperty().subscribe(line -> show(hint, line.isEmpty()));
        result.setId("scale-result");
        now.setId("scale-now");
        note.setId("scale-note");
        getChildren().addAll(title(), hint, input, result, note, others(), now, buttons());
        // not with Shortcut: keys are for who types a number here
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                scale.leave();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && input.isTyping()) {
                scale.apply();
                event.consume();
            }
        });
        scale.draftProperty().subscribe(this::show);
        scale.scaleProperty().subscribe(known -> {
            now.setText(known.map(is -> messages.get("ui.scale.now", words.scale(is)))
                    .orElse(""));
            show(now, known.isPresent());
            show(remove, known.isPresent());
        });
    }

    /** Puts the keyboard into the number. */
    void takeFocus() {
        input.takeFocus();
    }

    private HBox title() {
        Label title = new Label(messages.get("ui.scale.title"));
        title.getStyleClass().add("scale-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button(null, Icons.of(Feather.X));
        close.setId("scale-close");
        close.getStyleClass().addAll("flat", "scale-close");
        close.setAccessibleText(messages.get("ui.scale.cancel"));
        close.setTooltip(new Tooltip(messages.get("ui.scale.cancel.tip")));
        close.setOnAction(event -> scale.leave());
        HBox line = new HBox(title, close);
        line.getStyleClass().add("scale-grip");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setOnMousePressed(
                event -> grip = new Point2D(event.getSceneX() - getTranslateX(), event.getSceneY() - getTranslateY()));
        line.setOnMouseDragged(event -> moveTo(event.getSceneX() - grip.getX(), event.getSceneY() - grip.getY()));
        return line;
    }

    /** Moves the card, which hides some of the photo, within the viewer. */
    private void moveTo(double x, double y) {
        Bounds view = getParent().getLayoutBounds();
        setTranslateX(
                Math.clamp(x, -getLayoutX(), Math.max(-getLayoutX(), view.getWidth() - getWidth() - getLayoutX())));
        setTranslateY(
                Math.clamp(y, -getLayoutY(), Math.max(-getLayoutY(), view.getHeight() - getHeight() - getLayoutY())));
    }

    private VBox others() {
        others.setId("scale-others");
        others.setWrapText(true);
        others.selectedProperty().bindBidirectional(scale.forOthersProperty());
        scale.othersProperty().subscribe(count -> others.setText(messages.get("ui.scale.others", count.intValue())));
        Label warning = Labels.wrapped("", "scale-note");
        warning.setText(messages.get("ui.scale.others.note"));
        VBox box = new VBox(others, warning);
        box.getStyleClass().add("scale-field");
        box.visibleProperty().bind(scale.othersProperty().greaterThan(0));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private HBox buttons() {
        apply.setText(messages.get("ui.scale.apply"));
        apply.setId("scale-apply");
        apply.getStyleClass().add("accent");
        apply.setTooltip(new Tooltip(messages.get("ui.scale.apply.tip")));
        apply.setOnAction(event -> scale.apply());
        remove.setText(messages.get("ui.scale.remove"));
        remove.setId("scale-remove");
        remove.setOnAction(event -> scale.remove());
        HBox line = new HBox(apply, remove);
        line.getStyleClass().add("scale-fields");
        return line;
    }

    private void show(ScaleDraft draft) {
        boolean isWrong = draft instanceof ScaleDraft.Wrong;
        input.showWrong(isWrong);
        result.pseudoClassStateChanged(ERROR, isWrong);
        apply.setDisable(!(draft instanceof ScaleDraft.Ready));
        switch (draft) {
            case ScaleDraft.Open(String text) -> result.setText(text);
            case ScaleDraft.Wrong(String text) -> result.setText(text);
            case ScaleDraft.Ready(var made, var measured) -> {
                String value = String.format(messages.locale(), "%.3g", made.millimetresPerPixel());
                result.setText(measured.map(known -> messages.get(
                                known.endError() > 1 ? "ui.scale.result.coarse" : "ui.scale.result",
                                value,
                                100 * known.uncertainty(),
                                known.endError()))
                        .orElseGet(() -> messages.get("ui.scale.value", value)));
                String width =
                        String.format(messages.locale(), "%.2g", LEAST_PIXELS_ACROSS * made.millimetresPerPixel());
                note.setText(messages.get("ui.scale.finest", width, LEAST_PIXELS_ACROSS));
            }
        }
        show(note, draft instanceof ScaleDraft.Ready);
    }

    private static void show(Region region, boolean isShown) {
        region.setVisible(isShown);
        region.setManaged(isShown);
    }
}

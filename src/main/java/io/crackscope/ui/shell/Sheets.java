package io.crackscope.ui.shell;

import atlantafx.base.controls.ModalPane;
import io.crackscope.learning.ModelDescription;
import io.crackscope.reporting.CardFacts;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Shortcut;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Sheets over the window: settings, shortcuts and the model card. Escape or a click beside closes them. */
final class Sheets extends ModalPane {
    private static final Set<KeyCode> MOVES_FOCUS =
            EnumSet.of(KeyCode.TAB, KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT);

    private final Appearance appearance;
    private final Settings settings;
    private final Messages messages;
    private Runnable whenClosed = () -> {};
    private @Nullable Node focusedBefore;
    private @Nullable Button closing;

    Sheets(Appearance appearance, Settings settings, Messages messages) {
        this.appearance = appearance;
        this.settings = settings;
        this.messages = messages;
        setId("sheets");
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        displayProperty().addListener((observable, before, isShown) -> {
            if (!isShown) {
                setContent(null);
                Runnable closed = whenClosed;
                whenClosed = () -> {};
                closed.run();
                giveFocusBack();
            }
        });
        // A key that nothing on the sheet took would reach the menus and the lists below it.
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!MOVES_FOCUS.contains(event.getCode())) {
                event.consume();
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    private void keepFocus(@Nullable Node owner) {
        if (isOpen() && closing != null && owner != null && !isOnSheet(owner)) {
            closing.requestFocus();
        }
    }

    private boolean isOnSheet(Node node) {
        Node at = node;
        while (at != null && at != getContent()) {
            at = at.getParent();
        }
        return at != null;
    }

    private void giveFocusBack() {
        if (focusedBefore != null && focusedBefore.getScene() == getScene()) {
            focusedBefore.requestFocus();
        }
        focusedBefore = null;
    }

    /** Shows {@code content}; {@code closed} is run when the sheet goes away, in whatever way. */
    void show(String id, String title, Node content, Runnable closed) {
        open(id, title, content);
        whenClosed = closed;
    }

    void showSettings() {
        ToggleGroup group = new ToggleGroup();
        HBox themes = new HBox(
                theme(group, Settings.Theme.SYSTEM, "ui.settings.theme.system", "left-pill"),
                theme(group, Settings.Theme.LIGHT, "ui.settings.theme.light", "center-pill"),
                theme(group, Settings.Theme.DARK, "ui.settings.theme.dark", "right-pill"));
        Label name = new Label(messages.get("ui.settings.theme"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(name, gap, themes);
        row.getStyleClass().add("setting");
        row.setAlignment(Pos.CENTER_LEFT);
        Label note = new Label(messages.get("ui.settings.theme.note"));
        note.getStyleClass().add("sheet-note");
        note.setWrapText(true);
        TextField inspector = new TextField(settings.inspector());
        inspector.setId("settings-inspector");
        inspector.setPrefColumnCount(18);
        inspector.textProperty().addListener((observable, before, now) -> settings.inspector(now));
        Label who = new Label(messages.get("ui.settings.inspector"));
        who.setLabelFor(inspector);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox signing = new HBox(who, between, inspector);
        signing.getStyleClass().add("setting");
        signing.setAlignment(Pos.CENTER_LEFT);
        Label signingNote = new Label(messages.get("ui.settings.inspector.note"));
        signingNote.getStyleClass().add("sheet-note");
        signingNote.setWrapText(true);
        open("settings-sheet", messages.get("ui.settings.title"), row, note, signing, signingNote);
    }

    void showShortcuts(List<Shortcut> shortcuts) {
        Map<String, StringBuilder> keysByAction = new LinkedHashMap<>();
        for (Shortcut shortcut : shortcuts) {
            StringBuilder keys = keysByAction.computeIfAbsent(shortcut.does(), does -> new StringBuilder());
            keys.append(keys.isEmpty() ? "" : "  ").append(shortcut.keyInWords(messages));
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        int half = (keysByAction.size() + 1) / 2;
        int index = 0;
        for (Map.Entry<String, StringBuilder> entry : keysByAction.entrySet()) {
            Label does = new Label(entry.getKey());
            Label keys = new Label(entry.getValue().toString());
            keys.getStyleClass().add("shortcut-keys");
            GridPane.setHalignment(keys, HPos.RIGHT);
            int column = index < half ? 0 : 3;
            grid.add(does, column, index % half);
            grid.add(keys, column + 1, index % half);
            index++;
        }
        ColumnConstraints gutter = new ColumnConstraints(40);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), gutter);
        open("shortcut-sheet", messages.get("ui.help.title"), grid);
    }

    /** The model card: data, test figures, limits, what it was not tested on. */
    void showModel(Optional<ModelDescription> model) {
        if (model.isEmpty()) {
            Label none = new Label(messages.get("ui.model.none"));
            open("model-sheet", messages.get("ui.model.key"), none);
            return;
        }
        ModelDescription description = model.get();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-grid");
        for (CardFacts.Fact fact : new CardFacts(messages)
                .of(description.card(), description.tileThreshold(), description.temperature())) {
            Label name = new Label(fact.name());
            name.getStyleClass().add("card-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(name, VPos.TOP);
            Label value = new Label(fact.value());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), name, value);
        }
        ColumnConstraints values = new ColumnConstraints(540);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), values);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportHeight(500);
        scroll.getStyleClass().add("card-scroll");
        open("model-sheet", messages.get("ui.model.title", description.card().name()), scroll);
    }

    boolean isOpen() {
        return isDisplay();
    }

    private ToggleButton theme(ToggleGroup group, Settings.Theme theme, String key, String place) {
        ToggleButton button = new ToggleButton(messages.get(key));
        button.setId("theme-" + theme.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add(place);
        button.setToggleGroup(group);
        button.setSelected(appearance.themeProperty().get() == theme);
        button.setOnAction(event -> {
            button.setSelected(true);
            appearance.themeProperty().set(theme);
        });
        return button;
    }

    private void open(String id, String title, Node... content) {
        // what was typed on the sheet that is open is saved before another takes its place
        hide();
        focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        Button close = new Button(null, Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText(messages.get("ui.sheet.close"));
        close.setOnAction(event -> hide());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(heading, gap, close);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox sheet = new VBox(top);
        sheet.setId(id);
        sheet.getStyleClass().add("sheet");
        sheet.getChildren().addAll(content);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        closing = close;
        show(sheet);
        close.requestFocus();
    }
}

package io.crackscope.ui.common;

import io.crackscope.text.Messages;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A key that does something, and its line on the sheet of shortcuts: one list serves both, so the sheet cannot lie.
 *
 * @param keys any of them does it
 * @param does in words
 * @param action what it does; must itself check whether it can
 */
public record Shortcut(List<KeyCombination> keys, String does, Runnable action) {
    private static final Set<KeyCode> EDITS_TEXT =
            EnumSet.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);

    /** Names that JavaFX gives to keys in English only. */
    private static final Pattern KEY_NAMES = Pattern.compile("Ctrl|Shift|Delete|Escape|Back Space|Space");

    public Shortcut {
        keys = List.copyOf(keys);
    }

    /** A shortcut of plain keys. */
    public static Shortcut plain(String does, Runnable action, KeyCode... codes) {
        return new Shortcut(
                List.of(codes).stream()
                        .<KeyCombination>map(KeyCodeCombination::new)
                        .toList(),
                does,
                action);
    }

    /** A shortcut with Ctrl, or Command on a Mac, and further modifiers. */
    public static Shortcut control(String does, Runnable action, KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] modifiers = new KeyCombination.Modifier[more.length + 1];
        modifiers[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, modifiers, 1, more.length);
        return new Shortcut(List.of(new KeyCodeCombination(code, modifiers)), does, action);
    }

    /** Whether {@code event} is one of its keys. */
    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /** Whether controls use the key themselves, to move within or to press, and so come first. */
    public boolean yieldsToControls() {
        return keys.stream()
                .anyMatch(key -> key instanceof KeyCodeCombination code
                        && (code.getCode().isArrowKey() || code.getCode() == KeyCode.SPACE));
    }

    /** Whether who types at {@code focusOwner} means text: then no plain key is a shortcut. */
    public static boolean isTyping(@Nullable Node focusOwner) {
        // a spinner keeps the focus for the text field in it
        return focusOwner instanceof TextInputControl
                || focusOwner instanceof Spinner<?> spinner && spinner.isEditable()
                || focusOwner instanceof ComboBox<?> box && box.isEditable();
    }

    /** Whether it works while somebody types: with Ctrl, or Command on a Mac, and no key that edits text. */
    public boolean worksWhileTyping() {
        return keys.stream()
                .allMatch(key -> key instanceof KeyCodeCombination code
                        && code.getShortcut() == KeyCombination.ModifierValue.DOWN
                        && !EDITS_TEXT.contains(code.getCode()));
    }

    /** Its first key as people write it in their language; the others are for keyboards that have it elsewhere. */
    public String keyInWords(Messages messages) {
        return KEY_NAMES
                .matcher(keys.getFirst().getDisplayText())
                .replaceAll(name -> Matcher.quoteReplacement(messages.get(
                        switch (name.group()) {
                            case "Ctrl" -> "key.ctrl";
                            case "Shift" -> "key.shift";
                            case "Delete" -> "key.delete";
                            case "Escape" -> "key.escape";
                            case "Back Space" -> "key.backspace";
                            default -> "key.space";
                        })));
    }
}

package io.crackscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class ShortcutTest {
    @Test
    void keys_are_named_in_the_persons_language() {
        Messages german = new Messages(Locale.GERMAN);
        assertThat(Shortcut.plain("", () -> {}, KeyCode.DELETE).keyInWords(german))
                .isEqualTo("Entf");
        assertThat(Shortcut.plain("", () -> {}, KeyCode.BACK_SPACE).keyInWords(german))
                .isEqualTo("R\u00fccktaste");
        Shortcut redo = new Shortcut(
                List.of(new KeyCodeCombination(KeyCode.Z, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN)),
                "",
                () -> {});
        assertThat(redo.keyInWords(german)).isEqualTo("Strg+Umschalt+Z");
        assertThat(redo.keyInWords(new Messages(Locale.ENGLISH))).isEqualTo("Ctrl+Shift+Z");
    }
}

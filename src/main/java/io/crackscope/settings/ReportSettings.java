package io.crackscope.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.prefs.Preferences;

/**
 * What the program remembers of how its user's reports look: the company's texts and the last choices. A missing or
 * senseless stored value reads as the default; used by one thread.
 */
public final class ReportSettings {
    /** Characters that a text may have. */
    public static final int LONGEST = Preferences.MAX_VALUE_LENGTH / 2;

    private static final String LOGO = "reportLogo";

    private final Preferences node;

    /** Settings kept in {@code node}. */
    public ReportSettings(Preferences node) {
        this.node = node;
    }

    /** The texts that a report can begin and end with. */
    public enum Text {
        COMPANY,
        ADDRESS,
        INTRODUCTION,
        CLOSING
    }

    /** The choices that are remembered, each by the word it has in files. */
    public enum Choice {
        TEMPLATE,
        PAPER,
        LANGUAGE
    }

    /** The text; empty until someone writes one. */
    public String text(Text text) {
        return node.get(key(text), "");
    }

    /** Keeps at most {@link #LONGEST} characters. */
    public void text(Text text, String words) {
        node.put(key(text), words.substring(0, Math.min(LONGEST, words.length())));
    }

    /** The word that was chosen last. */
    public Optional<String> choice(Choice choice) {
        return Optional.ofNullable(node.get(key(choice), null));
    }

    public void choice(Choice choice, String word) {
        node.put(key(choice), word);
    }

    /** The logo's file; whether it is there is not looked at. */
    public Optional<Path> logo() {
        try {
            return Optional.ofNullable(node.get(LOGO, null)).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Keeps the logo's file; empty for none. */
    public void logo(Optional<Path> file) {
        if (file.isPresent()) {
            node.put(LOGO, file.get().toAbsolutePath().toString());
        } else {
            node.remove(LOGO);
        }
    }

    private static String key(Enum<?> what) {
        return "report." + what.name().toLowerCase(java.util.Locale.ROOT);
    }
}

package io.crackscope.reporting;

import io.crackscope.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How images were held out, by what model files, runs and scores keep of it: on the terminal, in the window, in a report. */
public final class SplitWords {
    private static final Pattern SEEDED = Pattern.compile("(.+), seed (-?\\d+)");

    private final Messages messages;

    public SplitWords(Messages messages) {
        this.messages = messages;
    }

    /** {@code kept} in words: a kind, in a card with its seed; what the program never writes stays as it is. */
    public String of(String kept) {
        Matcher seeded = SEEDED.matcher(kept);
        return seeded.matches() ? messages.get("split.seeded", kind(seeded.group(1)), seeded.group(2)) : kind(kept);
    }

    private String kind(String kept) {
        return switch (kept) {
            case "grouped" -> messages.get("split.kind.grouped");
            case "random" -> messages.get("split.kind.random");
            case "pattern" -> messages.get("split.kind.pattern");
            case "by hand" -> messages.get("split.kind.by_hand");
            case "as given" -> messages.get("split.kind.as_given");
            default -> kept;
        };
    }
}

package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words by which folders and manifests name the two classes, in English and German; case, hyphens, underscores and
 * spaces make no difference. Words for damage in general ("defect", "damaged") are left out: they may mean spalling.
 */
final class LabelWords {
    private static final Set<String> CRACK = Set.of(
            "positive",
            "pos",
            "crack",
            "cracks",
            "cracked",
            "withcrack",
            "withcracks",
            "riss",
            "risse",
            "rissig",
            "gerissen",
            "mitriss",
            "mitrissen");
    private static final Set<String> NO_CRACK = Set.of(
            "negative",
            "neg",
            "nocrack",
            "nocracks",
            "noncrack",
            "noncracked",
            "notcracked",
            "uncracked",
            "crackfree",
            "withoutcrack",
            "withoutcracks",
            "intact",
            "keinriss",
            "keinerisse",
            "rissfrei",
            "ungerissen",
            "ohneriss",
            "ohnerisse");
    /** SDNET2018's and other short names, which mean a class only beside their counterpart. */
    private static final Map<String, String> PAIRS = Map.of("1", "0", "cd", "ud", "cp", "up", "cw", "uw");

    private LabelWords() {}

    /**
     * The class that a folder name means.
     *
     * @param hasSibling whether a folder whose simplified name is the given one lies beside it
     */
    static Optional<Label> ofFolder(String name, Predicate<String> hasSibling) {
        String word = simplified(name);
        for (Map.Entry<String, String> pair : PAIRS.entrySet()) {
            if (word.equals(pair.getKey()) && hasSibling.test(pair.getValue())) {
                return Optional.of(Label.CRACK);
            }
            if (word.equals(pair.getValue()) && hasSibling.test(pair.getKey())) {
                return Optional.of(Label.NO_CRACK);
            }
        }
        return ofWord(word);
    }

    /** The class that a cell of a manifest means. */
    static Optional<Label> ofCell(String cell) {
        return switch (simplified(cell)) {
            case "1", "true", "yes", "ja" -> Optional.of(Label.CRACK);
            case "0", "false", "no", "nein" -> Optional.of(Label.NO_CRACK);
            default -> ofWord(simplified(cell));
        };
    }

    private static Optional<Label> ofWord(String word) {
        if (CRACK.contains(word)) {
            return Optional.of(Label.CRACK);
        }
        return NO_CRACK.contains(word) ? Optional.of(Label.NO_CRACK) : Optional.empty();
    }

    /** Lower case without hyphens, underscores and spaces. */
    static String simplified(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", "");
    }
}

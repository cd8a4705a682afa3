package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to split a data set.
 *
 * @param kind by what
 * @param test share of the images that tests, 0 to below 1; a fifth of the rest validates
 * @param seed equal seeds and images give equal splits
 * @param pattern for {@link Kind#PATTERN}, else ignored
 */
public record SplitPlan(Kind kind, double test, long seed, Pattern pattern) {
    /** By what images are told apart. */
    public enum Kind {
        /** Image by image: neighbouring tiles of one wall fall into different parts, so the score flatters. */
        RANDOM,
        /**
         * Whole groups stay together, and so do groups that share a picture or almost the same one: the honest split, in
         * which nothing leaks.
         */
        GROUPED,
        /**
         * What the pattern finds in an image's path decides, its first bracket if it has one: a part ({@code train},
         * {@code val}, {@code test} ...) where it always is one, otherwise a group, and whole groups stay together.
         */
        PATTERN;

        /** The word used in files and on the command line. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A pattern for plans that need none. */
    public static final Pattern NO_PATTERN = Pattern.compile("");

    /**
     * The part of every image of {@code table}; null for those in none: excluded, unlabelled, unreadable, labelled both ways,
     * or of a path without the pattern. Copies of the same bytes are in the same part.
     *
     * @throws SplitException if there are too few images or groups; the message says so
     */
    public @Nullable Part[] parts(ImageTable table) {
        Map<String, Part> byDigest = new HashMap<>();
        if (kind == Kind.PATTERN) {
            List<LabelledImage> found = new ArrayList<>();
            Map<String, String> words = new LinkedHashMap<>();
            for (LabelledImage image : usable(table)) {
                String path = ImageTable.relative(table.source().folder(), image.file());
                word(path)
                        .filter(word -> words.putIfAbsent(image.sha256(), word) == null)
                        .ifPresent(word ->
                                found.add(new LabelledImage(image.file(), image.label(), word, image.sha256())));
            }
            if (found.isEmpty()) {
                throw new SplitException(SplitException.Problem.PATTERN_UNUSED, pattern);
            }
            boolean areParts =
                    words.values().stream().allMatch(word -> Part.ofName(word).isPresent());
            if (areParts) {
                words.forEach(
                        (digest, word) -> byDigest.put(digest, Part.ofName(word).orElseThrow()));
            } else {
                fill(byDigest, GroupedSplit.split(found, test, seed));
            }
        } else {
            Set<String> seen = new HashSet<>();
            List<LabelledImage> images = usable(table).stream()
                    .filter(image -> seen.add(image.sha256()))
                    .toList();
            fill(
                    byDigest,
                    kind == Kind.RANDOM
                            ? RandomSplit.split(images, OptionalInt.empty(), test, seed)
                            : GroupedSplit.split(JoinedGroups.of(table, images), test, seed));
        }
        @Nullable Part[] parts = new Part[table.size()];
        for (int i = 0; i < parts.length; i++) {
            Optional<LabelledImage> image = table.labelled(i);
            parts[i] = image.map(known -> byDigest.get(known.sha256())).orElse(null);
        }
        return parts;
    }

    private Optional<String> word(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String word = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        return Optional.ofNullable(word).filter(text -> !text.isEmpty());
    }

    private static void fill(Map<String, Part> byDigest, Split split) {
        split.train().forEach(image -> byDigest.put(image.sha256(), Part.TRAIN));
        split.validation().forEach(image -> byDigest.put(image.sha256(), Part.VALIDATION));
        split.test().forEach(image -> byDigest.put(image.sha256(), Part.TEST));
    }

    /** The images of a table that a split can hold: none labelled both ways; copies are among them. */
    private static List<LabelledImage> usable(ImageTable table) {
        Set<String> both = labelledBothWays(table);
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            table.labelled(i).filter(image -> !both.contains(image.sha256())).ifPresent(images::add);
        }
        return images;
    }

    /** The digests of files that are labelled both ways. */
    static Set<String> labelledBothWays(ImageTable table) {
        Map<String, Set<Label>> labels = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            table.labelled(i)
                    .ifPresent(image -> labels.computeIfAbsent(image.sha256(), key -> new HashSet<>())
                            .add(image.label()));
        }
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Verdict;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which photos the list shows, and in which order.
 *
 * @param kinds of answers that are shown; empty for all
 * @param review whether they are reviewed
 * @param text that their names contain, whatever the case; empty for any
 * @param order of the photos
 * @param only the photos that a person picked elsewhere; null for all
 */
public record ListQuery(
        Set<Kind> kinds,
        ReviewFilter review,
        String text,
        Order order,
        @Nullable Pick only) {
    /** All photos in the order they were added. */
    public static final ListQuery ALL = new ListQuery(Set.of(), ReviewFilter.ANY, "", Order.ADDED, null);

    /** What the model answered. */
    public enum Kind {
        CRACK,
        UNCERTAIN,
        NO_CRACK,
        /** Refused, or not inspected yet. */
        OTHER;

        static Kind of(PhotoState state) {
            return state instanceof PhotoState.Inspected(var outcome)
                    ? switch (outcome.verdict()) {
                        case CRACK -> CRACK;
                        case UNCERTAIN -> UNCERTAIN;
                        case NO_CRACK -> NO_CRACK;
                    }
                    : OTHER;
        }
    }

    /** Whether a person has decided. */
    public enum ReviewFilter {
        ANY,
        OPEN,
        REVIEWED,
        /** The person decided otherwise than the model. */
        DISAGREES
    }

    /** In which order photos stand. */
    public enum Order {
        ADDED,
        NAME,
        /** The photos nearest to even odds first. */
        UNCERTAIN_FIRST,
        PROBABLE_FIRST
    }

    /**
     * Photos picked elsewhere.
     *
     * @param words what they are
     * @param files of the photos
     */
    public record Pick(String words, Set<Path> files) {
        public Pick {
            files = Set.copyOf(files);
        }
    }

    public ListQuery {
        kinds = Set.copyOf(kinds);
    }

    /** This query with {@code kind} shown as well, or not any more. */
    public ListQuery toggled(Kind kind) {
        Set<Kind> next = kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds);
        if (!next.remove(kind)) {
            next.add(kind);
        }
        return new ListQuery(next, review, text, order, only);
    }

    public ListQuery with(ReviewFilter filter) {
        return new ListQuery(kinds, filter, text, order, only);
    }

    public ListQuery with(Order other) {
        return new ListQuery(kinds, review, text, other, only);
    }

    public ListQuery withText(String typed) {
        return new ListQuery(kinds, review, typed, order, only);
    }

    public ListQuery withPick(@Nullable Pick pick) {
        return new ListQuery(kinds, review, text, order, pick);
    }

    /** The same order with every photo shown. */
    public ListQuery unfiltered() {
        return ALL.with(order);
    }

    /** Whether some photos may be left out. */
    public boolean isFiltering() {
        return !equals(unfiltered());
    }

    Predicate<PhotoRow> shows() {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return row -> (kinds.isEmpty() || kinds.contains(Kind.of(row.state())))
                && reviewed(row)
                && row.name().toLowerCase(Locale.ROOT).contains(wanted)
                && (only == null || only.files().contains(row.file()));
    }

    private boolean reviewed(PhotoRow row) {
        return switch (review) {
            case ANY -> true;
            case OPEN -> row.decision().isEmpty();
            case REVIEWED -> row.decision().isPresent();
            case DISAGREES -> disagrees(row);
        };
    }

    private static boolean disagrees(PhotoRow row) {
        return row.decision().isPresent()
                && row.state() instanceof PhotoState.Inspected(var outcome)
                && switch (row.decision().get()) {
                    case CRACK -> outcome.verdict() != Verdict.CRACK;
                    case NO_CRACK -> outcome.verdict() != Verdict.NO_CRACK;
                    case UNSURE -> outcome.verdict() != Verdict.UNCERTAIN;
                };
    }

    /** Null for the order in which they were added. */
    @Nullable
    Comparator<PhotoRow> comparator() {
        return switch (order) {
            case ADDED -> null;
            case NAME -> Comparator.comparing(PhotoRow::name, String.CASE_INSENSITIVE_ORDER);
            case UNCERTAIN_FIRST -> Comparator.comparingDouble(row -> doubt(row.state()));
            case PROBABLE_FIRST -> Comparator.comparingDouble(row -> -probability(row.state()));
        };
    }

    /** Verdicts of uncertain before all others, then by the distance from even odds; photos without a verdict last. */
    private static double doubt(PhotoState state) {
        return state instanceof PhotoState.Inspected(var outcome)
                ? (outcome.verdict() == Verdict.UNCERTAIN ? 0 : 1) + Math.abs(outcome.probability() - 0.5)
                : 2;
    }

    private static double probability(PhotoState state) {
        return state instanceof PhotoState.Inspected(var outcome) ? outcome.probability() : -1;
    }
}

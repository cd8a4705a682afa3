package io.crackscope.dataset;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which images to show. All conditions must hold; of a facet, one of the kinds chosen.
 *
 * @param kinds kinds that are shown; of a facet without any, all are
 * @param ranges bounds of magnitudes; an image of which it is not known is not within any
 * @param text part of the path, without regard to case; empty for all
 * @param group the group, empty for all
 * @param among only these images, such as those that a check found
 */
public record ImageFilter(
        Set<Facet.Value> kinds,
        Map<Magnitude, Range> ranges,
        String text,
        Optional<String> group,
        Optional<BitSet> among) {
    /** Shows all. */
    public static final ImageFilter ALL = new ImageFilter(Set.of(), Map.of(), "", Optional.empty(), Optional.empty());

    /** From {@code least} to {@code most}, both included. */
    public record Range(double least, double most) {
        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    public ImageFilter {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(kinds);
        ranges = Map.copyOf(ranges);
        among = among.map(some -> (BitSet) some.clone());
    }

    /** Whether it lets all images through. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** This filter with {@code kind} chosen, or no longer. */
    public ImageFilter with(Facet.Value kind, boolean chosen) {
        Set<Facet.Value> next = kinds.isEmpty() ? EnumSet.noneOf(Facet.Value.class) : EnumSet.copyOf(kinds);
        if (chosen) {
            next.add(kind);
        } else {
            next.remove(kind);
        }
        return new ImageFilter(next, ranges, text, group, among);
    }

    /** This filter with other bounds; without any where {@code range} is empty. */
    public ImageFilter with(Magnitude magnitude, Optional<Range> range) {
        Map<Magnitude, Range> next = new EnumMap<>(Magnitude.class);
        next.putAll(ranges);
        range.ifPresentOrElse(bounds -> next.put(magnitude, bounds), () -> next.remove(magnitude));
        return new ImageFilter(kinds, next, text, group, among);
    }

    public ImageFilter withText(String other) {
        return new ImageFilter(kinds, ranges, other, group, among);
    }

    public ImageFilter withGroup(Optional<String> other) {
        return new ImageFilter(kinds, ranges, text, other, among);
    }

    public ImageFilter withAmong(Optional<BitSet> other) {
        return new ImageFilter(kinds, ranges, text, group, other);
    }
}

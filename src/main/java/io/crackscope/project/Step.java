package io.crackscope.project;

import io.crackscope.domain.Review;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A change that a person made, to be undone or done again as a whole.
 *
 * @param kind what was changed
 * @param decision that was set; empty for other kinds and where a decision was taken back
 * @param photos that were changed, none for facts of the project; after {@link InspectionProject#undo} and redo these are
 *     the ones to show anew
 * @param names of the files of the first {@value #NAMES} of them
 */
public record Step(Kind kind, Optional<Review.Decision> decision, List<PhotoId> photos, List<String> names) {
    /** Names that a step carries at most: a menu shows one. */
    public static final int NAMES = 3;

    /** What a person can change. */
    public enum Kind {
        DECISION,
        NOTE,
        ADD_PHOTOS,
        REMOVE_PHOTOS,
        SCALE,
        FACTS,
        RELOCATE;

        /** The word used in files, such as {@code add_photos}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Step {
        photos = List.copyOf(photos);
        names = List.copyOf(names);
    }
}

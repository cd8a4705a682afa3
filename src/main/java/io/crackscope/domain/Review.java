package io.crackscope.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person says of a photo. It stands beside the model's answer and never replaces it.
 *
 * @param decision what the person found; empty where there is only a note
 * @param note in the person's words; may be empty and may have several lines
 * @param who changed it last
 * @param when it was changed last
 */
public record Review(Optional<Decision> decision, String note, String who, Instant when) {
    /** What a person can find in a photo. */
    public enum Decision {
        /** The photo shows a crack. */
        CRACK("crack"),
        /** The photo shows none. */
        NO_CRACK("no_crack"),
        /** The photo does not settle it: someone has to look at the place. */
        UNSURE("unsure");

        private final String word;

        Decision(String word) {
            this.word = word;
        }

        /** The word used in files: {@code crack}, {@code no_crack} or {@code unsure}. */
        public String word() {
            return word;
        }

        /** The decision for {@code word}; throws IllegalArgumentException for any other word. */
        public static Decision ofWord(String word) {
            for (Decision decision : values()) {
                if (decision.word.equals(word)) {
                    return decision;
                }
            }
            throw new IllegalArgumentException("not a decision: " + word + " (expected crack, no_crack or unsure)");
        }
    }
}

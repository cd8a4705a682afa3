package io.crackscope.project;

import java.util.Locale;

/** Whether a project's audit trail holds together and agrees with what the project says now. */
public sealed interface Verification {
    /**
     * Every entry follows on the one before, and photos, reviews and answers are what the entries made of them.
     *
     * <p>A chain alone cannot show that it was not written anew from some entry on, by someone who also changed what the
     * project says now. Whoever keeps the {@code head} elsewhere (a printed report does) can: see
     * {@link InspectionProject#verify(String)}.
     *
     * @param entries in the trail
     * @param head hash of the last entry
     */
    record Whole(long entries, String head) implements Verification {}

    /**
     * Something was changed outside the program.
     *
     * @param seq of the entry where it shows, 0 where it belongs to none
     * @param fault what kind of thing
     * @param what was found, for experts: in English, names and values
     */
    record Broken(long seq, Fault fault, String what) implements Verification {}

    /** What can be wrong; {@code key} names the text for people in messages.properties. */
    enum Fault {
        /** An entry is missing in between, or the last ones are. */
        ENTRY_MISSING,
        /** An entry's content is not what its hash was made of. */
        ENTRY_CHANGED,
        /** An entry does not follow on the one before. */
        CHAIN_BROKEN,
        /** A photo, a fact or a scale is not what the trail made of it. */
        STATE_CHANGED,
        /** A person's decision or note is not what the trail says. */
        REVIEW_CHANGED,
        /** A model's answer is not what the trail says. */
        ANSWER_CHANGED,
        /** The rules in the file that guard the trail are not those of the program. */
        GUARD_REMOVED,
        /** A hash that was kept elsewhere is not in the trail. */
        ANCHOR_MISSING;

        /** The key of its text in messages.properties, such as {@code audit.fault.entry_missing}. */
        public String key() {
            return "audit.fault." + name().toLowerCase(Locale.ROOT);
        }
    }
}

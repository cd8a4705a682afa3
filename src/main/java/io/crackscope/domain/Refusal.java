package io.crackscope.domain;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/**
 * Why a file is not used: an expected outcome, not a failure of the program.
 *
 * @param kind what is wrong
 * @param detail what was found (a size, a missing header, the reader's own words), one line without the file name; may
 *     be empty
 */
public record Refusal(Kind kind, String detail) {
    /** Why a file or folder could not be read when {@code e} was thrown: it is gone, or the system's own words say why. */
    public static Refusal unread(Exception e) {
        if (e instanceof NoSuchFileException) {
            return new Refusal(Kind.MISSING, "");
        }
        boolean plain = e instanceof AccessDeniedException || e.getMessage() == null;
        return new Refusal(Kind.UNREADABLE, plain ? "" : e.getMessage());
    }

    /** The reasons a file can be refused; {@code key} names the text for people in messages.properties. */
    public enum Kind {
        /** There is no such file or folder. */
        MISSING,
        /** The system does not let this user read it. */
        UNREADABLE,
        /** Zero bytes. */
        EMPTY,
        /** Its content is none of the picture formats that can be read, whatever its name says. */
        NOT_A_PICTURE,
        /** It starts like a picture and ends too early or is damaged inside. */
        DAMAGED,
        /** Several frames: an animation has no one photo to judge. */
        ANIMATED,
        /** A side is shorter than the least that shows anything. */
        TOO_SMALL,
        /** More pixels than can be handled even subsampled. */
        TOO_LARGE,
        /** A kind of the format that no reader here understands. */
        UNSUPPORTED;

        /** The key of its text in messages.properties, such as {@code refusal.too_small}. */
        public String key() {
            return "refusal." + name().toLowerCase(Locale.ROOT);
        }
    }
}

package io.crackscope.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something went wrong that people can mend. The message says it in English, for the log and the command line; a window says
 * it in its own language, by {@link #key()} and {@link #details()}.
 */
public abstract class KnownFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> details;

    /**
     * @param area what the keys of the texts for people begin with, such as {@code model.problem.}
     * @param problem what is wrong; its name in small letters ends the key, such as {@code model.problem.missing}
     * @param english the message, with a {@code %s} for each detail that it tells
     * @param first the detail of the first place: the file, where it is about one
     * @param others the details of the other places, in order; one that was thrown is the cause too
     */
    protected KnownFailure(String area, Enum<?> problem, String english, Object first, Object... others) {
        super(
                english.formatted(all(first, others).map(KnownFailure::english).toArray()),
                Arrays.stream(others)
                        .filter(Throwable.class::isInstance)
                        .map(Throwable.class::cast)
                        .findFirst()
                        .orElse(null));
        this.key = area + problem.name().toLowerCase(Locale.ROOT);
        this.details = all(first, others).toList();
    }

    private static Stream<Object> all(Object first, Object... others) {
        return Stream.concat(Stream.of(first), Arrays.stream(others));
    }

    private static Object english(Object detail) {
        return detail instanceof Throwable reason && reason.getMessage() != null ? reason.getMessage() : detail;
    }

    /** The key of the text for people, whose places are the details. */
    public final String key() {
        return key;
    }

    /** What the text for people tells; something thrown stands for the reason in words. */
    public final List<Object> details() {
        return details;
    }
}

package io.crackscope.ui.training;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person can do something with of a failure; the rest goes to the log. */
final class FailureWords {
    private static final Logger LOG = LoggerFactory.getLogger(FailureWords.class);

    private FailureWords() {}

    static String of(Throwable failure) {
        LOG.error("the Train tab failed", failure);
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}

package io.crackscope.text;

import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The program's texts in one language. Immutable, safe from any thread. */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** Texts for {@code locale}: German for German locales, else English. */
    public Messages(Locale locale) {
        this(locale, bundle(locale));
    }

    private Messages(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** The same texts with numbers that are written alike in every language: {@code 10,843} and {@code 0.5}. */
    public Messages withPlainNumbers() {
        return new Messages(Locale.ROOT, bundle);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.crackscope.text.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The text of {@code key} with its {@link MessageFormat} places filled in.
     *
     * @throws MissingResourceException if there is no such key: a defect, found by a test
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The texts themselves, unformatted, for a library that looks them up on its own. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Why a file was refused and what to do, in one line without the file's name. */
    public String refusal(Refusal refusal) {
        String text = get(refusal.kind().key());
        return refusal.detail().isEmpty() ? text : get("refusal.detail", text, refusal.detail());
    }

    /** What the model says of a photo, in full: the same in the window and in reports. */
    public String verdict(Verdict verdict) {
        return get("verdict." + verdict.word());
    }

    /** A verdict in a word or two, for lists. */
    public String verdictBriefly(Verdict verdict) {
        return verdict == Verdict.UNCERTAIN ? get("verdict.uncertain.brief") : verdict(verdict);
    }

    /** What a person decided, in a word or two: as the buttons of the review say it. */
    public String decision(Review.Decision decision) {
        return get("decision." + decision.word());
    }

    /** The language and country that dates and numbers beside these texts should follow. */
    public Locale locale() {
        return locale;
    }
}

package io.crackscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void a_verdict_has_the_same_words_on_the_terminal_as_in_the_window(String language) {
        Messages messages = new Messages(Locale.of(language));

        for (Verdict verdict : Verdict.values()) {
            assertThat(messages.get("cli.verdict." + verdict.word()))
                    .isEqualToIgnoringCase(messages.verdictBriefly(verdict));
            assertThat(messages.verdict(verdict)).startsWith(messages.verdictBriefly(verdict));
        }
    }

    /** The model checks (prüft), a person judges (beurteilt): in German one word stood for both, depending on where. */
    @ParameterizedTest
    @CsvSource({
        "untersuch, prüf",
        "ungewiss, unsicher",
        "abgewiesen, abgelehnt",
        "Hinweis, Beleg",
        "Prüfprotokoll, Prüfpfad",
        "Prüfwert, Hash",
        "Aufteilung, Teilung",
        "Prüfteil, Testteil",
        "Prüfergebnis, Testergebnis"
    })
    void one_thing_has_one_name_in_german(String other, String name) {
        ResourceBundle german = new Messages(Locale.GERMAN).bundle();
        List<String> texts = Collections.list(german.getKeys()).stream()
                .map(german::getString)
                .toList();

        assertThat(texts).filteredOn(text -> holds(text, name)).isNotEmpty();
        assertThat(texts).filteredOn(text -> holds(text, other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspection.unreviewed",
                "inspection.unreviewed.page",
                "inspection.csv.reviewer",
                "ui.review.open"
            })
    void a_review_is_never_called_what_the_model_does(String key) {
        assertThat(new Messages(Locale.GERMAN).get(key, "1")).containsIgnoringCase("beurteilt");
    }

    @Test
    void numbers_can_be_written_alike_in_every_language() {
        Messages german = new Messages(Locale.GERMAN);

        assertThat(german.get("cli.progress", "Bilder", 10_843, 12_000)).contains("10.843");
        assertThat(german.withPlainNumbers().get("cli.progress", "Bilder", 10_843, 12_000))
                .isEqualTo("Bilder: 10,843 von 12,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspection.finding", "ui.history.broken"})
    void the_number_of_a_photo_or_entry_is_a_name_without_thousands(String key) {
        assertThat(new Messages(Locale.ENGLISH).get(key, 1234, "", "")).contains(" 1234");
    }

    private static boolean holds(String text, String word) {
        return Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}

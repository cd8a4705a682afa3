package io.crackscope.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.ModelStamp;
import io.crackscope.project.AuditEntry;
import io.crackscope.text.Messages;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditWordsTest {
    private final AuditWords english = new AuditWords(new Messages(Locale.ENGLISH));
    private final AuditWords german = new AuditWords(new Messages(Locale.GERMAN));

    @Test
    void a_models_answer_is_told_with_its_probability_and_its_name() {
        AuditEntry entry = entry("answer", """
            {"answer":{"verdict":"crack","probability":0.974}}\
            """, "cracknet");
        assertThat(english.what(entry)).isEqualTo("Model's answer");
        assertThat(english.detail(entry)).isEqualTo("Crack, 97\u00A0%, cracknet");
        assertThat(german.detail(entry)).isEqualTo("Riss, 97\u00A0%, cracknet");
    }

    @Test
    void a_persons_word_and_what_was_taken_back_are_told() {
        AuditEntry entry = entry("undo.decision", """
            {"aspect":"review","before":null,"after":{"decision":"no_crack","note":"a stain\\nof rust"}}\
            """);
        assertThat(english.what(entry)).isEqualTo("Undone: Decision");
        assertThat(english.detail(entry)).isEqualTo("No crack: \"a stain of rust\"");
        assertThat(german.what(entry)).isEqualTo("Rückgängig: Entscheidung");
        assertThat(german.detail(entry)).isEqualTo("Kein Riss: „a stain of rust“");
        AuditEntry none = entry("decision", """
            {"aspect":"review","before":{},"after":null}\
            """);
        assertThat(english.detail(none)).isEqualTo("-");
    }

    @Test
    void of_the_details_only_those_are_told_that_changed() {
        AuditEntry entry = entry("facts", """
            {"aspect":"facts","before":{"title":"A","structure":"","client":"city"},
             "after":{"title":"A","structure":"Bridge 17","client":""}}\
            """);
        assertThat(english.detail(entry)).isEqualTo("Bridge 17, -");
    }

    @Test
    void what_the_program_never_writes_is_shown_as_it_is() {
        assertThat(english.detail(entry("note", "{not JSON"))).isEqualTo("{not JSON");
        AuditEntry entry = entry("forged", """
            {"answer":{"verdict":"collapsed","probability":1}}\
            """);
        assertThat(german.what(entry)).isEqualTo("forged");
        assertThat(german.detail(entry)).isEqualTo("collapsed, 100\u00A0%");
    }

    private static AuditEntry entry(String what, String detail, String... model) {
        return new AuditEntry(
                1,
                Instant.EPOCH,
                "Ada",
                what,
                Optional.empty(),
                "",
                detail,
                model.length == 0 ? Optional.empty() : Optional.of(new ModelStamp(model[0], "ab".repeat(32))),
                "",
                "");
    }
}

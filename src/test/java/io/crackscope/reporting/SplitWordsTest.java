package io.crackscope.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.SplitPlan;
import io.crackscope.learning.Models;
import io.crackscope.text.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SplitWordsTest {
    private final SplitWords english = new SplitWords(new Messages(Locale.ENGLISH));
    private final SplitWords german = new SplitWords(new Messages(Locale.GERMAN));

    @ParameterizedTest
    @EnumSource(SplitPlan.Kind.class)
    void every_way_to_split_has_german_words(SplitPlan.Kind kind) {
        assertThat(german.of(kind.word())).isNotEqualTo(kind.word());
    }

    @Test
    void a_cards_split_is_told_with_its_seed_as_it_stands() {
        assertThat(english.of("grouped, seed 1")).isEqualTo("grouped, seed 1");
        assertThat(german.of("grouped, seed 1")).isEqualTo("gruppiert, Startwert 1");
        assertThat(german.of("random, seed 123456")).isEqualTo("zufällig, Startwert 123456");
    }

    @Test
    void what_a_set_of_images_says_of_its_split_has_german_words_too() {
        assertThat(english.of("by hand")).isEqualTo("by hand");
        assertThat(german.of("by hand")).isEqualTo("von Hand");
        assertThat(german.of("as given")).isEqualTo("wie gegeben");
    }

    @Test
    void what_the_program_never_writes_stays_as_it_is() {
        assertThat(german.of("five walls")).isEqualTo("five walls");
    }

    @Test
    void the_card_of_a_model_says_it_in_german() {
        assertThat(new CardFacts(new Messages(Locale.GERMAN)).of(Models.card("m"), 0.5, 1))
                .contains(new CardFacts.Fact("Teilung", "gruppiert, Startwert 1"));
    }
}

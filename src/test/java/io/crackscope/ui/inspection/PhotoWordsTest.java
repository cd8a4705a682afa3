package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Refusal;
import io.crackscope.text.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhotoWordsTest {
    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void a_photo_that_went_away_is_named_and_said_to_have_kept_its_verdict() {
        String words = new PhotoWords(messages).unreadable("7079.jpg", new Refusal(Refusal.Kind.MISSING, ""));
        assertThat(words).startsWith("7079.jpg is not where it was.").contains("are kept");
    }

    @Test
    void one_photo_that_went_away_is_spoken_of_as_one() {
        assertThat(messages.get("ui.project.missing", 1))
                .isEqualTo("1 photo is not where it was. What is known of it is kept.");
    }
}

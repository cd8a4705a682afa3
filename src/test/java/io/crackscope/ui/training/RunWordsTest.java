package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Scores;
import io.crackscope.text.Messages;
import io.crackscope.ui.training.RunWords.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RunWordsTest {
    @Test
    void a_test_tells_what_was_found_missed_and_called_a_crack_by_mistake() {
        List<ScoredImage> images = new ArrayList<>();
        add(images, Label.CRACK, 0.9, 7);
        add(images, Label.CRACK, 0.1, 2);
        add(images, Label.NO_CRACK, 0.2, 5);
        add(images, Label.NO_CRACK, 0.8, 1);
        Scorecard test = Scores.of(images, 0.5, "random", 1);

        assertThat(new RunWords(new Messages(Locale.ENGLISH)).score(test))
                .contains(
                        new Fact("Labelled crack", "7 found, 2 missed"),
                        new Fact("Labelled no crack", "5 right, 1 false alarm"));
    }

    private static void add(List<ScoredImage> images, Label label, double probability, int count) {
        for (int i = 0; i < count; i++) {
            images.add(new ScoredImage("image " + images.size(), label, probability, "group " + images.size()));
        }
    }
}

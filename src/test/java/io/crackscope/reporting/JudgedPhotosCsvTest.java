package io.crackscope.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.JudgedPhoto.Source;
import io.crackscope.evaluation.JudgedPhoto.Truth;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgedPhotosCsvTest {
    @Test
    void names_are_quoted_and_never_become_formulas() {
        List<JudgedPhoto> photos = List.of(
                photo("pier, \"north\".jpg", Label.CRACK, Source.REVIEW, Seen.NEW),
                photo("=SUM(A1).jpg", Label.NO_CRACK, Source.CLASS_FOLDER, Seen.IN_TRAINING),
                photo(" =1.jpg", Label.CRACK, Source.REVIEW, Seen.NEW),
                photo("\uff1d1.jpg", Label.CRACK, Source.REVIEW, Seen.NEW),
                new JudgedPhoto(
                        Path.of("@x.jpg"), 1, Verdict.UNCERTAIN, Optional.empty(), Seen.UNKNOWN, Optional.empty()));

        assertThat(new String(JudgedPhotosCsv.of(photos), StandardCharsets.UTF_8))
                .isEqualTo("path,truth,source,probability,verdict,seen\r\n"
                        + "\"pier, \"\"north\"\".jpg\",crack,review,0.25,crack,new\r\n"
                        + "'=SUM(A1).jpg,no_crack,class_folder,0.25,crack,in_training\r\n"
                        + "' =1.jpg,crack,review,0.25,crack,new\r\n"
                        + "'\uff1d1.jpg,crack,review,0.25,crack,new\r\n"
                        + "'@x.jpg,,,1.0,uncertain,unknown\r\n");
    }

    private static JudgedPhoto photo(String name, Label label, Source source, Seen seen) {
        return new JudgedPhoto(
                Path.of(name), 0.25, Verdict.CRACK, Optional.of(new Truth(label, source)), seen, Optional.empty());
    }
}

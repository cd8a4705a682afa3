package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoScale;
import io.crackscope.text.Messages;
import io.crackscope.work.DirectJobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleViewModelTest {
    private static final Area SEEN = new Area(100, 0, 1100, 600);

    @TempDir
    Path folder;

    private InspectionViewModel model;
    private ScaleViewModel scale;

    @BeforeEach
    void anInspection() throws IOException {
        for (String name : List.of("crack1.jpg", "plain.jpg", "uncertain.jpg")) {
            Files.writeString(folder.resolve(name), name);
        }
        model = new InspectionViewModel(
                new DirectJobRunner(), new ScriptedInspector()::asEngine, new BesidePlaces(folder), System::nanoTime);
        scale = new ScaleViewModel(model.desk(), model.review(), model.selectedProperty(), new Messages(Locale.GERMAN));
        model.inspect(List.of(folder));
        model.select(model.rows().getFirst());
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_line_over_something_known_makes_a_scale_that_says_where_it_comes_from() {
        scale.measure(SEEN);
        assertThat(scale.lineProperty().get()).isEqualTo(new ScaleLine(350, 300, 850, 300));
        scale.move(true, 450, 300);
        scale.lengthProperty().set("100,4");
        assertThat(scale.wordsProperty().get()).contains("0,251 mm je Pixel").contains("0,4 %");
        scale.apply();

        assertThat(model.rows().getFirst().scale())
                .hasValueSatisfying(
                        known -> assertThat(known).isEqualTo(new PhotoScale(0.251, "100,4 mm auf 400,0 px im Foto")));
        assertThat(scale.measuringProperty().get()).isFalse();
        assertThat(scale.lengthProperty().get()).isEmpty();
        assertThat(model.rows().get(1).scale()).isEmpty();

        model.undo();
        assertThat(model.rows().getFirst().scale()).isEmpty();
        model.review().redo();
        assertThat(model.rows().getFirst().scale()).isPresent();
    }

    @Test
    void a_size_of_a_pixel_can_be_typed_for_all_chosen_photos_and_taken_away() {
        model.review().choose(model.rows());
        scale.measure(SEEN);
        scale.pixelProperty().set("0.3");
        scale.apply();
        assertThat(model.rows())
                .extracting(PhotoRow::scale)
                .containsOnly(Optional.of(new PhotoScale(0.3, "eingegeben")));

        scale.measure(SEEN);
        scale.remove();
        assertThat(model.rows()).extracting(PhotoRow::scale).containsOnly(Optional.empty());
        model.undo();
        assertThat(model.rows()).extracting(row -> row.scale().isPresent()).containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "ten", "1e9", "NaN", "1.000,5"})
    void what_cannot_be_is_refused_at_the_field(String typed) {
        scale.measure(SEEN);
        scale.lengthProperty().set(typed);
        assertThat(scale.problemProperty().get()).contains("Millimetern");
        assertThat(scale.scaleProperty().get()).isEmpty();
        scale.apply();
        assertThat(model.rows().getFirst().scale()).isEmpty();
    }

    @Test
    void a_line_of_a_few_pixels_measures_nothing() {
        scale.measure(SEEN);
        scale.lengthProperty().set("10");
        scale.move(true, 831, 300);
        assertThat(scale.problemProperty().get()).contains("20 px");
        assertThat(scale.scaleProperty().get()).isEmpty();
        scale.move(true, 830, 300);
        assertThat(scale.scaleProperty().get()).isPresent();
    }

    @Test
    void another_photo_ends_measuring_without_a_change() {
        scale.measure(SEEN);
        scale.lengthProperty().set("10");
        model.selectNext();
        assertThat(scale.measuringProperty().get()).isFalse();
        assertThat(model.rows()).extracting(PhotoRow::scale).containsOnly(Optional.empty());
    }
}

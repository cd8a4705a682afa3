package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoScale;
import io.crackscope.project.InspectionProject;
import io.crackscope.reporting.AuditWords;
import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.ScaleLine.End;
import io.crackscope.ui.inspection.ScaleLine.Mark;
import io.crackscope.ui.inspection.ScaleViewModel.Unit;
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
import org.junit.jupiter.params.provider.CsvSource;

class ScaleViewModelTest {
    /** 500 pixels long. */
    private static final ScaleLine LINE = new ScaleLine(new Mark(10, 20, 1), new Mark(310, 420, 1));

    @TempDir
    Path folder;

    private InspectionViewModel model;
    private ScaleViewModel scale;

    @BeforeEach
    void aWindow() throws IOException {
        for (String name : List.of("crack1.jpg", "plain.jpg", "uncertain.jpg")) {
            Files.writeString(folder.resolve(name), name);
        }
        model = new InspectionViewModel(
                new DirectJobRunner(), new ScriptedInspector()::asEngine, new BesidePlaces(folder), System::nanoTime);
        scale = tool(Locale.ENGLISH);
        model.inspect(List.of(folder));
        model.select(row("crack1.jpg"));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_line_over_a_known_length_is_a_scale_that_says_how_it_came_about() {
        measure("100");
        assertThat(scale.draftProperty().get()).isInstanceOfSatisfying(ScaleDraft.Ready.class, ready -> {
            assertThat(ready.scale().millimetresPerPixel()).isEqualTo(0.2);
            assertThat(ready.measured().orElseThrow().uncertainty()).isEqualTo(0.004);
        });
        scale.apply();

        assertThat(known("crack1.jpg"))
                .contains(new PhotoScale(0.2, "measured over 500\u00a0px: 100\u00a0mm, \u00b10.4\u00a0%"));
        assertThat(known("plain.jpg")).isEmpty();
        assertThat(scale.activeProperty().get()).isFalse();
        assertThat(scale.scaleProperty().getValue()).isPresent();
    }

    @Test
    void an_end_put_where_a_screen_pixel_shows_eight_of_the_photo_is_that_uncertain() {
        scale.toggle();
        scale.numberProperty().set("100");
        scale.draw(new ScaleLine(Mark.seenAt(10, 20, 0.125), Mark.seenAt(310, 420, 0.125)));
        assertThat(uncertainty()).isEqualTo(0.032);

        scale.move(End.FROM, Mark.seenAt(10, 20, 2), 640, 480);
        scale.move(End.TO, Mark.seenAt(310, 420, 1), 640, 480);
        assertThat(uncertainty()).isEqualTo(0.004);
    }

    private double uncertainty() {
        return ((ScaleDraft.Ready) scale.draftProperty().get())
                .measured()
                .orElseThrow()
                .uncertainty();
    }

    @ParameterizedTest
    @CsvSource({"MILLIMETRES,100", "CENTIMETRES,10", "METRES,0.1", "CENTIMETRES,'10,0'", "MILLIMETRES_PER_PIXEL,0.2"})
    void lengths_have_units_and_either_decimal_sign(Unit unit, String typed) {
        measure(typed);
        scale.unitProperty().set(unit);
        scale.apply();
        assertThat(known("crack1.jpg").orElseThrow().millimetresPerPixel()).isEqualTo(0.2);
    }

    @Test
    void a_scale_typed_in_needs_no_line_and_says_that_it_was_typed() {
        scale.toggle();
        scale.unitProperty().set(Unit.MILLIMETRES_PER_PIXEL);
        scale.numberProperty().set("0.125");
        scale.apply();
        assertThat(known("crack1.jpg")).contains(new PhotoScale(0.125, "typed in as millimetres per pixel"));
    }

    @ParameterizedTest
    @CsvSource({
        "0,A length must be more than 0.",
        "-5,A length must be more than 0.",
        "ten,That is not a number.",
        "10 mm,That is not a number.",
        "1e3,That is not a number.",
        "'1,000',This can be read in two ways.",
        "90000,That makes 1.8e+02",
        "0.0001,That makes 2.0e-07"
    })
    void a_wrong_number_is_refused_in_words_and_changes_nothing(String typed, String words) {
        measure(typed);
        assertThat(scale.draftProperty().get())
                .isInstanceOfSatisfying(
                        ScaleDraft.Wrong.class,
                        wrong -> assertThat(wrong.words()).startsWith(words));
        scale.apply();
        assertThat(known("crack1.jpg")).isEmpty();
        assertThat(scale.activeProperty().get()).isTrue();
    }

    @Test
    void a_point_parts_thousands_in_german_and_decimals_in_english() {
        measure("1.000");
        assertThat(scale.draftProperty().get()).isInstanceOf(ScaleDraft.Ready.class);
        ScaleViewModel german = tool(Locale.GERMAN);
        german.toggle();
        german.draw(LINE);
        german.numberProperty().set("1.000");
        assertThat(german.draftProperty().get()).isInstanceOf(ScaleDraft.Wrong.class);
        german.numberProperty().set("1,000");
        assertThat(german.draftProperty().get()).isInstanceOf(ScaleDraft.Ready.class);
    }

    @Test
    void a_short_line_is_refused_until_an_end_is_moved_and_ends_stay_in_the_photo() {
        scale.toggle();
        scale.numberProperty().set("10");
        scale.draw(new ScaleLine(new Mark(100, 100, 1), new Mark(119, 100, 1)));
        assertThat(scale.draftProperty().get())
                .isInstanceOfSatisfying(
                        ScaleDraft.Wrong.class,
                        wrong -> assertThat(wrong.words()).contains("19.0", "20"));
        scale.move(End.TO, new Mark(120, 100, 1), 640, 480);
        assertThat(scale.draftProperty().get()).isInstanceOf(ScaleDraft.Ready.class);
        scale.move(End.FROM, new Mark(-7, 900, 1), 640, 480);
        assertThat(scale.lineProperty().get()).contains(new ScaleLine(new Mark(0, 480, 1), new Mark(120, 100, 1)));
    }

    @Test
    void the_other_chosen_photos_get_the_scale_only_when_asked_and_in_one_step() {
        model.review().choose(List.of(row("crack1.jpg"), row("plain.jpg")));
        measure("100");
        assertThat(scale.othersProperty().get()).isEqualTo(1);
        scale.forOthersProperty().set(true);
        scale.apply();
        PhotoScale made = known("plain.jpg").orElseThrow();
        assertThat(made.source()).isEqualTo("measured over 500\u00a0px on crack1.jpg: 100\u00a0mm, \u00b10.4\u00a0%");
        assertThat(known("crack1.jpg")).contains(made);
        assertThat(known("uncertain.jpg")).isEmpty();

        model.undo();
        assertThat(known("crack1.jpg")).isEmpty();
        assertThat(known("plain.jpg")).isEmpty();
        model.review().redo();
        assertThat(known("plain.jpg")).contains(made);

        measure("50");
        scale.apply();
        assertThat(known("crack1.jpg").orElseThrow().millimetresPerPixel()).isEqualTo(0.1);
        assertThat(known("plain.jpg")).contains(made);
    }

    @Test
    void it_is_taken_away_and_all_of_it_stands_in_the_trail_in_words() {
        measure("100");
        scale.apply();
        scale.toggle();
        scale.remove();
        assertThat(known("crack1.jpg")).isEmpty();
        model.undo();
        assertThat(known("crack1.jpg")).isPresent();

        assertThat(trail(Locale.ENGLISH))
                .containsExactly(
                        "Scale: 0.2 mm/px measured over 500\u00a0px: 100\u00a0mm, \u00b10.4\u00a0%",
                        "Scale: -",
                        "Undone: Scale: 0.2 mm/px measured over 500\u00a0px: 100\u00a0mm, \u00b10.4\u00a0%");
        assertThat(trail(Locale.GERMAN)).element(1).isEqualTo("Ma\u00dfstab: -");
    }

    @Test
    void leaving_it_or_another_photo_forgets_the_line_and_changes_nothing() {
        measure("100");
        model.select(row("plain.jpg"));
        assertThat(scale.lineProperty().get()).isEmpty();
        assertThat(scale.draftProperty().get()).isInstanceOf(ScaleDraft.Open.class);
        scale.draw(LINE);
        scale.leave();
        scale.apply();
        assertThat(known("plain.jpg")).isEmpty();
        scale.toggle();
        assertThat(scale.lineProperty().get()).isEmpty();
        assertThat(scale.numberProperty().get()).isEmpty();
    }

    @Test
    void an_inspection_that_cannot_be_written_gets_no_scale() throws IOException {
        model.close();
        Files.createDirectory(folder.resolve("site.inspection-lock"));
        model = new InspectionViewModel(
                new DirectJobRunner(), new ScriptedInspector()::asEngine, new BesidePlaces(folder), System::nanoTime);
        scale = tool(Locale.ENGLISH);
        model.open(folder.resolve("site.inspection"));
        model.select(row("crack1.jpg"));
        assertThat(scale.canStartProperty().get()).isFalse();
        scale.toggle();
        assertThat(scale.activeProperty().get()).isFalse();
    }

    private ScaleViewModel tool(Locale language) {
        return new ScaleViewModel(model, new Messages(language));
    }

    private void measure(String typed) {
        scale.toggle();
        scale.draw(LINE);
        scale.numberProperty().set(typed);
    }

    private List<String> trail(Locale language) {
        AuditWords words = new AuditWords(new Messages(language));
        InspectionProject project = model.desk().project().orElseThrow();
        return project.trail(1, 1000).stream()
                .filter(entry -> entry.what().endsWith("scale"))
                .map(entry -> words.what(entry) + ": " + words.detail(entry))
                .toList();
    }

    private Optional<PhotoScale> known(String name) {
        return row(name).scale();
    }

    private PhotoRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

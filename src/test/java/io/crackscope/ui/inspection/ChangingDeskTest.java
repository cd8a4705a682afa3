package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.work.HoldingJobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of photos and words that are under way while one inspection gives way to another. */
class ChangingDeskTest {
    @TempDir
    Path folder;

    private final HoldingJobRunner holding = new HoldingJobRunner();
    private InspectionViewModel model;

    @BeforeEach
    void aWindow() {
        model = new InspectionViewModel(
                holding, new ScriptedInspector()::asEngine, new BesidePlaces(folder), System::nanoTime);
    }

    @AfterEach
    void close() {
        model.close();
        holding.finish();
    }

    @Test
    void own_photos_start_an_inspection_of_their_own_beside_the_one_that_is_there_to_try() throws IOException {
        Path trial = photos("trial", "crack1.jpg");
        model.inspect(List.of(trial));
        holding.finish();
        model.query(ListQuery.ALL.toggled(ListQuery.Kind.CRACK));
        Path own = photos("own", "plain.jpg");
        model.inspect(List.of(own));
        holding.finish();

        assertThat(open()).isEqualTo(own.resolve("site.inspection"));
        assertThat(names()).containsExactly("plain.jpg");
        assertThat(model.shownRows()).hasSize(1);
        model.open(trial.resolve("site.inspection"));
        holding.finish();
        assertThat(names()).containsExactly("crack1.jpg");
    }

    @Test
    void two_drops_of_own_photos_while_the_trial_is_being_opened_are_one_inspection() throws IOException {
        Path trial = photos("trial", "crack1.jpg");
        Path one = photos("one", "a.jpg");
        Path two = photos("two", "b.jpg");
        model.inspect(List.of(trial));
        model.inspect(List.of(one));
        model.inspect(List.of(two));
        searched(3);
        holding.finish();

        assertThat(open()).isEqualTo(one.resolve("site.inspection"));
        assertThat(names()).containsExactly("a.jpg", "b.jpg");
    }

    @Test
    void photos_that_lie_beside_the_trial_belong_to_it() throws IOException {
        Path trial = photos("trial", "crack1.jpg");
        model.inspect(List.of(trial));
        holding.finish();
        Files.writeString(trial.resolve("plain.jpg"), "plain.jpg");
        model.inspect(List.of(trial));
        holding.finish();
        assertThat(names()).containsExactly("crack1.jpg", "plain.jpg");
    }

    @Test
    void photos_that_come_while_an_inspection_is_being_opened_are_added_to_it() throws IOException {
        Path one = photos("one", "a.jpg");
        Path two = photos("two", "b.jpg");
        model.inspect(List.of(one));
        model.inspect(List.of(two));
        searched(2);
        assertThat(model.desk().stateProperty().get()).isEqualTo(new DeskState.Opening());
        assertThat(model.progressProperty().get().phase()).isEqualTo(InspectionProgress.Phase.SEARCHING);
        holding.finish();

        assertThat(open()).isEqualTo(one.resolve("site.inspection"));
        assertThat(names()).containsExactly("a.jpg", "b.jpg");
        assertThat(two.resolve("site.inspection")).doesNotExist();
    }

    @Test
    void photos_that_come_while_an_inspection_is_opened_in_vain_get_one_of_their_own() throws IOException {
        Path own = photos("own", "a.jpg");
        model.inspect(List.of(own));
        model.open(folder.resolve("nowhere.inspection"));
        model.inspect(List.of(own));
        holding.finish();
        assertThat(open()).isEqualTo(own.resolve("site.inspection"));
        assertThat(names()).containsExactly("a.jpg");
    }

    @Test
    void searches_that_were_left_behind_list_nothing() throws IOException {
        Path one = photos("one", "a.jpg");
        Path two = photos("two", "b.jpg");
        model.inspect(List.of(one));
        model.inspect(List.of(two));
        model.startAfresh();
        holding.finish();
        assertThat(names()).isEmpty();

        model.inspect(List.of(one));
        holding.runNext();
        model.cancel();
        holding.finish();
        assertThat(names()).isEmpty();
        assertThat(model.progressProperty().get()).isEqualTo(InspectionProgress.IDLE);
        model.inspect(List.of(two));
        holding.finish();
        assertThat(names()).containsExactly("b.jpg");
    }

    @Test
    void a_verdict_that_arrives_after_its_inspection_was_left_lists_no_photo() throws IOException {
        Path one = photos("one", "a.jpg", "b.jpg");
        model.inspect(List.of(one));
        searched(1);
        holding.runNext();
        holding.deliverAll();
        assertThat(model.rows()).hasSize(2);
        holding.runNext();
        model.startAfresh();
        holding.finish();
        assertThat(model.shownRows()).isEmpty();
    }

    @Test
    void an_inspection_that_could_not_be_opened_is_not_spoken_of_when_another_was_opened_meanwhile()
            throws IOException {
        Path one = photos("one", "a.jpg");
        model.inspect(List.of(one));
        holding.finish();
        model.open(folder.resolve("nowhere.inspection"));
        model.open(one.resolve("site.inspection"));
        holding.finish();
        assertThat(names()).containsExactly("a.jpg");
        assertThat(model.desk().problemProperty().get()).isEmpty();
    }

    @Test
    void a_note_that_was_deleted_while_its_last_letter_was_being_saved_does_not_come_back() throws IOException {
        Path one = photos("one", "a.jpg");
        model.inspect(List.of(one));
        holding.finish();
        PhotoRow row = model.rows().getFirst();
        model.review().typed(row, "x");
        model.review().typed(row, "");
        model.startAfresh();
        holding.finish();
        model.open(one.resolve("site.inspection"));
        holding.finish();
        assertThat(model.rows().getFirst().note()).isEmpty();
        assertThat(model.review().undoProperty().get().orElseThrow().kind())
                .isEqualTo(io.crackscope.project.Step.Kind.ADD_PHOTOS);
    }

    private Path photos(String name, String... photos) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        for (String photo : photos) {
            Files.writeString(made.resolve(photo), photo);
        }
        return made;
    }

    /** The searches are over and what they found is listed as far as it can be; nothing else was done. */
    private void searched(int searches) {
        for (int i = 0; i < searches; i++) {
            holding.runNext();
            holding.deliverAll();
        }
    }

    private Path open() {
        return ((DeskState.Open) model.desk().stateProperty().get()).file();
    }

    private List<String> names() {
        return model.rows().stream().map(PhotoRow::name).toList();
    }
}

package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Review;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.ui.inspection.ListQuery.Kind;
import io.crackscope.ui.inspection.ListQuery.Order;
import io.crackscope.ui.inspection.ListQuery.Pick;
import io.crackscope.ui.inspection.ListQuery.ReviewFilter;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ShownPhotosTest {
    private final ObservableList<PhotoRow> all = FXCollections.observableArrayList();
    private final ShownPhotos shown = new ShownPhotos(all);

    @Test
    void without_a_query_all_photos_are_shown_as_they_were_added() {
        add("b.jpg", "a.jpg");
        assertThat(names()).containsExactly("b.jpg", "a.jpg");
        all.removeFirst();
        assertThat(names()).containsExactly("a.jpg");
    }

    @Test
    void the_photo_after_another_is_the_next_that_is_shown() {
        add("crack1.jpg", "plain.jpg", "crack2.jpg");
        judge();
        shown.query(ListQuery.ALL.toggled(Kind.CRACK));
        assertThat(shown.after(all.get(0))).contains(all.get(2));
        assertThat(shown.after(all.get(1))).isEmpty();
        assertThat(shown.after(all.get(2))).isEmpty();
    }

    @Test
    void kinds_names_and_picks_narrow_each_other() {
        add("crack1.jpg", "plain.jpg", "uncertain.jpg", "bad.jpg");
        judge();

        shown.query(ListQuery.ALL.toggled(Kind.CRACK).toggled(Kind.UNCERTAIN));
        assertThat(names()).containsExactly("crack1.jpg", "uncertain.jpg");
        shown.query(shown.query().withText(" CERT"));
        assertThat(names()).containsExactly("uncertain.jpg");
        shown.query(ListQuery.ALL.withPick(new Pick("missed", Set.of(all.get(1).file()))));
        assertThat(names()).containsExactly("plain.jpg");
        shown.query(ListQuery.ALL.toggled(Kind.OTHER));
        assertThat(names()).containsExactly("bad.jpg");
        shown.query(shown.query().toggled(Kind.OTHER));
        assertThat(names()).hasSize(4);
    }

    @Test
    void orders_are_by_name_by_doubt_and_by_probability_with_photos_without_a_verdict_last() {
        add("waiting.jpg", "plain.jpg", "uncertain.jpg", "crack1.jpg");
        List<PhotoRow> judged = all.subList(1, 4);
        judged.forEach(this::judge);

        shown.query(ListQuery.ALL.with(Order.NAME));
        assertThat(names()).containsExactly("crack1.jpg", "plain.jpg", "uncertain.jpg", "waiting.jpg");
        shown.query(ListQuery.ALL.with(Order.UNCERTAIN_FIRST));
        assertThat(names()).startsWith("uncertain.jpg").endsWith("waiting.jpg");
        shown.query(ListQuery.ALL.with(Order.PROBABLE_FIRST));
        assertThat(names()).containsExactly("crack1.jpg", "uncertain.jpg", "plain.jpg", "waiting.jpg");
    }

    @Test
    void reviews_are_filtered_by_whether_they_are_there_and_whether_they_agree() {
        add("crack1.jpg", "crack2.jpg", "plain.jpg");
        judge();
        decide(all.get(0), Review.Decision.CRACK);
        decide(all.get(2), Review.Decision.CRACK);

        shown.query(ListQuery.ALL.with(ReviewFilter.OPEN));
        assertThat(names()).containsExactly("crack2.jpg");
        shown.query(ListQuery.ALL.with(ReviewFilter.REVIEWED));
        assertThat(names()).containsExactly("crack1.jpg", "plain.jpg");
        shown.query(ListQuery.ALL.with(ReviewFilter.DISAGREES));
        assertThat(names()).containsExactly("plain.jpg");
    }

    @Test
    void nothing_that_is_shown_moves_or_leaves_until_it_is_asked_again() {
        add("crack1.jpg", "z.jpg", "a.jpg");
        judge(all.get(0));
        shown.query(ListQuery.ALL.with(Order.NAME).with(ReviewFilter.OPEN));
        assertThat(names()).containsExactly("a.jpg", "crack1.jpg", "z.jpg");

        decide(all.get(0), Review.Decision.CRACK);
        add("b.jpg");
        assertThat(names()).containsExactly("a.jpg", "crack1.jpg", "z.jpg", "b.jpg");

        shown.query(shown.query());
        assertThat(names()).containsExactly("a.jpg", "b.jpg", "z.jpg");
    }

    @Test
    void a_verdict_that_matches_lets_its_photo_in_at_the_end() {
        add("crack1.jpg", "crack2.jpg");
        judge(all.get(1));
        shown.query(ListQuery.ALL.toggled(Kind.CRACK));
        assertThat(names()).containsExactly("crack2.jpg");

        judge(all.get(0));
        shown.judged(all.get(0));
        shown.judged(all.get(0));
        assertThat(names()).containsExactly("crack2.jpg", "crack1.jpg");
    }

    private void add(String... names) {
        for (String name : names) {
            Path file = Path.of("/site", name);
            all.add(new PhotoRow(file, file, new PhotoState.Waiting()));
        }
    }

    private void judge() {
        all.forEach(this::judge);
    }

    private void judge(PhotoRow row) {
        row.state(
                switch (new ScriptedInspector().inspect(row.file(), new Cancellation())) {
                    case InspectionOutcome.Inspected inspected -> new PhotoState.Inspected(inspected);
                    case InspectionOutcome.Refused refused -> new PhotoState.Refused(refused.refusal());
                });
    }

    private static void decide(PhotoRow row, Review.Decision decision) {
        row.reviewed(Optional.of(new Review(Optional.of(decision), "", "me", Instant.EPOCH)), Optional.empty());
    }

    private List<String> names() {
        return shown.rows().stream().map(PhotoRow::name).toList();
    }
}

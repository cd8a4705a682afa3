package io.crackscope.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report tells of which photo, and what it counts. */
class InspectionReportTest {
    @TempDir
    Path folder;

    private Inspected inspected;

    @BeforeEach
    void six_photos() throws IOException {
        inspected = new Inspected(folder);
        inspected.judged("open-crack.jpg", 0.95);
        inspected.judged("confirmed.jpg", 0.80);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), "");
        inspected.judged("rejected.jpg", 0.90);
        inspected.reviewed(Optional.of(Review.Decision.NO_CRACK), "");
        inspected.judged("open-uncertain.jpg", 0.50);
        inspected.judged("calm.jpg", 0.05);
        inspected.judged("missed.jpg", 0.10);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), "hairline");
        inspected.judged("unsettled.jpg", 0.40);
        inspected.reviewed(Optional.of(Review.Decision.UNSURE), "");
        inspected.refused("broken.jpg", new Refusal(Refusal.Kind.DAMAGED, ""));
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(finding -> finding.photo().name()).toList();
    }

    @Test
    void what_a_person_found_comes_first_then_what_nobody_reviewed_by_probability() {
        assertThat(names(inspected.report().worst()))
                .containsExactly(
                        "confirmed.jpg", "missed.jpg", "open-crack.jpg", "unsettled.jpg", "open-uncertain.jpg");
    }

    @Test
    void every_photo_is_told_once_at_length_or_in_a_line_or_as_not_inspected() {
        InspectionReport report = inspected.report();
        assertThat(names(report.told()))
                .containsExactly(
                        "open-crack.jpg", "confirmed.jpg", "open-uncertain.jpg", "missed.jpg", "unsettled.jpg");
        assertThat(names(report.calm())).containsExactly("rejected.jpg", "calm.jpg");
        assertThat(names(report.notInspected())).containsExactly("broken.jpg");
        assertThat(report.awaitingReview()).isEqualTo(2);
    }

    @Test
    void a_note_is_told_at_length_whatever_the_verdict() throws IOException {
        inspected.judged("noted.jpg", 0.01);
        inspected.reviewed(Optional.empty(), "look again in spring");

        assertThat(names(inspected.report().told())).contains("noted.jpg");
    }

    @Test
    void the_matrix_counts_every_photo_once_and_agreement_only_where_both_were_definite() {
        ReviewMatrix matrix = inspected.report().matrix();

        assertThat(matrix.total()).isEqualTo(8);
        assertThat(matrix.count(Optional.of(Verdict.CRACK), Optional.of(Review.Decision.CRACK)))
                .isEqualTo(1);
        assertThat(matrix.count(Optional.of(Verdict.NO_CRACK), Optional.of(Review.Decision.CRACK)))
                .isEqualTo(1);
        assertThat(matrix.ofVerdict(Optional.empty())).isEqualTo(1);
        assertThat(matrix.ofDecision(Optional.empty())).isEqualTo(4);
        assertThat(matrix.compared()).isEqualTo(3);
        assertThat(matrix.hits()).isEqualTo(1);
    }

    @Test
    void photos_are_told_in_the_chosen_order_and_the_others_are_counted_as_left_out() {
        InspectionReport report = InspectionReport.of(
                inspected.source(),
                List.of(
                        inspected.photos().get(4).id(),
                        inspected.photos().get(0).id()),
                Inspected.MADE,
                "CrackScope");

        assertThat(names(report.findings())).containsExactly("calm.jpg", "open-crack.jpg");
        assertThat(report.findings()).extracting(Finding::number).containsExactly(1, 2);
        assertThat(report.leftOut()).hasSize(6);
        assertThat(report.matrix().total()).isEqualTo(2);
    }

    @Test
    void the_model_is_told_with_the_photos_it_answered_for_and_its_thresholds() {
        assertThat(inspected.report().models()).singleElement().satisfies(model -> {
            assertThat(model.stamp()).isEqualTo(Inspected.MODEL);
            assertThat(model.photos()).isEqualTo(8);
            assertThat(model.thresholds()).contains(Inspected.THRESHOLDS);
            assertThat(model.facts()).isEmpty();
        });
    }
}

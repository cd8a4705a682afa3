package io.crackscope.ui.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import io.crackscope.evaluation.DecisionRule;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.MatrixCell;
import io.crackscope.evaluation.VerdictMatrix;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import io.crackscope.work.JobRunner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ScorecardViewModelTest {
    private static final MatrixCell FALSE_ALARMS = new MatrixCell(Verdict.CRACK, Label.NO_CRACK);

    private final ObservableList<JudgedPhoto> photos = FXCollections.observableArrayList();
    private final Settings settings = MemoryPreferences.settings();
    private final HoldingJobRunner holding = new HoldingJobRunner();

    @Test
    void nothing_is_counted_until_somebody_looks() {
        ScorecardViewModel model = new ScorecardViewModel(photos, holding, settings);
        photos.setAll(JudgedSamples.photos());
        assertThat(holding.held()).isZero();

        model.shownProperty().set(true);
        holding.finish();
        assertThat(matrix(model).total()).isEqualTo(JudgedSamples.WITH_TRUTH);
        model.shownProperty().set(false);
        photos.clear();
        assertThat(holding.held()).isZero();
        assertThat(matrix(model).total()).isEqualTo(JudgedSamples.WITH_TRUTH);
    }

    @Test
    void the_slider_gives_two_rows_at_once_and_reset_gives_the_uncertain_ones_back() {
        ScorecardViewModel model = looking();
        assertThat(matrix(model)).isEqualTo(JudgedSamples.MATRIX);
        assertThat(model.standingProperty().get().isByModel()).isTrue();

        model.slideTo(0.3);
        assertThat(matrix(model).count(Verdict.UNCERTAIN)).isZero();
        assertThat(matrix(model)).isEqualTo(VerdictMatrix.of(photos, new DecisionRule.OneThreshold(0.3)));
        model.useModelThresholds();
        assertThat(matrix(model)).isEqualTo(JudgedSamples.MATRIX);
    }

    @Test
    void a_threshold_made_of_steps_meets_the_photos_that_lie_on_it() {
        ScorecardViewModel model = looking();
        photos.setAll(JudgedSamples.photo("tie.jpg", 0.3, Label.CRACK, Seen.NEW));
        model.slideTo(0.1 + 0.2);
        assertThat(matrix(model).decided().tp()).isEqualTo(1);
        model.slideTo(0.301);
        assertThat(matrix(model).decided().fn()).isEqualTo(1);
        model.slideTo(7);
        assertThat(model.standingProperty().get().rule()).isEqualTo(new DecisionRule.OneThreshold(1));
    }

    @Test
    void costs_are_counted_offered_and_remembered() {
        ScorecardViewModel model = looking();
        Standing before = model.standingProperty().get();
        ConfusionMatrix decided = before.matrix().decided();
        assertThat(before.totalCost()).isEqualTo(10 * decided.fn() + decided.fp());

        model.cost(2, 5);
        Standing now = model.standingProperty().get();
        assertThat(now.totalCost()).isEqualTo(2 * decided.fn() + 5 * decided.fp());
        assertThat(now.costPerPhoto()).isEqualTo(now.totalCost() / JudgedSamples.WITH_TRUTH);
        assertThat(settings.missCost()).isEqualTo(2);
        assertThat(settings.falseAlarmCost()).isEqualTo(5);

        model.slideTo(0.5);
        double atOneHalf = model.standingProperty().get().totalCost();
        model.useCheapest();
        assertThat(model.standingProperty().get().totalCost()).isLessThan(atOneHalf);
        assertThat(model.standingProperty().get().rule())
                .isEqualTo(
                        new DecisionRule.OneThreshold(model.cheapestProperty().get()));
    }

    @Test
    void the_chosen_cells_photos_follow_the_rule_and_a_cell_without_a_row_is_dropped() {
        ScorecardViewModel model = looking();
        model.choose(FALSE_ALARMS);
        assertThat(model.chosenPhotos())
                .hasSize((int) JudgedSamples.MATRIX.decided().fp());
        model.slideTo(0);
        assertThat(model.chosenPhotos()).hasSize((int) JudgedSamples.MATRIX.count(Label.NO_CRACK));

        model.useModelThresholds();
        model.choose(new MatrixCell(Verdict.UNCERTAIN, Label.CRACK));
        assertThat(model.chosenPhotos()).hasSize((int) JudgedSamples.MATRIX.uncertainCracks());
        model.slideTo(0.5);
        assertThat(model.chosenProperty().get()).isEmpty();
        assertThat(model.chosenPhotos()).isEmpty();
    }

    @Test
    void photos_that_made_the_model_come_back_with_the_switch() {
        ScorecardViewModel model = looking();
        photos.add(JudgedSamples.photo("seen.jpg", 0.99, Label.CRACK, Seen.IN_TRAINING));
        assertThat(matrix(model)).isEqualTo(JudgedSamples.MATRIX);
        model.leaveOutSeenProperty().set(false);
        assertThat(matrix(model).total()).isEqualTo(JudgedSamples.WITH_TRUTH + 1);
    }

    @Test
    void empty_states_are_told_apart() {
        ScorecardViewModel model = looking();
        assertThat(content(model)).isEqualTo(Standing.Content.FULL);
        photos.setAll(JudgedSamples.photo("crack.jpg", 0.9, Label.CRACK, Seen.NEW));
        assertThat(content(model)).isEqualTo(Standing.Content.ONE_CLASS);
        photos.setAll(JudgedSamples.photo("any.jpg", 0.9, null, Seen.UNKNOWN));
        assertThat(content(model)).isEqualTo(Standing.Content.NO_TRUTH);
        photos.clear();
        assertThat(content(model)).isEqualTo(Standing.Content.NO_PHOTOS);
    }

    @Test
    void intervals_of_another_threshold_are_never_shown() {
        ScorecardViewModel model = new ScorecardViewModel(photos, holding, settings);
        photos.setAll(JudgedSamples.photos());
        model.shownProperty().set(true);
        holding.finish();
        assertThat(model.intervalsProperty().get()).isPresent();

        model.slideTo(0.2);
        assertThat(model.intervalsProperty().get()).isEmpty();
        holding.runNext();
        model.slideTo(0.6);
        holding.deliverAll();
        assertThat(model.intervalsProperty().get()).isEmpty();
        assertThat(holding.held()).isEqualTo(1);
        holding.finish();
        assertThat(model.intervalsProperty().get()).isPresent();
    }

    @Test
    void with_forty_thousand_photos_a_step_of_the_slider_takes_less_than_a_frame() {
        Random random = new Random(5);
        List<JudgedPhoto> many = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            boolean crack = random.nextInt(3) == 0;
            double probability = Math.clamp(random.nextGaussian() * 0.25 + (crack ? 0.75 : 0.25), 0, 1);
            many.add(JudgedSamples.photo(
                    "photo-" + i + ".jpg", probability, crack ? Label.CRACK : Label.NO_CRACK, Seen.NEW));
        }
        // intervals and counting belong to the background: held here, so what is measured is what the window waits for
        ScorecardViewModel model = new ScorecardViewModel(photos, holding, settings);
        photos.setAll(many);
        model.shownProperty().set(true);
        holding.runNext();
        holding.deliverAll();
        model.choose(FALSE_ALARMS);

        // of this thread alone: on a busy machine the clock tells what others do
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            model.slideTo(i / 200.0);
            millis.add((threads.getCurrentThreadCpuTime() - begin) / 1e6);
        }
        millis.sort(null);
        assertThat(millis.get(100)).as("median, ms").isLessThan(16);
        assertThat(matrix(model).total()).isEqualTo(40_000);
    }

    private ScorecardViewModel looking() {
        JobRunner direct = new DirectJobRunner();
        ScorecardViewModel model = new ScorecardViewModel(photos, direct, settings);
        photos.setAll(JudgedSamples.photos());
        model.shownProperty().set(true);
        return model;
    }

    private static VerdictMatrix matrix(ScorecardViewModel model) {
        return model.standingProperty().get().matrix();
    }

    private static Standing.Content content(ScorecardViewModel model) {
        return model.standingProperty().get().content();
    }
}

package io.crackscope.ui.scorecard;

import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.DecisionRule;
import io.crackscope.evaluation.ErrorCosts;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.MatrixCell;
import io.crackscope.evaluation.PhotoIntervals;
import io.crackscope.evaluation.PhotoScores;
import io.crackscope.settings.Settings;
import io.crackscope.work.JobRunner;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The scorecard without its looks. Counts only while somebody looks; everything that a threshold or a cost changes is
 * there when the command returns, what a new set of photos changes follows from a job. All methods are for the executor
 * that the runner delivers on.
 */
public final class ScorecardViewModel {
    private static final double SLIDER_STEPS = 1000;

    private final ObservableList<JudgedPhoto> photos;
    private final Settings settings;
    private final LatestJob<PhotoScores> count;
    private final LatestJob<PhotoIntervals> resample;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final ReadOnlyObjectWrapper<Optional<PhotoIntervals>> intervals =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VerdictThresholds>> thresholds =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Double> cheapest = new ReadOnlyObjectWrapper<>(0.5);
    private final ReadOnlyObjectWrapper<Optional<MatrixCell>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<JudgedPhoto> chosenPhotos = FXCollections.observableArrayList();
    private final ObservableList<JudgedPhoto> readOnlyChosen = FXCollections.unmodifiableObservableList(chosenPhotos);
    private final BooleanProperty leaveOutSeen = new SimpleBooleanProperty(true);
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final IntegerProperty lookedUp = new SimpleIntegerProperty();
    private final IntegerProperty ofOtherModels = new SimpleIntegerProperty();
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();

    /**
     * @param photos all judged photos as they come, change and go; only read
     * @param runner counts and resamples on its IO lane
     * @param settings remember the costs
     */
    public ScorecardViewModel(ObservableList<JudgedPhoto> photos, JobRunner runner, Settings settings) {
        this.photos = photos;
        this.settings = settings;
        this.count = new LatestJob<>(runner, this::counted);
        this.resample = new LatestJob<>(runner, result -> intervals.set(Optional.of(result)));
        this.standing = new ReadOnlyObjectWrapper<>(Standing.of(
                PhotoScores.of(List.of(), true),
                new DecisionRule.ModelVerdicts(),
                new ErrorCosts(settings.missCost(), settings.falseAlarmCost())));
        photos.addListener((ListChangeListener<JudgedPhoto>) change -> recount());
        leaveOutSeen.addListener((observable, before, now) -> recount());
        shown.addListener((observable, before, now) -> recount());
    }

    /** What is counted and what comes of it. */
    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Intervals of the figures in {@link #standingProperty()}; empty while they are computed. */
    ReadOnlyObjectProperty<Optional<PhotoIntervals>> intervalsProperty() {
        return intervals.getReadOnlyProperty();
    }

    /** The model's own thresholds; empty while no model is open. */
    ReadOnlyObjectProperty<Optional<VerdictThresholds>> thresholdsProperty() {
        return thresholds.getReadOnlyProperty();
    }

    /** A threshold of least cost on the counted photos. */
    ReadOnlyObjectProperty<Double> cheapestProperty() {
        return cheapest.getReadOnlyProperty();
    }

    /** The chosen cell of the matrix. */
    ReadOnlyObjectProperty<Optional<MatrixCell>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The photos of the chosen cell. Read-only. */
    ObservableList<JudgedPhoto> chosenPhotos() {
        return readOnlyChosen;
    }

    /** Whether photos that made the model are left out where there are others. */
    BooleanProperty leaveOutSeenProperty() {
        return leaveOutSeen;
    }

    /** Whether somebody looks; nothing is counted while nobody does. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Photos of which somebody is still looking up what they show. */
    public IntegerProperty lookedUpProperty() {
        return lookedUp;
    }

    /** Photos that are not counted, since another model judged them. */
    public IntegerProperty ofOtherModelsProperty() {
        return ofOtherModels;
    }

    /** Whether {@link #standingProperty()} is behind the photos. */
    ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    /** The thresholds of the model that now judges. */
    public void modelThresholds(VerdictThresholds now) {
        thresholds.set(Optional.of(now));
    }

    /** Calls a crack what has at least the probability {@code threshold}, taken to a thousandth and into [0,1]. */
    void slideTo(double threshold) {
        // Steps of a slider add up to 0.30000000000000004; a photo of 0.3 must be met by the third.
        useThreshold(Math.clamp(Math.round(threshold * SLIDER_STEPS) / SLIDER_STEPS, 0, 1));
    }

    /** Uses the threshold of least cost. */
    void useCheapest() {
        useThreshold(cheapest.get());
    }

    /** Goes back to the model's own verdicts. */
    void useModelThresholds() {
        use(new DecisionRule.ModelVerdicts());
    }

    private void useThreshold(double threshold) {
        use(new DecisionRule.OneThreshold(threshold));
    }

    private void use(DecisionRule rule) {
        Standing now = standing.get();
        if (!rule.equals(now.rule())) {
            stand(Standing.of(now.scores(), rule, now.costs()));
        }
    }

    /** Sets what wrong answers cost, each in [0,{@link Settings#MOST_COST}], and remembers it. */
    void cost(int miss, int falseAlarm) {
        settings.missCost(miss);
        settings.falseAlarmCost(falseAlarm);
        Standing now = standing.get();
        ErrorCosts costs = new ErrorCosts(miss, falseAlarm);
        if (!costs.equals(now.costs())) {
            standing.set(new Standing(now.scores(), now.rule(), now.matrix(), costs));
            cheapest.set(now.scores().cheapest(costs));
        }
    }

    /** Chooses a cell, whose photos are then shown. */
    void choose(MatrixCell cell) {
        chosen.set(Optional.of(cell));
        showChosen();
    }

    private void recount() {
        if (shown.get()) {
            List<JudgedPhoto> now = List.copyOf(photos);
            boolean leaveOut = leaveOutSeen.get();
            counting.set(true);
            count.ask(() -> PhotoScores.of(now, leaveOut));
        } else {
            counting.set(false);
            count.forget();
            resample.forget();
        }
    }

    private void counted(PhotoScores scores) {
        Standing now = standing.get();
        cheapest.set(scores.cheapest(now.costs()));
        stand(Standing.of(scores, now.rule(), now.costs()));
        counting.set(false);
    }

    private void stand(Standing next) {
        intervals.set(Optional.empty());
        standing.set(next);
        showChosen();
        if (next.scores().basis().counted() > 0) {
            resample.ask(() -> PhotoIntervals.of(next.scores().counted(), next.rule()));
        } else {
            resample.forget();
        }
    }

    /** A cell that the rule does not have, such as uncertain with one threshold, is chosen no more. */
    private void showChosen() {
        Standing now = standing.get();
        if (!now.isByModel()
                && chosen.get()
                        .filter(cell -> cell.verdict() == io.crackscope.domain.Verdict.UNCERTAIN)
                        .isPresent()) {
            chosen.set(Optional.empty());
        }
        List<JudgedPhoto> next = chosen.get()
                .map(cell -> now.scores().photosIn(cell, now.rule()))
                .orElse(List.of());
        if (!isSame(next, chosenPhotos)) {
            chosenPhotos.setAll(next);
        }
    }

    /** Whether both hold the same objects: records with paths take too long to compare for 40,000 of them. */
    private static boolean isSame(List<JudgedPhoto> some, List<JudgedPhoto> others) {
        Iterator<JudgedPhoto> other = others.iterator();
        return some.size() == others.size() && some.stream().allMatch(photo -> photo == other.next());
    }
}

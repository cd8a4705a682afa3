package io.crackscope.ui.inspection;

import io.crackscope.domain.Label;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.JudgedPhoto.Source;
import io.crackscope.evaluation.JudgedPhoto.Truth;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inspected photos of the list as the scorecard counts them: with what their folders or a person say they show, and
 * whether the model was made with them. Works only while somebody looks. Called on the executor that the runner delivers
 * on.
 */
public final class JudgedPhotos {
    private static final Logger LOG = LoggerFactory.getLogger(JudgedPhotos.class);

    private final JobRunner runner;
    private KnownTruth truth;
    private final ObservableList<PhotoRow> rows;
    private final ObservableList<JudgedPhoto> photos = FXCollections.observableArrayList();
    private final ObservableList<JudgedPhoto> readOnlyPhotos = FXCollections.unmodifiableObservableList(photos);
    private final Map<Path, KnownTruth.Found> found = new HashMap<>();
    private final ReadOnlyObjectProperty<EngineState> engine;
    private final ReadOnlyIntegerWrapper lookedUp = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper ofOtherModels = new ReadOnlyIntegerWrapper();
    private boolean isWatched;
    private boolean isLooking;

    JudgedPhotos(
            ObservableList<PhotoRow> rows,
            JobRunner runner,
            EngineSource source,
            ReadOnlyObjectProperty<EngineState> engine) {
        this.rows = rows;
        this.runner = runner;
        this.truth = new KnownTruth(source);
        this.engine = engine;
        rows.addListener((ListChangeListener<PhotoRow>) change -> refresh());
        engine.addListener(change -> refresh());
    }

    /**
     * The photos that the model in use judged, in the order of the list. Read-only; up to date only while watched. Those of
     * another model are none of them: its thresholds and what it was made with are not known here.
     */
    public ObservableList<JudgedPhoto> photos() {
        return readOnlyPhotos;
    }

    /** How many of them are still to be looked up. */
    public ReadOnlyIntegerProperty lookedUpProperty() {
        return lookedUp.getReadOnlyProperty();
    }

    /** How many photos another model judged than the one in use. */
    public ReadOnlyIntegerProperty ofOtherModelsProperty() {
        return ofOtherModels.getReadOnlyProperty();
    }

    /** From now on the engine of {@code source} judges, whose model may have been made with other photos. */
    void use(EngineSource source) {
        truth = new KnownTruth(source);
        found.clear();
        refresh();
    }

    /** Whether somebody looks. */
    public void watch(boolean watched) {
        isWatched = watched;
        refresh();
    }

    /** A verdict came, a person decided, rows came or went. */
    public void refresh() {
        if (!isWatched) {
            return;
        }
        int others = 0;
        List<JudgedPhoto> now = new ArrayList<>();
        Map<Path, KnownTruth.Asked> asked = new LinkedHashMap<>();
        for (PhotoRow row : rows) {
            if (row.state() instanceof PhotoState.Inspected(var outcome) && !row.isOutdated()) {
                if (isOfOtherModel(row)) {
                    others++;
                    continue;
                }
                Optional<Label> reviewed = said(row);
                now.add(judged(row.file(), outcome, reviewed));
                KnownTruth.Found known = found.get(row.file());
                // a review of a photo that no folder labels asks for what was not worth a look before
                if (known == null || reviewed.isPresent() && known.seen().isEmpty()) {
                    asked.put(row.file(), new KnownTruth.Asked(row.file(), reviewed.isPresent()));
                }
            }
        }
        if (!now.equals(photos)) {
            photos.setAll(now);
        }
        ofOtherModels.set(others);
        lookedUp.set(asked.size());
        lookUp(asked);
    }

    private boolean isOfOtherModel(PhotoRow row) {
        return engine.get() instanceof EngineState.Ready ready && !ready.judged(row);
    }

    private JudgedPhoto judged(Path file, InspectionOutcome.Inspected outcome, Optional<Label> reviewed) {
        Optional<KnownTruth.Found> known = Optional.ofNullable(found.get(file));
        Optional<Truth> shows = reviewed.map(label -> new Truth(label, Source.REVIEW))
                .or(() ->
                        known.flatMap(KnownTruth.Found::byFolder).map(label -> new Truth(label, Source.CLASS_FOLDER)));
        Seen seen = known.flatMap(KnownTruth.Found::seen).orElse(Seen.UNKNOWN);
        return new JudgedPhoto(file, outcome.probability(), outcome.verdict(), shows, seen, Optional.empty());
    }

    private static Optional<Label> said(PhotoRow row) {
        return row.decision().flatMap(CorrectionSender::label);
    }

    private void lookUp(Map<Path, KnownTruth.Asked> asked) {
        if (isLooking || asked.isEmpty()) {
            return;
        }
        isLooking = true;
        KnownTruth asks = truth;
        List<KnownTruth.Asked> photosToLookUp = List.copyOf(asked.values());
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, List<KnownTruth.Found>>)
                        (publish, cancellation) -> asks.lookUp(photosToLookUp, cancellation),
                new JobRunner.Listener<Void, List<KnownTruth.Found>>() {
                    @Override
                    public void done(List<KnownTruth.Found> result) {
                        isLooking = false;
                        if (asks == truth) {
                            result.forEach(one -> found.put(one.file(), one));
                        }
                        refresh();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        isLooking = false;
                        LOG.error("cannot look up what photos show", failure);
                    }

                    @Override
                    public void cancelled() {
                        isLooking = false;
                    }
                });
    }
}

package io.crackscope.ui.dataset;

import io.crackscope.dataset.Check;
import io.crackscope.dataset.Finding;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Part;
import io.crackscope.dataset.PartLeaks;
import io.crackscope.dataset.SetChecks;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks of the data set that is open, each a job of its own that can be cancelled. They run by themselves when all
 * images are measured and again after every change; results of a state that is over are dropped.
 */
public final class ChecksModel {
    private static final Logger LOG = LoggerFactory.getLogger(ChecksModel.class);

    private final JobRunner runner;
    private final BrowseModel browse;
    private final Attention attention;
    private final Map<Check, ReadOnlyObjectWrapper<CheckState>> states = new EnumMap<>(Check.class);
    private final Map<Check, Cancellation> running = new EnumMap<>(Check.class);
    private final ReadOnlyObjectWrapper<@Nullable PartLeaks> leaks = new ReadOnlyObjectWrapper<>();

    private @Nullable ImageTable table;
    private boolean measured;
    private boolean judged;
    private int learnt;

    ChecksModel(JobRunner runner, BrowseModel browse, Attention attention) {
        this.runner = runner;
        this.browse = browse;
        this.attention = attention;
        for (Check check : Check.values()) {
            states.put(check, new ReadOnlyObjectWrapper<>(new CheckState.Waiting()));
        }
    }

    public ReadOnlyObjectProperty<CheckState> stateProperty(Check check) {
        return states.get(check).getReadOnlyProperty();
    }

    /** The leaks between the parts; null while they are not known. */
    public ReadOnlyObjectProperty<@Nullable PartLeaks> leaksProperty() {
        return leaks.getReadOnlyProperty();
    }

    /** How many of the images the model that judged them learnt from. */
    int learnt() {
        return learnt;
    }

    /** Watches another data set, of which nothing is measured yet; null for none. */
    void watch(@Nullable ImageTable other) {
        stop();
        table = other;
        measured = false;
        judged = false;
        learnt = 0;
        leaks.set(null);
        states.forEach((check, state) -> state.set(new CheckState.Waiting()));
    }

    /** All images are measured and grouped. */
    void measured() {
        measured = true;
        runAll();
    }

    /** A model has judged the images, {@code known} of which it learnt from. */
    void judged(int known) {
        judged = true;
        learnt = known;
        run(Check.LABEL_SUSPECTS);
    }

    /** What the model said is forgotten: another one is to be asked. */
    void unjudged() {
        judged = false;
        learnt = 0;
        run(Check.LABEL_SUSPECTS);
    }

    /** Something was decided anew. */
    void changed() {
        if (measured) {
            runAll();
        }
    }

    private void runAll() {
        for (Check check : Check.values()) {
            run(check);
        }
    }

    /** Runs {@code check} (again). */
    public void run(Check check) {
        cancelRunning(check);
        ImageTable now = table;
        if (now == null || !measured) {
            return;
        }
        if (check == Check.LABEL_SUSPECTS && !judged) {
            set(check, new CheckState.Offered());
        } else if (check == Check.LEAKS && parts(now) < 2) {
            leaks.set(null);
            set(check, new CheckState.NeedsParts());
        } else {
            if (!(states.get(check).get() instanceof CheckState.Found)) {
                set(check, new CheckState.Running());
            }
            start(check, now.copy());
        }
    }

    private static long parts(ImageTable table) {
        Set<Part> parts = new HashSet<>();
        for (int i = 0; i < table.size(); i++) {
            table.state(i).part().ifPresent(parts::add);
        }
        return parts.size();
    }

    /** A finding, and where it is about leaks more of them. */
    private record Result(Finding finding, Optional<PartLeaks> leaks) {}

    private void start(Check check, ImageTable copy) {
        double crackFrom = browse.crackFrom();
        Cancellation[] own = new Cancellation[1];
        own[0] = runner.start(
                JobRunner.Lane.DATA,
                (JobRunner.Job<Void, Result>) (publish, cancellation) -> {
                    attention.giveWay(cancellation);
                    cancellation.throwIfCancelled();
                    if (check == Check.LEAKS) {
                        PartLeaks found = PartLeaks.of(copy, cancellation);
                        return new Result(found.finding(), Optional.of(found));
                    }
                    return new Result(SetChecks.run(check, copy, crackFrom, cancellation), Optional.empty());
                },
                new JobRunner.Listener<Void, Result>() {
                    @Override
                    public void done(Result result) {
                        end(new CheckState.Found(result.finding()));
                        result.leaks().ifPresent(leaks::set);
                        browse.copies(copies());
                    }

                    @Override
                    public void failed(Throwable failure) {
                        LOG.error("check {} failed", check, failure);
                        end(new CheckState.Failed(failure));
                    }

                    private void end(CheckState state) {
                        if (table != null && copy.source().equals(table.source())) {
                            set(check, state);
                        }
                    }
                });
        running.put(check, own[0]);
    }

    /** Copies of both kinds, each cluster once. */
    private List<int[]> copies() {
        List<int[]> clusters = new ArrayList<>();
        for (Check check : List.of(Check.EXACT_DUPLICATES, Check.NEAR_DUPLICATES)) {
            if (states.get(check).get() instanceof CheckState.Found(Finding finding)) {
                clusters.addAll(finding.clusters());
            }
        }
        return clusters;
    }

    /** Stops {@code check}; it can be run again. */
    public void cancel(Check check) {
        cancelRunning(check);
        if (states.get(check).get() instanceof CheckState.Running) {
            set(check, new CheckState.Cancelled());
        }
    }

    private void cancelRunning(Check check) {
        Cancellation job = running.remove(check);
        if (job != null) {
            job.cancel();
        }
    }

    void stop() {
        List.copyOf(running.keySet()).forEach(this::cancelRunning);
    }

    private void set(Check check, CheckState state) {
        states.get(check).set(state);
    }
}

package io.crackscope.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Scorecard;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.learning.TrainingPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training run as the history keeps it; the record is the stored form, whose fields are only ever added.
 *
 * @param id name of its folder in the history
 * @param started ISO 8601 instant
 * @param state how it stands
 * @param plan all settings
 * @param data what it learns from
 * @param facts what its model card says
 * @param modelFile absolute path of the model file
 * @param epochs learning curve so far
 * @param bestEpoch whose weights are in the model file; 0 for none
 * @param ending why it is over; null while it is not
 * @param skipped images that could not be read
 * @param test score on the test part; null where there is none
 * @param notes what a person wrote about it
 * @param owner the process that runs it
 */
public record RunRecord(
        String id,
        String started,
        State state,
        TrainingPlan plan,
        Data data,
        CardFacts facts,
        String modelFile,
        List<EpochScore> epochs,
        int bestEpoch,
        @Nullable Ending ending,
        Skipped skipped,
        @Nullable Scorecard test,
        String notes,
        Owner owner) {
    public RunRecord {
        epochs = List.copyOf(epochs);
    }

    /** How a run stands. */
    public enum State {
        /** A process is at it. */
        RUNNING,
        /** It was left behind: its window was closed, its process was killed, or the machine went down. */
        INTERRUPTED,
        /** A person stopped it; the best epoch is kept. */
        STOPPED,
        /** All epochs were made, or patience ran out. */
        FINISHED,
        /** It could not go on. */
        FAILED;

        /** Whether it can be taken up again where its checkpoint lies. */
        public boolean resumable() {
            return this == INTERRUPTED || this == STOPPED || this == FAILED;
        }
    }

    /**
     * What a run learns from.
     *
     * @param folders absolute paths
     * @param split {@code random}, {@code grouped} or as a kept split calls itself
     * @param seed of the split
     * @param train images
     * @param validation images
     * @param test images
     * @param leaks what the parts share
     * @param from name of the model it started from; null for random weights
     * @param start where that model is; null for random weights
     * @param trainOnly absolute paths of what only trains
     */
    public record Data(
            List<String> folders,
            String split,
            long seed,
            int train,
            int validation,
            int test,
            SplitLeaks leaks,
            @Nullable String from,
            @Nullable StartFile start,
            List<String> trainOnly) {
        public Data {
            folders = List.copyOf(folders);
            // runs kept before this was have none
            trainOnly = trainOnly == null ? List.of() : List.copyOf(trainOnly);
        }

        static Data of(DataChoice choice, Split split, SplitLeaks leaks, Optional<StartModel> from) {
            return new Data(
                    absolute(choice.sources()),
                    split.kind(),
                    split.seed(),
                    split.train().size(),
                    split.validation().size(),
                    split.test().size(),
                    leaks,
                    from.map(model -> model.card().name()).orElse(null),
                    from.map(StartModel::kept).orElse(null),
                    absolute(choice.trainOnly()));
        }

        private static List<String> absolute(List<Path> paths) {
            return paths.stream()
                    .map(path -> path.toAbsolutePath().normalize().toString())
                    .toList();
        }
    }

    /**
     * The model that a run started from: resumed, it must start from the same.
     *
     * @param file absolute path of the model file
     * @param weights SHA-256 of its weights
     */
    public record StartFile(String file, String weights) {}

    /**
     * Why a run is over.
     *
     * @param cause {@code epochs_done}, {@code no_improvement}, {@code stopped}, or the kind of a failure
     * @param reason of a failure in the engine's words; else empty
     */
    public record Ending(String cause, String reason) {
        /** The cause of a failure that nobody foresaw, or of a file that cannot be written. */
        public static final String BROKEN = "broken";
    }

    /**
     * Images that could not be read.
     *
     * @param count of them
     * @param first some of them, each with its reason
     */
    public record Skipped(int count, List<String> first) {
        /** None. */
        public static final Skipped NONE = new Skipped(0, List.of());

        private static final int MOST = 20;

        public Skipped {
            first = List.copyOf(first);
        }

        /** One more. */
        public Skipped and(String file) {
            return first.size() < MOST
                    ? new Skipped(
                            count + 1,
                            java.util.stream.Stream.concat(first.stream(), java.util.stream.Stream.of(file))
                                    .toList())
                    : new Skipped(count + 1, first);
        }
    }

    /**
     * A process; its start tells it from a later one of the same number.
     *
     * @param pid number of the process
     * @param since ISO 8601 instant, empty where the system does not tell
     */
    public record Owner(long pid, String since) {
        private static final Duration CLOCK = Duration.ofSeconds(2);

        /** This process. */
        public static Owner self() {
            return of(ProcessHandle.current());
        }

        private static Owner of(ProcessHandle process) {
            return new Owner(
                    process.pid(),
                    process.info().startInstant().map(Object::toString).orElse(""));
        }

        /** Whether the process still runs. */
        @JsonIgnore
        public boolean isAlive() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isSince(of(process).since()))
                    .isPresent();
        }

        /** Linux tells the start of a process by that of the system, which moves by a second when the clock is set. */
        private boolean isSince(String other) {
            try {
                Duration apart = Duration.between(Instant.parse(since), Instant.parse(other));
                return apart.abs().compareTo(CLOCK) <= 0;
            } catch (DateTimeParseException e) {
                // the system does not tell
                return since.equals(other);
            }
        }
    }

    /** A run of this process that begins now. */
    static RunRecord begun(String id, Instant now, TrainingOrder order, Data data, CardFacts facts) {
        return new RunRecord(
                id,
                now.toString(),
                State.RUNNING,
                order.plan(),
                data,
                facts,
                order.modelFile().toAbsolutePath().normalize().toString(),
                List.of(),
                0,
                null,
                Skipped.NONE,
                null,
                "",
                Owner.self());
    }

    /** The model file. */
    public Path model() {
        return Path.of(modelFile);
    }

    /** The name of its model. */
    public String name() {
        return facts.name();
    }

    RunRecord with(State next, @Nullable Ending why) {
        return new RunRecord(
                id, started, next, plan, data, facts, modelFile, epochs, bestEpoch, why, skipped, test, notes, owner);
    }

    RunRecord withCurve(List<EpochScore> scores, int best) {
        return new RunRecord(
                id, started, state, plan, data, facts, modelFile, scores, best, ending, skipped, test, notes, owner);
    }

    RunRecord withSkipped(Skipped now) {
        return new RunRecord(
                id, started, state, plan, data, facts, modelFile, epochs, bestEpoch, ending, now, test, notes, owner);
    }

    RunRecord withTest(Scorecard score) {
        return new RunRecord(
                id, started, state, plan, data, facts, modelFile, epochs, bestEpoch, ending, skipped, score, notes,
                owner);
    }

    RunRecord withNotes(String text) {
        return new RunRecord(
                id, started, state, plan, data, facts, modelFile, epochs, bestEpoch, ending, skipped, test, text,
                owner);
    }

    RunRecord withOwner(Owner process) {
        return new RunRecord(
                id, started, state, plan, data, facts, modelFile, epochs, bestEpoch, ending, skipped, test, notes,
                process);
    }
}

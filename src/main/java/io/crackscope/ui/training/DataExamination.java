package io.crackscope.ui.training;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.text.Messages;
import io.crackscope.training.DataChoice;
import io.crackscope.training.TrainingWorkflow.DataSource;
import io.crackscope.ui.training.DataForm.Facts;
import io.crackscope.ui.training.DataForm.State;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at the data of a plan: finds the images, splits them and counts what the parts share. */
final class DataExamination {
    private static final Dataset NONE = new Dataset(List.of(), List.of(), List.of(), List.of(), List.of());

    private final DataSource source;
    private final Messages messages;

    DataExamination(DataSource source, Messages messages) {
        this.source = source;
        this.messages = messages;
    }

    /**
     * What was found, so that another split needs no other scan.
     *
     * @param split in the folders that are split; null if that is not known
     * @param trainOnly in those that only train; null if that is not known
     */
    record Scanned(@Nullable Dataset split, @Nullable Dataset trainOnly) {
        /** Nothing is known. */
        static final Scanned NOTHING = new Scanned(null, null);
    }

    /** Publishes {@link Scanned} and every {@link State} on the way; what {@code known} holds is not looked for again. */
    State of(DataChoice choice, Scanned known, long seed, Consumer<Object> publish, Cancellation cancellation) {
        Throttle throttle = new Throttle();
        ProgressListener looking =
                (done, total) -> throttle.perhaps(() -> publish.accept(new State.Scanning(done, total)));
        Optional<Split> named =
                choice.isNamed() ? Optional.of(choice.split(List.of(), seed, looking, cancellation)) : Optional.empty();
        Dataset dataset =
                named.map(Dataset::of).orElseGet(() -> scan(choice.folders(), known.split(), looking, cancellation));
        Dataset trainOnly = choice.trainOnly().isEmpty()
                ? NONE
                : scan(choice.trainOnly(), known.trainOnly(), looking, cancellation);
        publish.accept(new Scanned(named.isEmpty() ? dataset : known.split(), trainOnly == NONE ? null : trainOnly));
        List<LabelledImage> images = dataset.images();
        if (images.isEmpty()) {
            return new State.Unusable(messages.get("ui.train.data.nothing"));
        } else if (trainOnly != NONE && trainOnly.images().isEmpty()) {
            return new State.Unusable(messages.get("ui.train.train_only.nothing"));
        }
        Split split = named.orElseGet(() -> choice.split(images, seed, ProgressListener.NONE, cancellation))
                .alsoTraining(trainOnly.images());
        Facts facts = Facts.of(dataset);
        Facts more = Facts.of(trainOnly);
        publish.accept(new State.Ready(facts, more, split, 0, Optional.empty()));
        SplitLeaks leaks = SplitLeaks.of(
                split,
                source.looks(),
                (done, total) -> throttle.perhaps(
                        () -> publish.accept(new State.Ready(facts, more, split, done, Optional.empty()))),
                cancellation);
        return new State.Ready(facts, more, split, 0, Optional.of(leaks));
    }

    private Dataset scan(
            List<Path> where, @Nullable Dataset known, ProgressListener progress, Cancellation cancellation) {
        Dataset found = known != null ? known : source.scan().scan(where, progress, cancellation);
        cancellation.throwIfCancelled();
        return found;
    }
}

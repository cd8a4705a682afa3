package io.crackscope.cli;

import io.crackscope.cli.Services.Watch;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelDescription;
import io.crackscope.work.Cancellation;
import io.crackscope.work.FollowUp;
import io.crackscope.work.ParallelWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inspects photos and hands the outcomes to the table, the files and the overlays. */
final class Inspection {
    private final Services services;
    private final Console console;
    private final Failures failures;

    Inspection(Services services, Console console, Failures failures) {
        this.services = services;
        this.console = console;
        this.failures = failures;
    }

    /** Runs on the calling thread until done or cancelled; returns the exit code. */
    int run(InspectionRequest request) {
        List<CrackClassifier> classifiers = new ArrayList<>();
        try (Watch watch = services.surroundings().interruptions().watch();
                InspectionOutputs outputs = new InspectionOutputs(request, services, console, failures)) {
            PhotoFiles found = PhotoFiles.in(request.paths());
            List<Path> photos = found.files().stream()
                    .filter(photo -> request.overlay() == null || !OverlayFolder.isOurs(photo, request.overlay()))
                    .toList();
            for (int i = 0; i < Math.min(request.jobs(), photos.size()); i++) {
                classifiers.add(services.models().loader().load(request.model(), request.engine()));
            }
            Run run = new Run(request, outputs, watch.cancellation());
            return run.inspect(found, photos, classifiers);
        } finally {
            classifiers.forEach(CrackClassifier::close);
        }
    }

    /** One photo's outcome with what was drawn of it. */
    private record Judged(
            InspectionOutcome outcome, @Nullable Path overlay) {}

    private final class Run {
        private final InspectionRequest request;
        private final InspectionOutputs outputs;
        private final Cancellation cancellation;
        private final InspectionTable table;
        private final AtomicReference<@Nullable IOException> overlayFailure = new AtomicReference<>();

        Run(InspectionRequest request, InspectionOutputs outputs, Cancellation cancellation) {
            this.request = request;
            this.outputs = outputs;
            this.cancellation = cancellation;
            this.table = new InspectionTable(console, !request.quiet());
        }

        int inspect(PhotoFiles found, List<Path> photos, List<CrackClassifier> classifiers) {
            outputs.begin(classifiers.isEmpty() ? null : classifiers.getFirst().model());
            found.refused()
                    .forEach(no -> take(new Judged(new InspectionOutcome.Refused(no.path(), no.refusal()), null)));
            if (photos.isEmpty()) {
                outputs.finish(true);
                console.note(console.text("cli.inspect.nothing"));
                return ExitCodes.NOTHING_USABLE;
            }
            try (Progress progress = new Progress(console, console.text("cli.inspect.doing"), request.quiet())) {
                progress.progress(0, photos.size());
                int[] done = {0};
                Consumer<Judged> results = judged -> {
                    take(judged);
                    progress.progress(++done[0], photos.size());
                };
                if (classifiers.size() == 1) {
                    oneByOne(photos, classifiers.getFirst(), results);
                } else {
                    List<Function<Path, Judged>> workers =
                            classifiers.stream().map(this::worker).toList();
                    ParallelWork.run(photos, workers, results, cancellation);
                }
            } finally {
                // also after an unexpected failure: what was done is kept
                outputs.finish(table.judged() == found.refused().size() + photos.size());
            }
            table.finish();
            sayWhereOverlaysAre();
            if (outputs.incomplete()) {
                table.showHeld();
            }
            if (cancellation.isCancelled() && !isInVain()) {
                console.note(console.text(
                        "cli.inspect.cancelled",
                        table.judged() - found.refused().size(),
                        photos.size()));
            }
            return exitCode();
        }

        /** While one photo is judged the next is read and the one before is drawn and written. */
        private void oneByOne(List<Path> photos, CrackClassifier classifier, Consumer<Judged> results) {
            @Nullable OverlayFolder overlays = overlays(classifier.model());
            PhotoInspector inspector = services.models().inspector().apply(classifier);
            try (FollowUp<InspectionOutcome> written = new FollowUp<>(
                    "results",
                    2,
                    outcome ->
                            results.accept(new Judged(outcome, overlays == null ? null : draw(overlays, outcome))))) {
                inspector.inspectAll(photos, written::accept, cancellation);
                written.finish();
            }
        }

        private Function<Path, Judged> worker(CrackClassifier classifier) {
            PhotoInspector inspector = services.models().inspector().apply(classifier);
            @Nullable OverlayFolder overlays = overlays(classifier.model());
            return photo -> {
                InspectionOutcome outcome = inspector.inspect(photo, cancellation);
                return new Judged(outcome, overlays == null ? null : draw(overlays, outcome));
            };
        }

        private @Nullable OverlayFolder overlays(ModelDescription model) {
            return request.overlay() == null
                    ? null
                    : new OverlayFolder(request.overlay(), services.photos(), model.tileThreshold());
        }

        /** After one picture that cannot be written no other is tried: the disk is full for all of them. */
        private @Nullable Path draw(OverlayFolder overlays, InspectionOutcome outcome) {
            if (outcome instanceof InspectionOutcome.Inspected inspected && overlayFailure.get() == null) {
                try {
                    return overlays.draw(inspected);
                } catch (IOException e) {
                    if (overlayFailure.compareAndSet(null, e)) {
                        outputs.giveUp(request.overlay() == null ? inspected.file() : request.overlay(), e);
                    }
                }
            }
            return null;
        }

        private void take(Judged judged) {
            table.photo(judged.outcome());
            outputs.photo(judged.outcome(), judged.overlay());
            if (isInVain()) {
                cancellation.cancel();
            }
        }

        /** Whether nobody gets what is still to be found: {@code | head} has read enough. */
        private boolean isInVain() {
            return request.onlyPrints() && console.isOutputLost();
        }

        private void sayWhereOverlaysAre() {
            if (request.overlay() != null
                    && table.inspected() > 0
                    && overlayFailure.get() == null
                    && !request.quiet()) {
                console.line(console.text(
                        "cli.inspect.overlays",
                        request.overlay().toAbsolutePath().normalize().toString()));
            }
        }

        private int exitCode() {
            if (cancellation.isCancelled() && !isInVain()) {
                return ExitCodes.CANCELLED;
            } else if (table.inspected() == 0) {
                return ExitCodes.NOTHING_USABLE;
            } else if (outputs.incomplete()) {
                return ExitCodes.NOT_WRITTEN;
            }
            return table.refused() > 0 ? ExitCodes.SOME_REFUSED : ExitCodes.DONE;
        }
    }
}

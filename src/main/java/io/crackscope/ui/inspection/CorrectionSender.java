package io.crackscope.ui.inspection;

import io.crackscope.domain.Label;
import io.crackscope.domain.Review.Decision;
import io.crackscope.inspection.CorrectionTiles;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.work.JobRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends what a person said of the photos of an inspection to the data set of corrections. UI executor only. */
public final class CorrectionSender {
    /** One photo with what was said of it; empty where it cannot be told. */
    private record Said(InspectionOutcome.Inspected inspected, String sha256, Optional<Label> label) {}

    private final JobRunner runner;
    private final InspectionViewModel inspection;
    private final CorrectionTiles tiles;

    /** Sends the photos of {@code inspection} to the data set that {@code tiles} writes. */
    public CorrectionSender(JobRunner runner, InspectionViewModel inspection, CorrectionTiles tiles) {
        this.runner = runner;
        this.inspection = inspection;
        this.tiles = tiles;
    }

    /** Sends all reviewed photos of the open inspection; the notice bar says what came of it. */
    public void send() {
        inspection.desk().ask(project -> project.snapshot().photos(), photos -> send(said(photos)));
    }

    private List<Said> said(List<ProjectPhoto> photos) {
        Map<Path, String> digests = new HashMap<>();
        photos.forEach(photo -> photo.sha256().ifPresent(sha256 -> digests.put(photo.file(), sha256)));
        List<Said> all = new ArrayList<>();
        for (PhotoRow row : inspection.rows()) {
            if (row.decision().isPresent()
                    && row.state() instanceof PhotoState.Inspected(var outcome)
                    && digests.containsKey(row.file())) {
                all.add(new Said(
                        outcome, digests.get(row.file()), label(row.decision().get())));
            }
        }
        return all;
    }

    /** What a photo shows according to a decision; empty where the person cannot tell. */
    static Optional<Label> label(Decision decision) {
        return switch (decision) {
            case CRACK -> Optional.of(Label.CRACK);
            case NO_CRACK -> Optional.of(Label.NO_CRACK);
            case UNSURE -> Optional.empty();
        };
    }

    private void send(List<Said> all) {
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Notice>) (publish, cancellation) -> {
                    int kept = 0;
                    for (Said said : all) {
                        cancellation.throwIfCancelled();
                        try {
                            kept += tiles.keep(said.inspected(), said.sha256(), said.label());
                        } catch (IOException e) {
                            return new Notice.NotSent(e);
                        }
                    }
                    return new Notice.Sent(kept, all.size(), tiles.folder());
                },
                new JobRunner.Listener<Void, Notice>() {
                    @Override
                    public void done(Notice said) {
                        inspection.say(said);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        throw new IllegalStateException("corrections could not be sent", failure);
                    }
                });
    }
}

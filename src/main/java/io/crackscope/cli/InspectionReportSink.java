package io.crackscope.cli;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.learning.ModelDescription;
import io.crackscope.project.AnswerId;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.StoredAnswer;
import io.crackscope.reporting.FindingPictures;
import io.crackscope.reporting.InspectionReport;
import io.crackscope.reporting.PdfInspection;
import io.crackscope.reporting.ReportStyle;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the outcomes of an inspection and writes {@code inspect --report} of them when all are known. */
final class InspectionReportSink implements InspectionSink {
    private static final ModelStamp NO_MODEL = new ModelStamp("", "0".repeat(64));

    private final OutputFile file;
    private final Services services;
    private final Console console;
    private final Optional<ModelDescription> model;
    private final ModelStamp stamp;
    private final Optional<PhotoScale> scale;
    private final List<ProjectPhoto> photos = new ArrayList<>();
    private final Map<PhotoId, CrackFindings> findings = new HashMap<>();

    /** {@code model} is null where there was no photo to load it for. */
    InspectionReportSink(
            OutputFile file,
            @Nullable ModelDescription model,
            InspectionRequest request,
            Services services,
            Console console)
            throws IOException {
        this.file = file;
        this.services = services;
        this.console = console;
        this.model = Optional.ofNullable(model);
        this.scale = request.scale();
        this.stamp = model == null
                ? NO_MODEL
                : new ModelStamp(model.card().name(), Digests.sha256(request.model(), new Cancellation()));
    }

    @Override
    public void photo(InspectionOutcome outcome, @Nullable Path overlay) {
        PhotoId id = new PhotoId(photos.size() + 1L);
        Instant now = Instant.now();
        switch (outcome) {
            case InspectionOutcome.Inspected done -> {
                ModelAnswer answer = new ModelAnswer.Judged(
                        done.verdict(),
                        done.probability(),
                        model.orElseThrow().thresholds(),
                        done.millis(),
                        stamp,
                        now);
                findings.put(id, new CrackFindings(done.map(), done.evidence()));
                photos.add(photo(
                        id,
                        done.file(),
                        Optional.of(done.facts()),
                        answer,
                        done.evidence().size()));
            }
            case InspectionOutcome.Refused refused ->
                photos.add(photo(
                        id,
                        refused.file(),
                        Optional.empty(),
                        new ModelAnswer.Refused(refused.refusal(), stamp, now),
                        0));
        }
    }

    private ProjectPhoto photo(PhotoId id, Path file, Optional<PhotoFacts> facts, ModelAnswer answer, int evidence) {
        Path absolute = file.toAbsolutePath().normalize();
        long bytes;
        try {
            bytes = Files.size(absolute);
        } catch (IOException e) {
            // it was refused: its row says why
            bytes = 0;
        }
        return new ProjectPhoto(
                id,
                absolute,
                bytes,
                Optional.empty(),
                facts,
                false,
                Optional.empty(),
                Optional.empty(),
                scale,
                Optional.of(new StoredAnswer(new AnswerId(id.number()), answer, evidence, Optional.empty())),
                1);
    }

    /** A report that was cut short says so on its first page. */
    private ProjectFacts facts(boolean complete) {
        String remarks = complete ? "" : console.text("cli.report.incomplete");
        return new ProjectFacts("", "", "", "", "", LocalDate.now(), remarks);
    }

    @Override
    public void finish(boolean complete) throws IOException {
        InspectionReport report = InspectionReport.of(
                new InspectionReport.Source(
                        facts(complete),
                        photos,
                        photo -> Optional.ofNullable(findings.get(photo.id())),
                        known -> model.map(ReportOutputs::facts),
                        Optional.empty()),
                ZonedDateTime.now(),
                "CrackScope " + services.surroundings().version());
        try (FindingPictures pictures =
                new FindingPictures(services.photos(), photo -> Optional.ofNullable(findings.get(photo.id())))) {
            new PdfInspection(report, ReportStyle.USUAL, console.messages())
                    .write(file.stream(), pictures, ProgressListener.NONE, new Cancellation());
        }
        file.commit();
    }
}

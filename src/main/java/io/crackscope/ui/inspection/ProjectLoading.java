package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.project.AnswerId;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectException;
import io.crackscope.project.ProjectException.Problem;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.ProjectSnapshot;
import io.crackscope.project.StoredAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window needs of a project, read on the project lane, and what it gives to it. */
final class ProjectLoading {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectLoading.class);

    private ProjectLoading() {}

    /**
     * A project after a change.
     *
     * @param snapshot of it
     * @param findings of the photos that the list does not know yet
     * @param missing photos that are not where they were; empty where that was not looked at
     */
    record Loaded(ProjectSnapshot snapshot, Map<PhotoId, CrackFindings> findings, OptionalInt missing) {}

    /** What came of adding photos, {@code fresh} of which the project did not have. */
    record Added(Loaded loaded, int fresh) {}

    /** All of a project that was just opened. */
    static Loaded all(InspectionProject project) {
        return moved(project, Set.of());
    }

    /** A project of which the list has {@code known} already. */
    static Loaded besides(InspectionProject project, Set<PhotoId> known) {
        ProjectSnapshot snapshot = project.snapshot();
        Map<PhotoId, CrackFindings> findings = new HashMap<>();
        for (ProjectPhoto photo : snapshot.photos()) {
            if (!known.contains(photo.id())) {
                photo.latest()
                        .map(StoredAnswer::id)
                        .flatMap(project::findings)
                        .ifPresent(found -> findings.put(photo.id(), found));
            }
        }
        return new Loaded(snapshot, findings, OptionalInt.empty());
    }

    /** As the other method; also looks at every photo's file, which may take a while on a network drive. */
    static Loaded moved(InspectionProject project, Set<PhotoId> known) {
        Loaded loaded = besides(project, known);
        return new Loaded(
                loaded.snapshot(),
                loaded.findings(),
                OptionalInt.of(project.missing().size()));
    }

    /** Adds photos to an open project. */
    static Added add(InspectionProject project, List<Path> photos) {
        io.crackscope.project.Added added = project.addPhotos(photos);
        Set<PhotoId> present = new HashSet<>();
        project.snapshot().photos().forEach(photo -> present.add(photo.id()));
        added.added().forEach(present::remove);
        return new Added(besides(project, present), added.added().size());
    }

    /** Opens the first of {@code files} that is there, or makes the first that can be made. */
    static InspectionProject openOrMake(List<Path> files, ProjectFacts facts, String who) {
        ProjectException first = null;
        for (Path file : files) {
            try {
                if (Files.exists(file)) {
                    return InspectionProject.open(file, who);
                }
                makeFolder(file.getParent());
                return InspectionProject.create(file, facts, who);
            } catch (ProjectException e) {
                if (e.problem() != Problem.READ_ONLY) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IllegalArgumentException("no place") : first;
    }

    /** What is missing in the end shows when the project is made. */
    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be made", folder, e);
        }
    }

    /** How far a photo of the project is, as the list shows it. */
    private static PhotoState stateOf(ProjectPhoto photo, Map<PhotoId, CrackFindings> findings) {
        CrackFindings found = findings.get(photo.id());
        ModelAnswer answer = photo.latest().map(StoredAnswer::answer).orElse(null);
        if (answer instanceof ModelAnswer.Judged judged
                && found != null
                && photo.facts().isPresent()) {
            return new PhotoState.Inspected(new InspectionOutcome.Inspected(
                    photo.file(),
                    photo.facts().get(),
                    judged.verdict(),
                    judged.probability(),
                    found.map(),
                    found.evidence(),
                    judged.millis()));
        } else if (answer instanceof ModelAnswer.Refused refused) {
            return new PhotoState.Refused(refused.refusal());
        }
        return new PhotoState.Waiting();
    }

    /** A row for a photo of the project that the list does not have. */
    static PhotoRow rowOf(ProjectPhoto photo, Map<PhotoId, CrackFindings> findings) {
        PhotoRow row = new PhotoRow(photo.file(), photo.file(), stateOf(photo, findings));
        row.id(photo.id());
        photo.latest()
                .map(StoredAnswer::answer)
                .ifPresent(answer -> row.judgedBy(
                        answer.model(),
                        answer instanceof ModelAnswer.Judged judged
                                ? Optional.of(judged.thresholds())
                                : Optional.empty()));
        return row;
    }

    /** Keeps what {@code model} answered for a photo: the way back from {@link #stateOf}. */
    static AnswerId keep(
            InspectionProject project,
            PhotoId id,
            InspectionOutcome outcome,
            ModelStamp model,
            VerdictThresholds thresholds,
            Instant now) {
        return switch (outcome) {
            case InspectionOutcome.Inspected done ->
                project.recordJudged(
                        id,
                        new ModelAnswer.Judged(
                                done.verdict(), done.probability(), thresholds, done.millis(), model, now),
                        done.facts(),
                        new CrackFindings(done.map(), done.evidence()));
            case InspectionOutcome.Refused refused ->
                project.recordRefused(id, new ModelAnswer.Refused(refused.refusal(), model, now));
        };
    }
}

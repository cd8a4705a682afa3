package io.crackscope.reporting;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.StoredAnswer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an inspection came to, at one moment, before anyone decides what it is written as.
 *
 * @param facts what the inspection is about
 * @param made when the report was made, in the zone in which its times are told
 * @param program that made it, with its version
 * @param findings the photos of the report in its order, numbered from 1
 * @param leftOut photos of the inspection that the report's maker left out
 * @param models that answered, the one of most photos first
 * @param audit of the project; empty without a project
 */
public record InspectionReport(
        ProjectFacts facts,
        ZonedDateTime made,
        String program,
        List<Finding> findings,
        List<Finding> leftOut,
        List<ModelUse> models,
        Optional<AuditExtract> audit) {
    public InspectionReport {
        findings = List.copyOf(findings);
        leftOut = List.copyOf(leftOut);
        models = List.copyOf(models);
    }

    /**
     * Where the content comes from.
     *
     * @param facts what the inspection is about
     * @param photos all photos of the inspection in their order
     * @param findings where in a photo its newest answer sees cracks
     * @param models what is known of a model
     * @param audit of the project
     */
    public record Source(
            ProjectFacts facts,
            List<ProjectPhoto> photos,
            Function<ProjectPhoto, Optional<CrackFindings>> findings,
            Function<ModelStamp, Optional<ModelUse.ModelFacts>> models,
            Optional<AuditExtract> audit) {
        public Source {
            photos = List.copyOf(photos);
        }
    }

    /** The report of {@code source} on all its photos. */
    public static InspectionReport of(Source source, ZonedDateTime made, String program) {
        return of(source, source.photos().stream().map(ProjectPhoto::id).toList(), made, program);
    }

    /**
     * The report of {@code source}.
     *
     * @param chosen the photos that it tells of, in its order
     */
    public static InspectionReport of(Source source, List<PhotoId> chosen, ZonedDateTime made, String program) {
        Map<PhotoId, ProjectPhoto> rest = new LinkedHashMap<>();
        source.photos().forEach(photo -> rest.put(photo.id(), photo));
        List<Finding> findings = new ArrayList<>();
        for (PhotoId id : chosen) {
            ProjectPhoto photo = rest.remove(id);
            if (photo != null) {
                findings.add(finding(source, findings.size() + 1, photo));
            }
        }
        List<Finding> leftOut = new ArrayList<>();
        for (ProjectPhoto photo : rest.values()) {
            leftOut.add(new Finding(findings.size() + leftOut.size() + 1, photo, List.of()));
        }
        return new InspectionReport(
                source.facts(), made, program, findings, leftOut, models(source, findings), source.audit());
    }

    private static Finding finding(Source source, int number, ProjectPhoto photo) {
        return new Finding(
                number,
                photo,
                source.findings().apply(photo).map(CrackFindings::evidence).orElse(List.of()));
    }

    private static List<ModelUse> models(Source source, List<Finding> findings) {
        Map<ModelStamp, List<ModelAnswer>> answers = new LinkedHashMap<>();
        findings.stream()
                .flatMap(finding -> finding.photo().latest().stream())
                .map(StoredAnswer::answer)
                .forEach(answer -> answers.computeIfAbsent(answer.model(), stamp -> new ArrayList<>())
                        .add(answer));
        List<ModelUse> uses = new ArrayList<>();
        answers.forEach((stamp, all) -> uses.add(
                new ModelUse(stamp, all.size(), thresholds(all), source.models().apply(stamp))));
        uses.sort((one, other) -> other.photos() - one.photos());
        return uses;
    }

    /** Those of the newest answer: a model file's thresholds can be fixed anew, its hash is then another. */
    private static Optional<VerdictThresholds> thresholds(List<ModelAnswer> answers) {
        return answers.reversed().stream()
                .filter(ModelAnswer.Judged.class::isInstance)
                .map(answer -> ((ModelAnswer.Judged) answer).thresholds())
                .findFirst();
    }

    /** The findings told at length, in the report's order. */
    List<Finding> told() {
        return findings.stream().filter(Finding::isTold).toList();
    }

    /** Findings that show or may show a crack, the gravest first. */
    List<Finding> worst() {
        return findings.stream()
                .filter(Finding::isGrave)
                .sorted(Finding.WORST_FIRST)
                .toList();
    }

    /** Photos that the model could not look at or has not. */
    List<Finding> notInspected() {
        return findings.stream().filter(Finding::isNotInspected).toList();
    }

    /** Photos that were inspected, show no crack as far as anyone knows, and are told in one line. */
    List<Finding> calm() {
        return findings.stream()
                .filter(finding -> !finding.isTold() && !finding.isNotInspected())
                .toList();
    }

    /** How many findings no person has reviewed. */
    long awaitingReview() {
        return findings.stream().filter(Finding::awaitsReview).count();
    }

    /** How many photos there are with each verdict and decision. */
    public ReviewMatrix matrix() {
        return ReviewMatrix.of(findings);
    }
}

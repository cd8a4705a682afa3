package io.crackscope.reporting;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelStamp;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.ProjectSnapshot;
import java.util.Optional;
import java.util.function.Function;

/** The content of a report as an inspection project holds it. */
public final class ProjectContent {
    private ProjectContent() {}

    /**
     * The content of {@code project} as it is now.
     *
     * @param models what is known of a model
     */
    public static InspectionReport.Source of(
            InspectionProject project, Function<ModelStamp, Optional<ModelUse.ModelFacts>> models) {
        ProjectSnapshot now = project.snapshot();
        return new InspectionReport.Source(
                now.facts(), now.photos(), findings(project), models, Optional.of(AuditExtract.of(project)));
    }

    /** Where in a photo its newest answer sees cracks. */
    public static Function<ProjectPhoto, Optional<CrackFindings>> findings(InspectionProject project) {
        return photo -> photo.latest().flatMap(answer -> project.findings(answer.id()));
    }
}

package io.crackscope.app;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.settings.Installation;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a project of as many photos as wanted, copies of a few that are inspected once, to measure what a report of them
 * takes:
 *
 * <pre>
 * mvn -q test-compile exec:exec@large-inspection
 * /usr/bin/time -v target/crackscope/bin/crackscope report target/large/large.inspection --out target/large/large.pdf
 * </pre>
 *
 * Arguments: a folder to write to, a folder of photos, how many there should be.
 */
public final class LargeInspection {
    private LargeInspection() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        List<Path> originals = PhotoFiles.in(List.of(Path.of(arguments[1]))).files();
        int count = Integer.parseInt(arguments[2]);
        Files.createDirectories(folder);
        Path file = folder.resolve("large.inspection");
        Files.deleteIfExists(file);
        Path model = ShippedModel.file(Installation.locate());
        try (InspectionProject project = InspectionProject.create(
                        file, ProjectFacts.titled("Large", LocalDate.of(2026, 11, 20)), "test");
                CrackClassifier classifier = ShippedModel.classifier(model)) {
            ModelStamp stamp =
                    new ModelStamp(classifier.model().card().name(), Digests.sha256(model, new Cancellation()));
            PhotoInspector inspector = new TiledPhotoInspector(new ImageIoPhotoReader(), classifier);
            for (int i = 0; i < originals.size(); i++) {
                if (inspector.inspect(originals.get(i), new Cancellation())
                        instanceof InspectionOutcome.Inspected done) {
                    for (PhotoId photo : copies(project, folder, originals, i, count)) {
                        project.recordJudged(
                                photo,
                                new ModelAnswer.Judged(
                                        done.verdict(),
                                        done.probability(),
                                        classifier.model().thresholds(),
                                        done.millis(),
                                        stamp,
                                        Instant.now()),
                                done.facts(),
                                new CrackFindings(done.map(), done.evidence()));
                    }
                }
            }
        }
    }

    private static List<PhotoId> copies(
            InspectionProject project, Path folder, List<Path> originals, int original, int count) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (int i = original; i < count; i += originals.size()) {
            copies.add(Files.copy(
                    originals.get(original),
                    folder.resolve("IMG_%04d.jpg".formatted(i)),
                    StandardCopyOption.REPLACE_EXISTING));
        }
        return project.addPhotos(copies).added();
    }
}

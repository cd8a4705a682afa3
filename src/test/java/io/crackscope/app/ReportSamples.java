package io.crackscope.app;

import io.crackscope.cli.Services;
import io.crackscope.cli.StandardOutput;
import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Review;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.settings.Installation;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes reports to look at, of photos that the shipped model really inspects and reviews that are made up:
 *
 * <pre>
 * mvn -q test-compile exec:exec@reports
 * </pre>
 *
 * Arguments: a folder to write to, and photos or folders of photos. The photos are copied; one is moved away afterwards.
 */
public final class ReportSamples {
    private static final String LONG_NOTE = "Crack runs from the tie hole to the joint, edges sharp, no rust, no"
            + " leakage. Width by crack card 0.25 mm in the middle, 0.10 mm at both ends.\n";

    private ReportSamples() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]).toAbsolutePath();
        Path site = out.resolve("site");
        if (Files.exists(site)) {
            try (Stream<Path> old = Files.list(site)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(site);
        List<Path> photos = copies(Stream.of(arguments).skip(1).map(Path::of).toList(), site);
        Path file = site.resolve("bridge 17.inspection");
        try (InspectionProject project = InspectionProject.create(file, facts(), "A. Weber")) {
            inspect(project, photos);
            review(project, photos.size());
        }
        Files.delete(photos.get(2));
        for (String[] order : new String[][] {
            {"full", "en", "a4"},
            {"full", "de", "letter"},
            {"short", "en", "letter"},
            {"short", "de", "a4"},
            {"photos", "en", "a4"},
            {"photos", "de", "letter"}
        }) {
            run(
                    "report",
                    file.toString(),
                    "--out",
                    out.resolve(String.join("-", order) + ".pdf").toString(),
                    "--template",
                    order[0],
                    "--lang",
                    order[1],
                    "--paper",
                    order[2],
                    "--company",
                    "Weber Bauwerkspr\u00fcfung GmbH");
        }
        run(
                "report",
                file.toString(),
                "--json",
                out.resolve("report.json").toString(),
                "--csv",
                out.resolve("report.csv").toString(),
                "--geojson",
                out.resolve("report.geojson").toString(),
                "--kml",
                out.resolve("report.kml").toString(),
                "--charts",
                out.resolve("charts").toString(),
                "--annotated",
                out.resolve("annotated").toString());
    }

    private static ProjectFacts facts() {
        return new ProjectFacts(
                "Main inspection 2026",
                "Bridge 17, Lahn crossing",
                "North abutment and deck, upstream face",
                "A. Weber",
                "Stadt K\u00f6ln, Amt f\u00fcr Br\u00fccken",
                LocalDate.of(2026, 11, 20),
                "Dry, 4 \u00b0C, overcast. Camera Nikon D750, 24 mm, from a lift at about 2.5 m.");
    }

    private static List<Path> copies(List<Path> named, Path site) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path photo : PhotoFiles.in(named).files()) {
            String name = copies.size() == 1
                    ? "\u6a4b\u81fa \u30af\u30e9\u30c3\u30af.jpg"
                    : photo.getFileName().toString();
            copies.add(Files.copy(photo, site.resolve(name), StandardCopyOption.REPLACE_EXISTING));
        }
        copies.add(Files.writeString(site.resolve("notes.jpg"), "not a picture"));
        return copies;
    }

    private static void inspect(InspectionProject project, List<Path> photos) throws IOException {
        Path model = ShippedModel.file(Installation.locate());
        List<PhotoId> ids = project.addPhotos(photos).added();
        try (CrackClassifier classifier = ShippedModel.classifier(model)) {
            ModelStamp stamp =
                    new ModelStamp(classifier.model().card().name(), Digests.sha256(model, new Cancellation()));
            List<InspectionOutcome> outcomes = new ArrayList<>();
            new TiledPhotoInspector(new ImageIoPhotoReader(), classifier)
                    .inspectAll(photos, outcomes::add, new Cancellation());
            for (int i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case InspectionOutcome.Inspected done ->
                        project.recordJudged(
                                ids.get(i),
                                new ModelAnswer.Judged(
                                        done.verdict(),
                                        done.probability(),
                                        classifier.model().thresholds(),
                                        done.millis(),
                                        stamp,
                                        Instant.now()),
                                done.facts(),
                                new CrackFindings(done.map(), done.evidence()));
                    case InspectionOutcome.Refused refused ->
                        project.recordRefused(
                                ids.get(i), new ModelAnswer.Refused(refused.refusal(), stamp, Instant.now()));
                }
            }
        }
    }

    private static void review(InspectionProject project, int photos) {
        List<ProjectPhoto> all = project.snapshot().photos();
        for (int i = 0; i < photos - 1; i++) {
            List<PhotoId> one = List.of(all.get(i).id());
            switch (i % 6) {
                case 0 -> {
                    project.decide(one, Optional.of(Review.Decision.CRACK));
                    project.draftNote(one.getFirst(), LONG_NOTE.repeat(i == 0 ? 22 : 1));
                    project.commitNote(one.getFirst());
                    project.scale(one, Optional.of(new PhotoScale(0.21, "crack card in the photo")));
                }
                case 1 -> project.decide(one, Optional.of(Review.Decision.UNSURE));
                case 3, 5 -> project.decide(one, Optional.of(Review.Decision.NO_CRACK));
                default -> project.scale(one, Optional.of(new PhotoScale(0.4, "")));
            }
        }
    }

    private static void run(String... arguments) {
        StandardOutput out =
                new StandardOutput(new java.io.FileOutputStream(java.io.FileDescriptor.out), StandardCharsets.UTF_8);
        int code = CommandLineWiring.program(photos -> new Services.Opening.NoDisplay(), out, out)
                .run(arguments);
        out.println(String.join(" ", arguments) + " -> " + code);
    }
}

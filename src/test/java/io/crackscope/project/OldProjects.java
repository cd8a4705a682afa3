package io.crackscope.project;

import static io.crackscope.domain.Review.Decision.CRACK;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the file of the present version that {@link ProjectFileTest} opens from then on; run once, by hand, before a
 * version is published: {@code java -cp ... io.crackscope.project.OldProjects FOLDER}, then copied to the resources.
 */
final class OldProjects {
    private OldProjects() {}

    public static void main(String[] arguments) {
        Site site = new Site(Path.of(arguments[0]));
        try (InspectionProject project = site.create()) {
            List<PhotoId> photos = site.add(project, "a.jpg", "b.jpg");
            Site.judge(project, photos.getFirst(), 0.9);
            project.decide(photos, Optional.of(CRACK));
            project.draftNote(photos.getFirst(), "Riß, 0,3 mm");
            project.commitNote(photos.getFirst());
            project.scale(photos, Optional.of(new io.crackscope.domain.PhotoScale(0.5, "ruler")));
        }
    }
}

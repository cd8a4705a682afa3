package io.crackscope.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A project of 2,000 photos of 600 tiles. The bounds are wide, since tests share the machine; the report says the figures. */
class LargeProjectTest {
    private static final int PHOTOS = 2000;

    @Test
    void two_thousand_photos_are_opened_and_reviewed_without_waiting(@TempDir Path folder, TestReporter reporter)
            throws IOException {
        Site site = new Site(folder);
        fill(site);
        long megabytes = Files.size(site.file()) / 1_000_000;

        long start = System.nanoTime();
        try (InspectionProject project = site.open()) {
            ProjectSnapshot snapshot = project.snapshot();
            long open = millis(start);
            assertThat(snapshot.photos())
                    .hasSize(PHOTOS)
                    .allMatch(photo -> photo.latest().isPresent());

            long[] reviews = new long[200];
            for (int i = 0; i < reviews.length; i++) {
                long from = System.nanoTime();
                Review.Decision decision = Review.Decision.values()[i % 3];
                project.decide(List.of(snapshot.photos().get(i).id()), Optional.of(decision));
                reviews[i] = System.nanoTime() - from;
            }
            long[] drafts = new long[200];
            for (int i = 0; i < drafts.length; i++) {
                long from = System.nanoTime();
                project.draftNote(snapshot.photos().getFirst().id(), "x".repeat(i));
                drafts[i] = System.nanoTime() - from;
            }
            long from = System.nanoTime();
            List<PhotoId> half = snapshot.photos().subList(0, 500).stream()
                    .map(ProjectPhoto::id)
                    .toList();
            project.removePhotos(half);
            long removal = millis(from);
            from = System.nanoTime();
            project.undo();
            long undo = millis(from);
            from = System.nanoTime();
            project.snapshot();
            long again = millis(from);
            from = System.nanoTime();
            Verification verification = project.verify();
            long verify = millis(from);
            reporter.publishEntry(
                    "2,000 photos",
                    ("%d MB, open and snapshot %d ms, snapshot %d ms, review median %.1f ms slowest %.1f ms, keystroke"
                        + " median %.1f ms slowest %.1f ms, remove 500 %d ms, undo that %d ms, verify %d ms")
                            .formatted(
                                    megabytes,
                                    open,
                                    again,
                                    median(reviews),
                                    slowest(reviews),
                                    median(drafts),
                                    slowest(drafts),
                                    removal,
                                    undo,
                                    verify));

            assertThat(verification).isInstanceOf(Verification.Whole.class);
            assertThat(megabytes).isLessThan(20);
            assertThat(open).isLessThan(5000);
            assertThat(median(reviews)).isLessThan(50);
            assertThat(median(drafts)).isLessThan(25);
        }
    }

    private static void fill(Site site) {
        List<CrackFindings> findings = IntStream.range(0, 20)
                .mapToObj(seed -> Site.findings(30, 20, seed))
                .toList();
        try (InspectionProject project = site.create()) {
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < PHOTOS; i++) {
                files.add(site.photo("DSC_%04d.jpg".formatted(i)));
            }
            List<PhotoId> photos = project.addPhotos(files).added();
            for (int i = 0; i < PHOTOS; i++) {
                project.recordJudged(
                        photos.get(i), Site.judged(i / (double) PHOTOS, Site.MODEL), Site.SEEN, findings.get(i % 20));
            }
        }
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static double median(long[] nanos) {
        return Arrays.stream(nanos).sorted().skip(nanos.length / 2).findFirst().orElseThrow() / 1e6;
    }

    private static double slowest(long[] nanos) {
        return Arrays.stream(nanos).max().orElseThrow() / 1e6;
    }
}

package io.crackscope.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** A process that works on a project is killed at any moment: nothing that a call acknowledged is lost. */
class KilledProjectTest {
    private static final int KILLS = 4;

    @RepeatedTest(2)
    void nothing_that_was_acknowledged_is_lost(@TempDir Path folder, RepetitionInfo repetition)
            throws IOException, InterruptedException, SQLException {
        Random random = new Random(repetition.getCurrentRepetition());
        Site site = new Site(folder);
        try (InspectionProject project = site.create()) {
            site.add(project, "a.jpg", "b.jpg", "c.jpg");
        }
        List<String> said = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (OtherProcess other = OtherProcess.on(site.file())) {
                int enough = random.nextInt(1, 150);
                for (int i = 0; i < enough; i++) {
                    said.add(other.line());
                }
                said.addAll(other.kill());
            }
            try (InspectionProject project = site.open()) {
                assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
                check(project, said);
            }
            try (Sql sql = Sql.existing(site.file())) {
                assertThat(sql.first("PRAGMA integrity_check", row -> row.getString(1)))
                        .contains("ok");
            }
        }
        assertThat(said).filteredOn("open"::equals).hasSize(KILLS);
        assertThat(said).anyMatch(line -> line.startsWith("noted"));
    }

    /** One call may have been saved and not acknowledged: then a photo says what came next. */
    private static void check(InspectionProject project, List<String> said) {
        Map<Long, List<String>> byPhoto = new HashMap<>();
        for (String line : said) {
            String[] words = line.split(" ", 3);
            if (words.length == 3) {
                byPhoto.computeIfAbsent(Long.valueOf(words[1]), photo -> new ArrayList<>())
                        .add(words[0] + " " + words[2]);
            }
        }
        List<AuditEntry> trail = project.trail(1, Integer.MAX_VALUE);
        byPhoto.forEach((number, lines) -> {
            ProjectPhoto photo = project.photo(new PhotoId(number));
            Review review = photo.review().orElseThrow();
            assertThat(count(trail, photo, "decision"))
                    .isBetween(count(lines, "decided"), count(lines, "decided") + KILLS);
            for (String line : lines) {
                if (line.startsWith("answered ")) {
                    long answer = Long.parseLong(line.substring("answered ".length()));
                    assertThat(project.answers(photo.id()))
                            .extracting(StoredAnswer::id)
                            .contains(new AnswerId(answer));
                }
            }
            lastOf(lines, "decided ")
                    .ifPresent(word -> assertThat(trail)
                            .filteredOn(entry -> entry.photo().equals(Optional.of(photo.id()))
                                    && entry.what().equals("decision"))
                            .anyMatch(entry -> entry.detail().contains('"' + word + '"')));
            String last = lines.getLast();
            if (last.startsWith("drafted ") || last.startsWith("noted ")) {
                String text = last.substring(last.indexOf(' ') + 1);
                assertThat(review.note()).startsWith(text);
            }
        });
    }

    private static Optional<String> lastOf(List<String> lines, String start) {
        return lines.reversed().stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    private static int count(List<String> lines, String start) {
        return (int) lines.stream().filter(line -> line.startsWith(start)).count();
    }

    private static int count(List<AuditEntry> trail, ProjectPhoto photo, String what) {
        return (int) trail.stream()
                .filter(entry -> entry.photo().equals(Optional.of(photo.id()))
                        && entry.what().equals(what))
                .count();
    }
}

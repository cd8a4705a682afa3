package io.crackscope.project;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.TileScore;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** A folder with photos, a project beside them, and what models say: things that the tests of projects need. */
record Site(Path folder) {
    static final ModelStamp MODEL =
            new ModelStamp("cracknet-2026-11", Digests.sha256("model".getBytes(StandardCharsets.UTF_8)));
    static final ProjectFacts FACTS = new ProjectFacts(
            "Main inspection",
            "Bridge 17",
            "north abutment",
            "A. Weber",
            "City of Köln",
            LocalDate.of(2026, 11, 20),
            "wet\nand cold");
    static final PhotoFacts SEEN = new PhotoFacts(
            4000,
            3000,
            Optional.of(LocalDateTime.of(2026, 11, 20, 9, 30, 5)),
            Optional.of("Nikon D750"),
            OptionalDouble.of(50.94),
            OptionalDouble.of(6.96));

    Path file() {
        return folder.resolve("bridge.inspection");
    }

    InspectionProject create() {
        return InspectionProject.create(file(), FACTS, "anna");
    }

    InspectionProject open() {
        return InspectionProject.open(file(), "anna");
    }

    /** Writes a file that stands for a photo. */
    Path photo(String name) {
        return write(name, "photo " + name);
    }

    Path write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds one photo and returns its id. */
    PhotoId add(InspectionProject project, String name) {
        return project.addPhotos(List.of(photo(name))).added().getFirst();
    }

    List<PhotoId> add(InspectionProject project, String... names) {
        return project.addPhotos(List.of(names).stream().map(this::photo).toList())
                .added();
    }

    static AnswerId judge(InspectionProject project, PhotoId photo, double probability) {
        CrackFindings findings = findings(4, 3, photo.number());
        return project.recordJudged(photo, judged(probability, MODEL), SEEN, findings);
    }

    static ModelAnswer.Judged judged(double probability, ModelStamp model) {
        VerdictThresholds thresholds = new VerdictThresholds(0.2, 0.7);
        Verdict verdict = thresholds.verdict(probability);
        return new ModelAnswer.Judged(
                verdict, probability, thresholds, 812, model, Instant.parse("2026-11-20T10:15:30.123Z"));
    }

    /** Findings as the program makes them: overlapping tiles, the last row and column at the edge, float probabilities. */
    static CrackFindings findings(int columns, int rows, long seed) {
        Random random = new Random(seed);
        List<TileScore> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x = column == columns - 1 ? column * 112 - 37 : column * 112;
                int y = row == rows - 1 ? row * 112 - 11 : row * 112;
                tiles.add(new TileScore(x, y, 224, 224, random.nextFloat()));
            }
        }
        CrackMap map = new CrackMap(columns * 112 + 75, rows * 112 + 101, columns, rows, tiles);
        return new CrackFindings(
                map,
                List.of(
                        new Evidence(List.of(tiles.get(1), tiles.get(0)), 0.93),
                        new Evidence(List.of(tiles.get(2)), 0.4)));
    }
}

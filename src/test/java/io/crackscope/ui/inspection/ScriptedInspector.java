package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.TileScore;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.learning.ModelDescription;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Judges photos by their names: {@code crack...}, {@code uncertain...}, {@code bad...} (refused as damaged),
 * {@code broken...} (the engine throws), anything else no crack. Cracks run along the diagonal.
 */
public final class ScriptedInspector implements PhotoInspector {
    /** What the scripted model says of itself. */
    public static final ModelDescription MODEL = new ModelDescription(
            new ModelCard(
                    "scripted-1",
                    "cracknet",
                    "2026-11-23",
                    List.of(),
                    List.of(),
                    "grouped",
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    Optional.empty(),
                    List.of()),
            224,
            224,
            112,
            1,
            0.5,
            PhotoCalibration.NONE,
            new VerdictThresholds(0.3, 0.8));

    private final List<Path> inspected = new ArrayList<>();
    private Consumer<Path> before = file -> {};

    /** An engine around a scripted inspector. */
    public static InspectionEngine engine() {
        return new ScriptedInspector().asEngine();
    }

    /** Calls {@code action} before each photo, on the inspection lane. */
    public ScriptedInspector before(Consumer<Path> action) {
        before = action;
        return this;
    }

    /** This one as an engine. */
    public InspectionEngine asEngine() {
        return new InspectionEngine(this, MODEL, STAMP);
    }

    /** The photos asked for so far. */
    public List<Path> inspected() {
        return inspected;
    }

    /** Names the scripted model. */
    public static final ModelStamp STAMP = new ModelStamp("scripted", "ab".repeat(32));

    @Override
    public InspectionOutcome inspect(Path file, Cancellation cancellation) {
        before.accept(file);
        cancellation.throwIfCancelled();
        inspected.add(file);
        String name = file.getFileName().toString();
        if (name.startsWith("bad")) {
            return new InspectionOutcome.Refused(file, new Refusal(Refusal.Kind.DAMAGED, ""));
        }
        if (name.startsWith("broken")) {
            throw new IllegalStateException("the engine broke on " + name);
        }
        double probability = name.startsWith("crack") ? 0.97 : name.startsWith("uncertain") ? 0.55 : 0.04;
        Verdict verdict = MODEL.thresholds().verdict(probability);
        CrackMap map = diagonal(probability);
        List<TileScore> along =
                map.tiles().stream().filter(tile -> tile.probability() >= 0.3).toList();
        List<Evidence> evidence = along.isEmpty() ? List.of() : List.of(new Evidence(along, probability));
        PhotoFacts facts = new PhotoFacts(
                640,
                480,
                Optional.of(LocalDateTime.of(2026, 11, 3, 14, 5)),
                Optional.of("Canon EOS R5"),
                OptionalDouble.of(47.3769),
                OptionalDouble.of(8.5417));
        return new InspectionOutcome.Inspected(file, facts, verdict, probability, map, evidence, 420);
    }

    private static CrackMap diagonal(double probability) {
        List<TileScore> tiles = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 7; column++) {
                boolean along = Math.abs(column - row - 1) <= 0;
                tiles.add(new TileScore(column * 80, row * 80, 160, 160, along ? probability : 0.02));
            }
        }
        return new CrackMap(640, 480, 7, 5, tiles);
    }
}

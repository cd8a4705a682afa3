package io.crackscope.training;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Label;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.training.RunRecord.Owner;
import io.crackscope.training.RunRecord.Skipped;
import io.crackscope.training.RunRecord.State;
import io.crackscope.work.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs and images for tests of the history and of what shows it. */
public final class Runs {
    /** A process that is gone: no system gives this number. */
    public static final Owner GONE = new Owner(Long.MAX_VALUE, "");

    private static final SplitLeaks.Part NOTHING = new SplitLeaks.Part(10, 0, 0, 0, 0);

    private Runs() {}

    /** A run of this name and start in this state, two epochs long. */
    public static RunRecord run(String id, String started, State state) {
        return new RunRecord(
                id,
                started,
                state,
                PresetDefaults.plan(NetworkPreset.SEED_CNN, 1),
                new RunRecord.Data(
                        List.of("/data/walls"),
                        "grouped",
                        1,
                        60,
                        20,
                        20,
                        new SplitLeaks(NOTHING, NOTHING),
                        null,
                        null,
                        List.of()),
                new CardFacts("model " + id, List.of("walls: 100 images, 50 with a crack"), List.of(), List.of()),
                "/models/" + id + ".crackscope",
                List.of(epoch(1, 0.6), epoch(2, 0.4)),
                2,
                null,
                Skipped.NONE,
                null,
                "",
                Owner.self());
    }

    /** {@code run} with another name on its card. */
    public static RunRecord named(RunRecord run, String name) {
        return new RunRecord(
                run.id(),
                run.started(),
                run.state(),
                run.plan(),
                run.data(),
                new CardFacts(
                        name,
                        run.facts().data(),
                        run.facts().attribution(),
                        run.facts().limits()),
                run.modelFile(),
                run.epochs(),
                run.bestEpoch(),
                run.ending(),
                run.skipped(),
                run.test(),
                run.notes(),
                run.owner());
    }

    /** An epoch with this validation loss. */
    public static EpochScore epoch(int number, double validationLoss) {
        return new EpochScore(number, validationLoss + 0.05, 0.8, validationLoss, 0.85, 3, 120);
    }

    /** Keeps {@code run}. */
    public static void keep(RunHistory history, Path folder, RunRecord run) throws Exception {
        Files.createDirectories(folder.resolve(run.id()));
        history.write(run);
    }

    /** Keeps {@code run} with its steps and test answers. */
    public static void keep(RunHistory history, Path folder, RunRecord run, StepCurve curve, List<TestAnswer> answers)
            throws Exception {
        keep(history, folder, run);
        history.writeCurve(run.id(), curve);
        history.writeAnswers(run.id(), answers);
    }

    /** Leaves {@code run} as a killed process would. */
    public static void leave(RunHistory history, RunRecord run) throws Exception {
        history.write(run.with(State.RUNNING, null).withOwner(GONE));
    }

    /** Files with the bytes of their number, half of them cracks. */
    public static List<LabelledImage> images(Path folder, int count) throws Exception {
        List<LabelledImage> images = new ArrayList<>();
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            byte[] bytes = {(byte) i, (byte) (i >> 8)};
            Path file = Files.write(folder.resolve("tile-" + i + ".png"), bytes);
            Label label = i % 2 == 0 ? Label.CRACK : Label.NO_CRACK;
            images.add(new LabelledImage(file.toAbsolutePath(), label, "wall " + i / 2, Digests.sha256(bytes)));
        }
        return images;
    }
}

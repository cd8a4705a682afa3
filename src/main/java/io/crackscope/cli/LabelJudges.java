package io.crackscope.cli;

import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.SplitException;
import io.crackscope.training.CrossValidation;
import io.crackscope.training.CrossValidation.Fold;
import io.crackscope.training.FoldException;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets small models judge the labels of data, each of them images that it has not learnt from. */
final class LabelJudges {
    private final Services services;
    private final Console console;

    LabelJudges(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /**
     * Gives the labelled images of {@code set} their crack probabilities; false, and said, where no model can be trained.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    boolean judge(ImageSet set, boolean quiet, Cancellation cancellation) {
        Services.Models models = services.models();
        CrossValidation validation = new CrossValidation(new TrainingWorkflow.Engine(
                models.trainer(), models.loader(), services.photos(), models.cards()::keepTestScore));
        Map<String, Double> answers = new HashMap<>();
        try (Progress progress = new Progress(console, console.text("cli.dataset.folds"), quiet)) {
            List<Fold> folds = CrossValidation.folds(set.table());
            int images =
                    folds.stream().mapToInt(fold -> fold.split().test().size()).sum();
            int judged = 0;
            for (Fold fold : folds) {
                int before = judged;
                int size = fold.split().test().size();
                answers.putAll(validation.judge(
                        fold, (done, total) -> progress.progress(before + size * done / total, images), cancellation));
                judged += size;
            }
        } catch (SplitException | FoldException impossible) {
            console.note(Console.plain(String.valueOf(impossible.getMessage())));
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImageTable table = set.table();
        for (int i = 0; i < table.size(); i++) {
            int number = i;
            table.labelled(i).map(image -> answers.get(image.sha256())).ifPresent(answer -> set.judged(number, answer));
        }
        return true;
    }
}

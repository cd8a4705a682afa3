package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.ListedImage;
import io.crackscope.training.CrossValidation;
import io.crackscope.training.CrossValidation.Fold;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets small networks judge the labelled images of a data set, each of them those it has not learnt from. The answers about a
 * fold are kept when it is done, so that a run that was cancelled goes on from there.
 */
final class FoldsJob implements JobRunner.Job<JudgeJob.Batch, JudgeJob.Judged> {
    /** Their temperature makes even odds the dividing line. */
    private static final double CRACK_FROM = 0.5;

    private final ImageTable table;
    private final CrossValidation validation;
    private final ImageCache cache;

    FoldsJob(ImageTable table, CrossValidation validation, ImageCache cache) {
        this.table = table;
        this.validation = validation;
        this.cache = cache;
    }

    @Override
    public JudgeJob.Judged run(Consumer<JudgeJob.Batch> publish, Cancellation cancellation) throws Exception {
        List<Fold> folds = CrossValidation.folds(table);
        Map<String, List<Integer>> copies = copies(table);
        int total = folds.stream().mapToInt(fold -> fold.split().test().size()).sum();
        int done = 0;
        for (Fold fold : folds) {
            cancellation.throwIfCancelled();
            int before = done;
            int size = fold.split().test().size();
            publish.accept(new JudgeJob.Batch(Map.of(), before, total));
            Optional<Map<String, Double>> answers = known(fold, table, cache);
            if (answers.isEmpty()) {
                answers = Optional.of(validation.judge(
                        fold,
                        (part, of) ->
                                publish.accept(new JudgeJob.Batch(Map.of(), before + (int) (size * part / of), total)),
                        cancellation));
                keep(fold, answers.get());
            }
            done += size;
            Map<Integer, Double> byNumber = new HashMap<>();
            answers.get()
                    .forEach((digest, answer) -> copies.get(digest).forEach(number -> byNumber.put(number, answer)));
            publish.accept(new JudgeJob.Batch(byNumber, done, total));
        }
        return new JudgeJob.Judged(CRACK_FROM, 0);
    }

    private static Map<String, List<Integer>> copies(ImageTable table) {
        Map<String, List<Integer>> copies = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            int number = i;
            table.labelled(i)
                    .ifPresent(image -> copies.computeIfAbsent(image.sha256(), digest -> new ArrayList<>())
                            .add(number));
        }
        return copies;
    }

    private void keep(Fold fold, Map<String, Double> judged) {
        Map<Path, ListedImage> listed = listed(table);
        cache.keepJudgements(
                fold.key(),
                fold.split().test().stream()
                        .filter(image -> judged.containsKey(image.sha256()))
                        .map(image -> new ImageCache.Judgement(listed.get(image.file()), judged.get(image.sha256())))
                        .toList());
    }

    /** What the judge of {@code fold} said in an earlier run, by the digests of the images; empty unless it is all known. */
    private static Optional<Map<String, Double>> known(Fold fold, ImageTable table, ImageCache cache) {
        Map<Path, ListedImage> listed = listed(table);
        List<LabelledImage> images = fold.split().test();
        List<Optional<Double>> kept = cache.judgements(
                fold.key(),
                images.stream().map(image -> listed.get(image.file())).toList());
        Map<String, Double> answers = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            if (kept.get(i).isEmpty()) {
                return Optional.empty();
            }
            answers.put(images.get(i).sha256(), kept.get(i).get());
        }
        return Optional.of(answers);
    }

    private static Map<Path, ListedImage> listed(ImageTable table) {
        Map<Path, ListedImage> listed = new HashMap<>();
        table.images().forEach(image -> listed.put(image.file(), image));
        return listed;
    }

    /** The folds of {@code table} whose judges are still to be trained. */
    static List<Fold> open(ImageTable table, ImageCache cache) {
        return CrossValidation.folds(table).stream()
                .filter(fold -> known(fold, table, cache).isEmpty())
                .toList();
    }
}

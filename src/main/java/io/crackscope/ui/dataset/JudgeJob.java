package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.ListedImage;
import io.crackscope.domain.Label;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.SeenImages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Lets a model judge all readable images of a data set, those first that it has not judged in an earlier run. */
final class JudgeJob implements JobRunner.Job<JudgeJob.Batch, JudgeJob.Judged> {
    private static final int BATCH = 256;
    private static final int KNOWN_BATCH = 500;

    /**
     * Some answers.
     *
     * @param probabilities crack probabilities by the numbers of their images
     * @param done how many images are judged in all
     * @param total how many there are to judge
     */
    record Batch(Map<Integer, Double> probabilities, int done, int total) {}

    /**
     * All are judged.
     *
     * @param crackFrom the probability from which on the model calls a tile a crack
     * @param learnt how many of the images the model has learnt from, as far as it remembers
     */
    record Judged(double crackFrom, int learnt) {}

    private final ImageTable table;
    private final Path file;
    private final Judges judges;
    private final ImageScoring scoring;
    private final ImageCache cache;
    private final Attention attention;

    /** Asks the model in {@code file}. */
    JudgeJob(ImageTable table, Path file, DatasetServices services, Attention attention) {
        this.table = table;
        this.file = file;
        this.judges = services.judges();
        this.scoring = new ImageScoring(services.reader());
        this.cache = services.cache();
        this.attention = attention;
    }

    @Override
    public Judged run(Consumer<Batch> publish, Cancellation cancellation) throws Exception {
        try (CrackClassifier classifier = judges.opener().open(file)) {
            // two models may describe themselves in the same words
            String model = Digests.sha256(file, cancellation);
            List<Integer> readable = new ArrayList<>();
            for (int i = 0; i < table.size(); i++) {
                if (table.measures(i).isPresent()) {
                    readable.add(i);
                }
            }
            List<Integer> open = new ArrayList<>();
            int done = 0;
            for (int from = 0; from < readable.size(); from += KNOWN_BATCH) {
                attention.giveWay(cancellation);
                cancellation.throwIfCancelled();
                List<Integer> some = readable.subList(from, Math.min(readable.size(), from + KNOWN_BATCH));
                Map<Integer, Double> answers = known(model, some);
                some.stream().filter(number -> !answers.containsKey(number)).forEach(open::add);
                done += answers.size();
                publish.accept(new Batch(answers, done, readable.size()));
            }
            for (int from = 0; from < open.size(); from += BATCH) {
                attention.giveWay(cancellation);
                List<Integer> some = open.subList(from, Math.min(open.size(), from + BATCH));
                Map<Integer, Double> judged = judge(classifier, model, some, cancellation);
                done += some.size();
                publish.accept(new Batch(judged, done, readable.size()));
                cancellation.throwIfCancelled();
            }
            return new Judged(classifier.model().tileThreshold(), learnt());
        }
    }

    private Map<Integer, Double> known(String model, List<Integer> numbers) {
        List<Optional<Double>> kept =
                cache.judgements(model, numbers.stream().map(table::image).toList());
        Map<Integer, Double> answers = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            kept.get(i).ifPresent(answer -> answers.put(number, answer));
        }
        return answers;
    }

    private int learnt() {
        Optional<SeenImages> memory = judges.memory().apply(file);
        return memory.isEmpty()
                ? 0
                : (int) IntStream.range(0, table.size())
                        .mapToObj(table::labelled)
                        .flatMap(Optional::stream)
                        .filter(memory.get()::holds)
                        .count();
    }

    private Map<Integer, Double> judge(
            CrackClassifier classifier, String model, List<Integer> numbers, Cancellation cancellation) {
        Map<String, Integer> byPath = new HashMap<>();
        List<LabelledImage> images = new ArrayList<>();
        for (int number : numbers) {
            ListedImage image = table.image(number);
            byPath.put(image.file().toString(), number);
            // the model does not look at the label: any will do where there is none
            images.add(new LabelledImage(
                    image.file(),
                    table.state(number).label().orElse(Label.NO_CRACK),
                    table.group(number).orElse(""),
                    table.measures(number).orElseThrow().sha256()));
        }
        Map<Integer, Double> answers = new HashMap<>();
        List<ImageCache.Judgement> kept = new ArrayList<>();
        for (ScoredImage scored : scoring.score(classifier, images, ProgressListener.NONE, cancellation)
                .scored()) {
            int number = byPath.get(scored.image());
            answers.put(number, scored.probability());
            kept.add(new ImageCache.Judgement(table.image(number), scored.probability()));
        }
        cache.keepJudgements(model, kept);
        return answers;
    }
}

package io.crackscope.evaluation;

import io.crackscope.domain.ModelCard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What models score on data sets: the content of a scorecard, whatever it is shown as.
 *
 * @param created ISO 8601 date
 * @param program name and version of this program
 * @param models the models, in the order given
 * @param data the data sets, in the order given
 * @param results each model on each data set, by data set, then by model
 * @param complete whether everything was judged; not when cancelled
 */
public record Comparison(
        String created,
        String program,
        List<Subject> models,
        List<DataFacts> data,
        List<Result> results,
        boolean complete) {
    public Comparison {
        models = List.copyOf(models);
        data = List.copyOf(data);
        results = List.copyOf(results);
    }

    /**
     * A model under test.
     *
     * @param name what it is called here
     * @param file its file, by name only
     * @param card what the file says of it
     * @param threshold crack probability from which a tile is called crack, fixed on validation images
     * @param temperature divides the logits, fixed on validation images
     * @param memory images that it remembers; empty where the file does not say
     */
    public record Subject(
            String name, String file, ModelCard card, double threshold, double temperature, Optional<Memory> memory) {}

    /** How many images and groups a model remembers. */
    public record Memory(int trainImages, int validationImages, int groups) {}

    /**
     * What a data set holds.
     *
     * @param name what it is called here
     * @param images usable images, no two of the same bytes
     * @param cracks those of them that are labelled crack
     * @param groups groups they fall into
     * @param duplicates files left out because their bytes were there already
     * @param bothWays files left out because the same bytes carry both labels
     * @param nearBothWays images that look almost the same as one with the other label
     * @param refused files that cannot be read
     */
    public record DataFacts(
            String name,
            int images,
            int cracks,
            int groups,
            int duplicates,
            int bothWays,
            int nearBothWays,
            int refused) {
        /** The same data set, of which {@code more} files turned out to be unreadable. */
        public DataFacts refusing(int more) {
            return new DataFacts(name, images, cracks, groups, duplicates, bothWays, nearBothWays, refused + more);
        }
    }

    /**
     * One model on one data set.
     *
     * @param model name of the model
     * @param data name of the data set
     * @param known what the model has seen of it
     * @param trials the scores, one for each kind of images
     */
    public record Result(String model, String data, Familiarity known, List<Trial> trials) {
        public Result {
            trials =
                    trials.stream().sorted(Comparator.comparing(Trial::heldOut)).toList();
        }

        /** The trial that says most of the model: on the newest images, if they are enough to score; else on more. */
        public Optional<Trial> main() {
            return trials.stream()
                    .filter(trial -> trial.heldOut().tests())
                    .filter(trial -> !Double.isNaN(trial.score().auroc()))
                    .max(Comparator.comparing(Trial::heldOut))
                    .or(() -> trials.isEmpty() ? Optional.empty() : Optional.of(trials.getLast()));
        }
    }
}

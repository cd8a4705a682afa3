package io.crackscope.app;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives the training tiles of SDNET2018 in a split something better to aim at than their published labels, of which one in
 * seven of those that say <i>crack</i> shows none; for {@code models/retrain.sh} (decision 0025):
 *
 * <pre>
 * mvn -q test-compile exec:exec@training-targets -Dsplit.from=split.json -Dsplit.to=targets.json [-Dteachers="one.csv two.csv"]
 * </pre>
 *
 * <p>Without teachers: what was seen on tiles that models doubt ({@code src/site/training-judgements.csv}, how in {@code
 * src/site/data-audit.md}). Those on which it cannot be told are left out; one labelled <i>crack</i> that shows none counts as
 * one without, and the reverse. Every tile without a visible crack aims at {@value #CRACK_ANYWAY} instead of 0: so often the
 * labels call such a tile cracked, and probabilities shall agree with the labels.
 *
 * <p>With teachers, each what {@code crackscope evaluate --csv} wrote of a model: {@value #TAUGHT} of the teachers' mean and the
 * rest of what was seen; where it cannot be told, the teachers' mean alone.
 *
 * <p>Validation and test parts keep the published labels. Arguments: split file, the file to write, the teachers' files.
 */
public final class TrainingTargets {
    /**
     * Share of SDNET2018's tiles without a visible crack that are labelled cracked: 566 seen without and half of 356 unsure ones,
     * of these and the 3,074 labelled clean.
     */
    private static final double CRACK_ANYWAY = 0.2;

    /** Probability of a crack where one is seen. */
    private static final double CRACK = 0.98;

    /** Weight of the teachers. */
    private static final double TAUGHT = 0.7;

    private static final Path JUDGEMENTS = Path.of("src/site/training-judgements.csv");
    private static final String SET = "sdnet2018/";

    private final Map<String, String> judgements;
    private final List<Map<Path, Double>> teachers;

    private TrainingTargets(Map<String, String> judgements, List<Map<Path, Double>> teachers) {
        this.judgements = judgements;
        this.teachers = teachers;
    }

    public static void main(String[] arguments) throws IOException {
        Split split = SplitFile.read(Path.of(arguments[0]), ProgressListener.NONE, new Cancellation());
        Map<String, String> judgements = Files.readAllLines(JUDGEMENTS).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        List<Map<Path, Double>> teachers = Arrays.stream(arguments)
                .skip(2)
                .map(file -> probabilities(Path.of(file)))
                .toList();
        TrainingTargets targets = new TrainingTargets(judgements, teachers);
        List<LabelledImage> train = split.train().stream()
                .flatMap(image -> targets.aimed(image).stream())
                .toList();
        SplitFile.write(
                new Split(split.kind(), split.seed(), train, split.validation(), split.test()), Path.of(arguments[1]));
        System.out.println(
                arguments[1] + ": " + train.size() + " of " + split.train().size() + " images train");
    }

    private static Map<Path, Double> probabilities(Path csv) {
        try {
            Map<Path, Double> found = new HashMap<>();
            List<String> lines = Files.readAllLines(csv);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                found.put(place(Path.of(cells[0])), Double.valueOf(cells[2]));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(Path image) {
        return image.toAbsolutePath().normalize();
    }

    /** The image with what it aims at; empty to leave it out. */
    private Optional<LabelledImage> aimed(LabelledImage image) {
        String path = image.file().toString().replace('\\', '/');
        int at = path.lastIndexOf(SET);
        if (at < 0) {
            return Optional.of(image);
        }
        String seen = judgements.getOrDefault(
                path.substring(at + SET.length()), image.label().word());
        return teachers.isEmpty()
                ? asSeen(image, seen)
                : Optional.of(image.aimedAt(image.label(), taught(image, seen)));
    }

    private static Optional<LabelledImage> asSeen(LabelledImage image, String seen) {
        return switch (seen) {
            case "unsure" -> Optional.empty();
            case "crack" ->
                Optional.of(
                        image.label() == Label.CRACK
                                ? image
                                : new LabelledImage(image.file(), Label.CRACK, image.group(), image.sha256()));
            default -> Optional.of(image.aimedAt(Label.NO_CRACK, CRACK_ANYWAY));
        };
    }

    private double taught(LabelledImage image, String seen) {
        double mean = teachers.stream()
                .mapToDouble(teacher -> teacher.get(place(image.file())))
                .average()
                .orElseThrow();
        double own = switch (seen) {
            case "unsure" -> mean;
            case "crack" -> CRACK;
            default -> CRACK_ANYWAY;
        };
        return TAUGHT * mean + (1 - TAUGHT) * own;
    }
}

package io.crackscope.app;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings what was seen on suspect training tiles of SDNET2018 into a split ({@code training-judgements.csv}, how in {@code
 * src/site/data-audit.md}), for the last stage of {@code models/retrain.sh}:
 *
 * <pre>
 * mvn -q test-compile exec:exec@looked-at-split -Dsplit.from=split.json -Dsplit.to=looked-at.json
 * </pre>
 *
 * <p>Tiles of the training part only: those on which it cannot be told are left out; one labelled cracked that shows no crack
 * counts as one without, and the reverse. Every SDNET2018 tile without a visible crack aims at {@value #CRACK_ANYWAY} instead of
 * 0: so often the labels call such a tile cracked, and probabilities shall agree with the labels. Validation and test parts keep the
 * published labels. Arguments: the split file, and the file to write.
 */
public final class LookedAtSplit {
    /**
     * Share of SDNET2018's tiles without a visible crack that are labelled cracked: 566 seen without and half of 356 unsure ones,
     * of these and the 3,074 labelled clean.
     */
    private static final double CRACK_ANYWAY = 0.2;

    private static final String SET = "sdnet2018/";

    private LookedAtSplit() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> judgements = judgements();
        Split split = SplitFile.read(Path.of(arguments[0]), ProgressListener.NONE, new Cancellation());
        List<LabelledImage> train = split.train().stream()
                .flatMap(image -> looked(image, judgements).stream())
                .toList();
        SplitFile.write(
                new Split(split.kind(), split.seed(), train, split.validation(), split.test()), Path.of(arguments[1]));
        System.out.println(
                arguments[1] + ": " + train.size() + " of " + split.train().size() + " images train");
    }

    private static Map<String, String> judgements() throws IOException {
        try (InputStream in = LookedAtSplit.class.getResourceAsStream("training-judgements.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        }
    }

    private static Optional<LabelledImage> looked(LabelledImage image, Map<String, String> judgements) {
        String path = image.file().toString().replace('\\', '/');
        int at = path.lastIndexOf(SET);
        if (at < 0) {
            return Optional.of(image);
        }
        return switch (judgements.getOrDefault(
                path.substring(at + SET.length()), image.label().word())) {
            case "unsure" -> Optional.empty();
            case "crack" ->
                Optional.of(
                        image.label() == Label.CRACK
                                ? image
                                : new LabelledImage(image.file(), Label.CRACK, image.group(), image.sha256()));
            default -> Optional.of(image.aimedAt(Label.NO_CRACK, CRACK_ANYWAY));
        };
    }
}

package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crackscope.domain.Label;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.settings.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped model puts wrong labels at the head of the worst-first order, on real tiles where they are at hand. */
class LabelErrorsTest {
    private static final Path METU = Path.of("../shared/data/metu");
    private static final int EACH = 300;
    private static final int WRONG_EVERY = 20;

    @Test
    void at_least_80_of_100_wrong_labels_are_within_the_first_tenth_of_the_worst_first_order() throws IOException {
        assumeTrue(Files.isDirectory(METU), "no real tiles at " + METU.toAbsolutePath());
        record Tile(Picture picture, Label label, boolean isWrong) {}
        List<Tile> tiles = new ArrayList<>();
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        for (Label label : Label.values()) {
            try (Stream<Path> files = Files.list(METU.resolve(label == Label.CRACK ? "Positive" : "Negative"))) {
                List<Path> some = files.sorted()
                        .filter(file -> file.hashCode() % 7 == 0)
                        .limit(EACH)
                        .toList();
                for (int i = 0; i < some.size(); i++) {
                    boolean isWrong = i % WRONG_EVERY == 0;
                    Label said = isWrong == (label == Label.CRACK) ? Label.NO_CRACK : Label.CRACK;
                    if (reader.read(some.get(i), 1 << 20) instanceof PhotoReading.Decoded decoded) {
                        tiles.add(new Tile(decoded.picture(), said, isWrong));
                    }
                }
            }
        }
        double[] probabilities;
        try (CrackClassifier classifier = ShippedModel.classifier(ShippedModel.file(Installation.locate()))) {
            probabilities =
                    classifier.classify(tiles.stream().map(Tile::picture).toList());
        }
        List<Integer> worstFirst = Stream.iterate(0, i -> i + 1)
                .limit(tiles.size())
                .sorted(Comparator.comparingDouble(
                        i -> tiles.get(i).label() == Label.CRACK ? probabilities[i] : 1 - probabilities[i]))
                .toList();
        long planted = tiles.stream().filter(Tile::isWrong).count();
        long found = worstFirst.subList(0, tiles.size() / 10).stream()
                .filter(i -> tiles.get(i).isWrong())
                .count();
        assertThat(found).as("of %d planted", planted).isGreaterThanOrEqualTo(planted * 80 / 100);
    }
}

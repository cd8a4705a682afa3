package io.crackscope.app;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Label;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Ranks the tiles that a model did not train on by how much its answer disagrees with their label, and draws the worst
 * hundred, mixed with forty on which both agree, as numbered sheets without label or answer for people to judge:
 *
 * <pre>
 * mvn -q test-compile exec:exec@label-audit
 * </pre>
 *
 * <p>Writes {@code ranking.csv} (file, label, probability, loss in nats), {@code key.csv} (number, file, label, probability,
 * whether disputed) and {@code sheet-N.png}. Arguments: model file, split file of its training, target folder.
 */
public final class LabelAudit {
    private static final int DISPUTED = 100;
    private static final int AGREED = 40;
    private static final int COLUMNS = 5;
    private static final int ROWS = 4;
    private static final int SIDE = 384;

    private LabelAudit() {}

    /** A tile and the crack probability that a model which has not learnt it gives. */
    record Judged(LabelledImage image, double probability) {
        double loss() {
            double p = image.label() == Label.CRACK ? probability : 1 - probability;
            return -Math.log(Math.max(p, 1e-12));
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%s/%s,%s,%.4f",
                    image.group(),
                    image.file().getFileName(),
                    image.label().word(),
                    probability);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Split split = SplitFile.read(Path.of(arguments[1]), ProgressListener.NONE, new Cancellation());
        List<LabelledImage> unseen = new ArrayList<>(split.validation());
        unseen.addAll(split.test());
        try (CrackClassifier classifier = new OnnxClassifier(ModelFile.read(Path.of(arguments[0])), 2)) {
            write(judged(classifier, unseen), folder);
        }
    }

    static List<Judged> judged(CrackClassifier classifier, List<LabelledImage> images) {
        return images.stream()
                .map(image -> new Judged(image, classifier.classify(List.of(picture(image)))[0]))
                .toList();
    }

    static void write(List<Judged> tiles, Path folder) throws IOException {
        List<Judged> all = new ArrayList<>(tiles);
        all.sort(Comparator.comparingDouble(Judged::loss).reversed());
        List<String> ranking = new ArrayList<>(List.of("image,label,probability,loss"));
        all.forEach(judged -> ranking.add(String.format(Locale.ROOT, "%s,%.3f", judged.row(), judged.loss())));
        Files.write(folder.resolve("ranking.csv"), ranking);
        sheets(folder, all);
    }

    /** SDNET2018 only: METU's few disputed tiles would be told by their looks. */
    private static void sheets(Path folder, List<Judged> all) throws IOException {
        List<Judged> noisy =
                all.stream().filter(j -> j.image().group().contains("sdnet")).toList();
        List<Judged> disputed = noisy.subList(0, DISPUTED);
        List<Judged> agreed = new ArrayList<>(noisy.subList(noisy.size() / 2, noisy.size()));
        Random random = new Random(1);
        Collections.shuffle(agreed, random);
        List<Judged> mixed = new ArrayList<>(disputed);
        mixed.addAll(agreed.subList(0, AGREED));
        Collections.shuffle(mixed, random);
        List<String> key = new ArrayList<>(List.of("number,image,label,probability,disputed"));
        for (int from = 0; from < mixed.size(); from += COLUMNS * ROWS) {
            BufferedImage sheet = new BufferedImage(COLUMNS * SIDE, ROWS * SIDE, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = sheet.createGraphics();
            g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
            for (int i = 0; i < COLUMNS * ROWS && from + i < mixed.size(); i++) {
                Judged judged = mixed.get(from + i);
                int x = i % COLUMNS * SIDE;
                int y = i / COLUMNS * SIDE;
                Picture tile = Pictures.resize(picture(judged.image()), SIDE - 8, SIDE - 8);
                g.drawImage(Pictures.toBufferedImage(tile), x + 4, y + 4, null);
                g.setColor(Color.YELLOW);
                g.fillRect(x + 4, y + 4, 62, 32);
                g.setColor(Color.BLACK);
                g.drawString(Integer.toString(from + i + 1), x + 10, y + 30);
                key.add((from + i + 1) + "," + judged.row() + "," + disputed.contains(judged));
            }
            g.dispose();
            ImageIO.write(
                    sheet,
                    "png",
                    folder.resolve("sheet-" + (from / (COLUMNS * ROWS) + 1) + ".png")
                            .toFile());
        }
        Files.write(folder.resolve("key.csv"), key);
    }

    private static Picture picture(LabelledImage image) {
        return ((PhotoReading.Decoded) new ImageIoPhotoReader().read(image.file(), 4_000_000)).picture();
    }
}

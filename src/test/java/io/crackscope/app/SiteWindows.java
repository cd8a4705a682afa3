package io.crackscope.app;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** The overlapping windows of the whole site photos, none of which took part in training. */
final class SiteWindows {
    private static final int TILE = 256;
    private static final int FEWEST_LABELLED = 2;
    private static final String WRONGLY_LABELLED = "Pavements/015";

    private final Path photos;
    private final CrackClassifier classifier;
    private final Set<String> unseen;

    /**
     * @param photos the folder with tiles.csv
     * @param classifier of a model without photo calibration
     */
    SiteWindows(Path photos, CrackClassifier classifier) throws IOException {
        this.photos = photos;
        this.classifier = classifier;
        this.unseen = unseen();
    }

    /** Those of {@code side} x {@code side} tiles of 256 pixels. */
    List<JudgedWindow> of(int side) throws IOException {
        List<JudgedWindow> windows = new ArrayList<>();
        for (String line :
                Files.readAllLines(photos.resolve("tiles.csv")).stream().skip(1).toList()) {
            if (!line.startsWith(WRONGLY_LABELLED)) {
                windows.addAll(ofPhoto(line.split(",", -1), side));
            }
        }
        return windows;
    }

    /** The judged windows, as photo,column,row, in which neither judge saw a crack. */
    private static Set<String> unseen() throws IOException {
        try (InputStream in = SiteWindows.class.getResourceAsStream("window-judgements.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .filter(cells -> !cells[3].equals("crack") && !cells[4].equals("crack"))
                    .map(cells -> cells[0] + "," + cells[1] + "," + cells[2])
                    .collect(Collectors.toSet());
        }
    }

    private List<JudgedWindow> ofPhoto(String[] row, int side) {
        int columns = Integer.parseInt(row[1]);
        int rows = Integer.parseInt(row[2]);
        Set<Integer> cracked = Arrays.stream(row[3].trim().split(" "))
                .filter(word -> !word.isEmpty())
                .map(Integer::parseInt)
                .collect(Collectors.toSet());
        int step = Math.max(1, side / 2);
        int fewest = Math.min(side, FEWEST_LABELLED);
        Picture photo = ((PhotoReading.Decoded) new ImageIoPhotoReader().read(photos.resolve(row[0]), Long.MAX_VALUE))
                .picture();
        List<JudgedWindow> windows = new ArrayList<>();
        for (int y = 0; y + side <= rows; y += step) {
            for (int x = 0; x + side <= columns; x += step) {
                int labelled = 0;
                for (int i = 0; i < side * side; i++) {
                    labelled += cracked.contains((y + i / side) * columns + x + i % side + 1) ? 1 : 0;
                }
                if (labelled == 0 || labelled >= fewest) {
                    InspectionOutcome.Inspected seen =
                            inspect(photo.region(x * TILE, y * TILE, side * TILE, side * TILE));
                    windows.add(new JudgedWindow(
                            row[0],
                            logOdds(seen.probability()),
                            seen.map().tiles().size(),
                            JudgedWindow.twoHighest(whole(seen.map())),
                            labelled > 0,
                            labelled == 0
                                    || side != JudgedWindow.SIDE
                                    || !unseen.contains(row[0] + "," + x + "," + y)));
                }
            }
        }
        return windows;
    }

    /** The log-odds of the tiles that lie side by side. */
    private static double[] whole(CrackMap map) {
        return map.tiles().stream()
                .filter(tile -> tile.x() % TILE == 0 && tile.y() % TILE == 0)
                .mapToDouble(tile -> logOdds(tile.probability()))
                .toArray();
    }

    static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private InspectionOutcome.Inspected inspect(Picture window) {
        PhotoFacts facts = new PhotoFacts(
                window.width(),
                window.height(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        return (InspectionOutcome.Inspected)
                new TiledPhotoInspector((file, most) -> new PhotoReading.Decoded(window, facts, 1), classifier)
                        .inspect(Path.of("window"), new Cancellation());
    }
}

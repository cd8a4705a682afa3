package io.crackscope.inspection;

import io.crackscope.domain.Label;
import io.crackscope.domain.TileScore;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Pictures;
import io.crackscope.work.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Turns what a person said of photos into labelled tiles to train on: class folders of lossless tiles, named after the
 * photo's SHA-256 so that tiles of one photo form one group, whatever the photo was called. One photo's tiles are always
 * those of what was said last.
 *
 * <p>A photo without a crack gives the tiles that looked like one: the false alarms. A photo with a crack gives the most
 * probable tiles of its most probable evidence only, since the person spoke of the photo and not of each place.
 *
 * <p>Any thread that may wait for the disk, but one at a time for each photo.
 */
public final class CorrectionTiles {
    /** Tiles of one photo at most: one photo must not outweigh the others. */
    static final int MOST = 12;

    private static final double EVEN_ODDS = 0.5;
    private static final int DIGITS = 16;

    private final PhotoReader reader;
    private final Path folder;

    /** Writes below {@code folder}, which is made when it is needed. */
    public CorrectionTiles(PhotoReader reader, Path folder) {
        this.reader = reader;
        this.folder = folder;
    }

    /** The data set's folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Keeps the tiles of one photo and drops those kept for it before; reads the photo at full size.
     *
     * @param sha256 of the photo's file
     * @param label what the photo shows; empty where the person cannot tell, which keeps no tile
     * @return how many tiles are kept now
     * @throws IOException if the photo cannot be read or the tiles cannot be written; the message names the file
     */
    public int keep(InspectionOutcome.Inspected inspected, String sha256, Optional<Label> label) throws IOException {
        String photo = sha256.substring(0, DIGITS);
        List<TileScore> tiles = label.map(said -> tiles(inspected, said)).orElse(List.of());
        // all that can go wrong with the photo goes wrong before anything kept is touched
        List<byte[]> pictures = tiles.isEmpty() ? List.of() : cut(inspected.file(), tiles);
        for (Label each : Label.values()) {
            drop(folder.resolve(each.word()), photo);
        }
        if (tiles.isEmpty()) {
            return 0;
        }
        Path target = folder.resolve(label.get().word());
        Files.createDirectories(target);
        for (int i = 0; i < pictures.size(); i++) {
            AtomicFile.write(target.resolve(photo + "-" + (i + 1) + ".png"), pictures.get(i));
        }
        return pictures.size();
    }

    private List<byte[]> cut(Path file, List<TileScore> tiles) throws IOException {
        if (!(reader.read(file, Long.MAX_VALUE) instanceof PhotoReading.Decoded decoded)) {
            throw new NoSuchFileException(file.toString());
        }
        BufferedImage whole = Pictures.toBufferedImage(decoded.picture());
        List<byte[]> pictures = new ArrayList<>();
        for (TileScore tile : tiles) {
            pictures.add(png(whole, tile));
        }
        return pictures;
    }

    /** The tiles that say most about {@code label}, the most probable first. */
    static List<TileScore> tiles(InspectionOutcome.Inspected inspected, Label label) {
        Stream<TileScore> tiles = switch (label) {
            case CRACK ->
                inspected.evidence().stream()
                        .limit(1)
                        .flatMap(evidence -> evidence.tiles().stream())
                        .filter(tile -> tile.probability() >= EVEN_ODDS);
            case NO_CRACK -> inspected.evidence().stream().flatMap(evidence -> evidence.tiles().stream());
        };
        return tiles.distinct()
                .sorted(Comparator.comparingDouble(TileScore::probability).reversed())
                .limit(MOST)
                .toList();
    }

    private static void drop(Path classFolder, String photo) throws IOException {
        if (Files.isDirectory(classFolder)) {
            try (Stream<Path> files = Files.list(classFolder)) {
                for (Path file : files.filter(
                                file -> file.getFileName().toString().startsWith(photo + "-"))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static byte[] png(BufferedImage photo, TileScore tile) throws IOException {
        BufferedImage image = photo.getSubimage(
                tile.x(),
                tile.y(),
                Math.min(tile.width(), photo.getWidth() - tile.x()),
                Math.min(tile.height(), photo.getHeight() - tile.y()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}

package io.crackscope.samples;

import io.crackscope.domain.Label;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labelled training tiles: even numbers show a crack, odd ones do not, and half of all tiles hold a confuser besides, so
 * that neither its presence nor its absence tells the label. A tile depends on the seed and its number only. Safe from any
 * thread; a tile of 96 pixels takes about two milliseconds of one core.
 */
public final class SampleTiles {
    private static final List<ConfuserKind> ON_WALLS = List.of(
            ConfuserKind.JOINT,
            ConfuserKind.FORM_LINE,
            ConfuserKind.TIE_HOLE,
            ConfuserKind.SHADOW,
            ConfuserKind.STAIN,
            ConfuserKind.CABLE,
            ConfuserKind.PAINT);
    private static final List<ConfuserKind> UNDERFOOT = List.of(
            ConfuserKind.JOINT,
            ConfuserKind.SHADOW,
            ConfuserKind.STAIN,
            ConfuserKind.CABLE,
            ConfuserKind.PAINT,
            ConfuserKind.LEAF,
            ConfuserKind.GRASS);

    /** Below this side a tile shows its surface from farther away, as a shrunk tile of a photo does. */
    private static final double NATIVE_SIZE = 200;

    private static final float TILE_QUALITY = 0.92f;

    private final int size;
    private final long seed;
    private final SceneGenerator generator = new SceneGenerator();

    /** Square tiles of {@code size} pixels, 32 to 8192. */
    public SampleTiles(int size, long seed) {
        this.size = size;
        this.seed = seed;
        spec(0, new Dice(seed));
    }

    /** The first {@code count} tiles, drawn as they are asked for. */
    public Stream<SampleTile> first(int count) {
        return IntStream.range(0, count).mapToObj(this::tile);
    }

    /** Tile number {@code number}, from 0: a crack if even. */
    public SampleTile tile(int number) {
        Scene scene = scene(number);
        return new SampleTile(scene.picture(), scene.label());
    }

    /**
     * Writes the first {@code count} tiles as JPEG files into the class folders {@code crack} and {@code no_crack} of a data
     * set, made if missing.
     *
     * @throws SampleFolderException if a tile's file is already there: nothing is overwritten
     * @throws IOException if the folder cannot be written
     */
    public void write(Path folder, int count) throws IOException {
        write(folder, count, (done, total) -> {}, new Cancellation());
    }

    /** As the other method, telling how far it is; cancelled, it stops after a whole tile. */
    public void write(Path folder, int count, ProgressListener progress, Cancellation cancellation) throws IOException {
        for (Label label : Label.values()) {
            Files.createDirectories(folder.resolve(label.word()));
        }
        for (int i = 0; i < count && !cancellation.isCancelled(); i++) {
            SampleTile tile = tile(i);
            Path file = folder.resolve(tile.label().word()).resolve(String.format(Locale.ROOT, "tile-%05d.jpg", i));
            try {
                Files.write(file, JpegBytes.of(tile.picture(), TILE_QUALITY), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                throw new SampleFolderException(
                        file, "is already there", "Choose an empty or new folder; nothing is overwritten", e);
            }
            progress.progress(i + 1L, count);
        }
    }

    /** The same tile with all that is known of it. */
    public Scene scene(int number) {
        Dice dice = new Dice(seed).fork(number);
        SceneSpec spec = spec(number, dice);
        double scale = dice.between(0.72, 1.15) * Math.min(1, size / NATIVE_SIZE);
        return generator.lay(spec, dice.next(), scale).paint(SceneGenerator.BAND);
    }

    private SceneSpec spec(int number, Dice dice) {
        SceneKind kind = SceneKind.values()[dice.below(3)];
        Label label = number % 2 == 0 ? Label.CRACK : Label.NO_CRACK;
        CrackStyle style = CrackStyle.values()[dice.below(CrackStyle.values().length)];
        List<ConfuserKind> kinds = kind == SceneKind.WALL ? ON_WALLS : UNDERFOOT;
        ConfuserKind confuser = kinds.get(dice.below(kinds.size()));
        return new SceneSpec(
                kind,
                size,
                size,
                label == Label.CRACK ? List.of(style) : List.of(),
                dice.chance(0.5) ? List.of(confuser) : List.of());
    }
}

package io.crackscope.samples;

import io.crackscope.imaging.JpegBytes;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills a folder with sample photos as an inspector's camera names them, and {@code truth.json} (see {@link TruthFile}).
 * Photo number n is the same whatever the count.
 */
public final class SampleFolder {
    private static final float QUALITY = 0.82f;

    private SampleFolder() {}

    /**
     * Draws {@code count} photos of about 2400 x 1800 pixels. Nothing is ever overwritten: what is already there must be
     * what would be written, so that a run that was cut short can be repeated. The truth file is written last.
     *
     * @param folder made if missing
     * @param count from 1
     * @return what was written to the truth file
     * @throws SampleFolderException if the folder holds anything else or cannot be written; the message says what to do
     * @throws java.util.concurrent.CancellationException if cancelled; whole photos written until then stay
     */
    public static TruthFile write(
            Path folder, int count, long seed, ProgressListener progress, Cancellation cancellation)
            throws SampleFolderException {
        if (count < 1) {
            throw new IllegalArgumentException("at least one photo, not " + count);
        }
        SceneGenerator generator = new SceneGenerator();
        List<TruthFile.Photo> photos = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of(TruthFile.NAME));
        for (int i = 0; i < count; i++) {
            cancellation.throwIfCancelled();
            names.add(name(i));
            photos.add(TruthFile.photo(name(i), lay(generator, i, seed)));
        }
        TruthFile truth = TruthFile.of(seed, photos);
        byte[] truthBytes = truth.bytes();
        prepare(folder, names, truthBytes);
        progress.progress(0, count);
        for (int i = 0; i < count; i++) {
            cancellation.throwIfCancelled();
            put(folder.resolve(name(i)), photo(generator, i, seed));
            progress.progress(i + 1L, count);
        }
        put(folder.resolve(TruthFile.NAME), truthBytes);
        return truth;
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "IMG_%04d.jpg", number + 1);
    }

    private static long photoSeed(int number, long seed) {
        return new Dice(seed).fork(number).next();
    }

    static Draft lay(SceneGenerator generator, int number, long seed) {
        return generator.lay(SampleMix.spec(number), photoSeed(number, seed));
    }

    private static byte[] photo(SceneGenerator generator, int number, long seed) {
        byte[] jpeg = JpegBytes.of(
                lay(generator, number, seed).paint(SceneGenerator.BAND).picture(), QUALITY);
        Dice dice = new Dice(seed).fork(-1);
        // one round of inspection along a river, a few minutes from photo to photo
        LocalDateTime start = LocalDateTime.of(2025, 4, 1, 9, 0).plusDays(dice.below(180));
        LocalDateTime taken =
                start.plusSeconds(number * 190L + dice.fork(number).below(120));
        double along = number * 0.00021;
        return Exif.insert(jpeg, taken, 46.9497 + along, 7.4529 + 0.6 * along);
    }

    /** Refuses the folder before anything is drawn where that can be told. */
    private static void prepare(Path folder, Set<String> names, byte[] truth) throws SampleFolderException {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.sorted().toList()) {
                    String name = entry.getFileName().toString();
                    if (!name.startsWith(".") && !names.contains(name)) {
                        throw occupied(entry);
                    }
                }
            }
            Path file = folder.resolve(TruthFile.NAME);
            if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), truth)) {
                throw occupied(file);
            }
        } catch (SampleFolderException e) {
            throw e;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static void put(Path file, byte[] bytes) throws SampleFolderException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                if (Files.size(file) != bytes.length || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                    throw occupied(file);
                }
                return;
            }
            try {
                Files.write(part, bytes);
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (SampleFolderException e) {
            throw e;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static SampleFolderException occupied(Path file) {
        return new SampleFolderException(
                file, "is already there with other content", "Choose an empty or new folder; nothing is overwritten");
    }

    private static SampleFolderException unwritable(Path file, IOException cause) {
        String reason = cause instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : cause instanceof java.nio.file.AccessDeniedException
                        ? "access denied"
                        : cause instanceof java.nio.file.FileAlreadyExistsException
                                ? "it is a file, not a folder"
                                : String.valueOf(cause.getMessage());
        return new SampleFolderException(
                file,
                "cannot be written (" + reason + ")",
                "Check that the disk is not full and that you may write there, or choose another folder",
                cause);
    }
}

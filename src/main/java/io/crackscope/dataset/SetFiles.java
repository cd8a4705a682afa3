package io.crackscope.dataset;

import io.crackscope.dataset.DatasetException.Problem;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of changes lie: beside the data, so that they travel with it, or in the user's own folder where the data
 * cannot be written to.
 */
public final class SetFiles {
    private static final String BESIDE = "crackscope-labels.sqlite";

    private final Path ofUser;

    /** {@code ofUser} is the folder for those that cannot lie beside their data; made when it is needed. */
    public SetFiles(Path ofUser) {
        this.ofUser = ofUser;
    }

    /**
     * Where changes are kept.
     *
     * @param file the file of changes
     * @param beside whether it lies beside the data
     */
    public record Place(Path file, boolean beside) {}

    /** Where changes of {@code source} are, or would be, kept. Touches nothing. */
    public Place of(DataSource source) {
        Path beside = beside(source);
        Path own = own(source);
        boolean isBeside = Files.exists(beside)
                ? Files.isWritable(beside)
                : !Files.exists(own) && Files.isWritable(beside.getParent());
        return isBeside ? new Place(beside, true) : new Place(own, false);
    }

    /** The file of changes that exists, from which {@code source} is to be restored. */
    public Optional<Path> existing(DataSource source) {
        Path kept = of(source).file();
        if (Files.exists(kept)) {
            return Optional.of(kept);
        }
        return Optional.of(beside(source)).filter(Files::exists);
    }

    /**
     * Opens the file of changes to write to. Changes that came with data that cannot be written to are taken along.
     *
     * @throws DatasetException if it cannot be used
     */
    SetFile open(DataSource source) {
        Place place = of(source);
        Path beside = beside(source);
        try {
            if (!place.beside() && !Files.exists(place.file()) && Files.exists(beside)) {
                Files.createDirectories(ofUser);
                Files.copy(beside, place.file());
            }
        } catch (IOException e) {
            throw new DatasetException(place.file(), Problem.CHANGES_NOT_COPIED, beside, e);
        }
        return SetFile.open(place.file());
    }

    private static Path beside(DataSource source) {
        return source.isTable()
                ? source.place().resolveSibling(source.name() + "." + BESIDE)
                : source.place().resolve(BESIDE);
    }

    private Path own(DataSource source) {
        String key = Digests.sha256(source.place().toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
        return ofUser.resolve(source.name().replaceAll("[^\\p{L}\\p{N}._-]", "_") + "-" + key + ".sqlite");
    }
}

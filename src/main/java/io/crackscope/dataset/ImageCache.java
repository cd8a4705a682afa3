package io.crackscope.dataset;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.PictureQuality;
import io.crackscope.work.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be found out again about images, kept from run to run in one file: measurements, thumbnails, and what models
 * said. An entry holds for a path with a size and a time of change. The file may be deleted at any time, and is deleted
 * when it is damaged or of an older program; it grows to about {@value #MOST_MEGABYTES} MB at most, the oldest entries
 * leaving first. A cache that does not work is as good as an empty one: nothing is thrown.
 *
 * <p>Safe from any thread.
 */
public final class ImageCache implements AutoCloseable {
    private static final int MOST_MEGABYTES = 512;
    private static final long MOST_BYTES = MOST_MEGABYTES * 1_000_000L;

    /** A drive comes back, rights are given, memory is freed, and the file has the size and time it had. */
    private static final Set<Refusal.Kind> MAY_PASS =
            Set.of(Refusal.Kind.MISSING, Refusal.Kind.UNREADABLE, Refusal.Kind.TOO_LARGE);

    private final CacheFile file;

    /** Keeps entries in {@code file}, which is opened when it is first needed. */
    public ImageCache(Path file) {
        this(file, MOST_BYTES);
    }

    ImageCache(Path file, long mostBytes) {
        this.file = new CacheFile(file, mostBytes);
    }

    /** What was measured of {@code images}, in their order, where that is known. */
    public List<Optional<Measurement>> measurements(List<ListedImage> images) {
        return file.use(none(images), connection -> {
            List<Optional<Measurement>> found = new ArrayList<>(images.size());
            try (PreparedStatement find = connection.prepareStatement(
                    "SELECT refusal, detail, sha256, width, height, steps, frequencies, brightness, sharpness, dark,"
                            + " bright FROM measured WHERE key = ? AND size = ? AND modified = ?")) {
                for (ListedImage image : images) {
                    identify(find, 1, image);
                    try (ResultSet row = find.executeQuery()) {
                        found.add(row.next() ? Optional.of(measurement(row)) : Optional.empty());
                    }
                }
            }
            return found;
        });
    }

    private static <T> List<Optional<T>> none(List<ListedImage> images) {
        return Collections.nCopies(images.size(), Optional.empty());
    }

    private static Measurement measurement(ResultSet row) throws SQLException {
        String refusal = row.getString(1);
        return refusal != null
                ? new Measurement.Refused(new Refusal(Refusal.Kind.valueOf(refusal), row.getString(2)))
                : new Measurement.Measured(new Measures(
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        new PerceptualHash(row.getLong(6), row.getLong(7)),
                        new PictureQuality(row.getDouble(8), row.getDouble(9), row.getDouble(10), row.getDouble(11))));
    }

    /** An image with what was measured of it. */
    public record Entry(ListedImage image, Measurement measurement) {}

    /** Keeps what was measured, but no refusal that may pass without the file changing. */
    public void keep(List<Entry> entries) {
        file.write(entries.size(), connection -> {
            try (PreparedStatement put = connection.prepareStatement(
                    "INSERT OR REPLACE INTO measured VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Entry entry : entries) {
                    if (entry.measurement() instanceof Measurement.Refused(Refusal refusal)
                            && MAY_PASS.contains(refusal.kind())) {
                        continue;
                    }
                    identify(put, 1, entry.image());
                    put.setLong(4, file.now());
                    switch (entry.measurement()) {
                        case Measurement.Refused(Refusal refusal) -> {
                            put.setString(5, refusal.kind().name());
                            put.setString(6, refusal.detail());
                            for (int i = 7; i <= 15; i++) {
                                put.setNull(i, java.sql.Types.NULL);
                            }
                        }
                        case Measurement.Measured(Measures measures) -> {
                            put.setString(5, null);
                            put.setString(6, null);
                            put.setString(7, measures.sha256());
                            put.setInt(8, measures.width());
                            put.setInt(9, measures.height());
                            put.setLong(10, measures.hash().steps());
                            put.setLong(11, measures.hash().frequencies());
                            put.setDouble(12, measures.quality().brightness());
                            put.setDouble(13, measures.quality().sharpness());
                            put.setDouble(14, measures.quality().dark());
                            put.setDouble(15, measures.quality().bright());
                        }
                    }
                    put.addBatch();
                }
                put.executeBatch();
            }
        });
    }

    /** The thumbnail of {@code image} as JPEG, if it is known. */
    public Optional<byte[]> thumbnail(ListedImage image) {
        return file.use(Optional.empty(), connection -> {
            try (PreparedStatement find = connection.prepareStatement(
                    "SELECT jpeg FROM thumbnail WHERE key = ? AND size = ? AND modified = ?")) {
                identify(find, 1, image);
                try (ResultSet row = find.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    /** Keeps the thumbnail of {@code image}. */
    public void keepThumbnail(ListedImage image, byte[] jpeg) {
        file.write(1, connection -> {
            try (PreparedStatement put =
                    connection.prepareStatement("INSERT OR REPLACE INTO thumbnail VALUES(?, ?, ?, ?, ?)")) {
                identify(put, 1, image);
                put.setLong(4, file.now());
                put.setBytes(5, jpeg);
                put.executeUpdate();
            }
        });
    }

    /** The crack probabilities that the model called {@code model} gave, in the order of the images, where known. */
    public List<Optional<Double>> judgements(String model, List<ListedImage> images) {
        return file.use(none(images), connection -> {
            List<Optional<Double>> found = new ArrayList<>(images.size());
            try (PreparedStatement find = connection.prepareStatement(
                    "SELECT probability FROM judged WHERE key = ? AND size = ? AND modified = ? AND model = ?")) {
                find.setString(4, model);
                for (ListedImage image : images) {
                    identify(find, 1, image);
                    try (ResultSet row = find.executeQuery()) {
                        found.add(row.next() ? Optional.of(row.getDouble(1)) : Optional.empty());
                    }
                }
            }
            return found;
        });
    }

    /** What a model said of an image. */
    public record Judgement(ListedImage image, double probability) {}

    /** Keeps what the model called {@code model} said; {@code model} must change whenever its answers do. */
    public void keepJudgements(String model, List<Judgement> judgements) {
        file.write(judgements.size(), connection -> {
            try (PreparedStatement put = connection.prepareStatement(
                    "INSERT OR REPLACE INTO judged(key, size, modified, model, made, probability)"
                            + " VALUES(?, ?, ?, ?, ?, ?)")) {
                for (Judgement judgement : judgements) {
                    identify(put, 1, judgement.image());
                    put.setString(4, model);
                    put.setLong(5, file.now());
                    put.setDouble(6, judgement.probability());
                    put.addBatch();
                }
                put.executeBatch();
            }
        });
    }

    private static void identify(PreparedStatement sql, int from, ListedImage image) throws SQLException {
        sql.setLong(from, key(image.file()));
        sql.setLong(from + 1, image.bytes());
        sql.setLong(from + 2, image.modified());
    }

    /** 64 bits of a digest: two of a million paths share them once in ten million caches, and size and time differ then. */
    private static long key(Path path) {
        return Long.parseUnsignedLong(
                Digests.sha256(path.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16);
    }

    @Override
    public void close() {
        file.close();
    }
}

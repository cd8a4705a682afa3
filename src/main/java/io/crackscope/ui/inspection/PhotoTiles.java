package io.crackscope.ui.inspection;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoBand;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.ui.inspection.Pyramid.Tile;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of the photo on screen, decoded on the IO lane when they are looked at, in bounded memory.
 *
 * <p>A JPEG can only be decoded from its start: a tile far down costs nearly as much as the whole photo. So the file is
 * gone through once, and of what passes by those tiles are kept that are nearest to what is looked at, as many as memory
 * allows; for photos up to some 50 megapixels that is all of them. Where someone looks at a place that is not kept, the file
 * is gone through again. Called on, and answers on, the executor that the runner delivers on.
 *
 * @param <I> the toolkit's image type
 */
final class PhotoTiles<I> {
    private static final long MOST_BYTES = 256L << 20;

    private final JobRunner runner;
    private final PhotoReader reader;
    private final Function<Picture, I> toImage;
    private final long budget;
    private final Map<Tile, I> tiles = new HashMap<>();
    private Runnable listener = () -> {};
    private @Nullable Path file;
    private Pyramid pyramid = new Pyramid(1, 1, 1);
    private @Nullable Pass pass;
    private boolean broken;

    /**
     * @param toImage is called on the IO lane
     * @param budget most bytes of pixels that are kept
     */
    PhotoTiles(JobRunner runner, PhotoReader reader, Function<Picture, I> toImage, long budget) {
        this.runner = runner;
        this.reader = reader;
        this.toImage = toImage;
        this.budget = budget;
    }

    /** What a program of this heap may keep: 256 MB, or an eighth of a small heap. */
    static long budgetOf(long heap) {
        return Math.min(MOST_BYTES, heap / 8);
    }

    /** Calls {@code action} whenever tiles arrived or no more will. */
    void onChange(Runnable action) {
        listener = action;
    }

    /** Another photo is looked at; all tiles of the one before are dropped, and those on their way too. */
    void open(Path photo, Pyramid itsPyramid) {
        close();
        file = photo;
        pyramid = itsPyramid;
    }

    /** No photo is looked at. */
    void close() {
        stop();
        tiles.clear();
        file = null;
        pyramid = new Pyramid(1, 1, 1);
        broken = false;
    }

    /** This is looked at: fetches what is missing of it, unless it is on its way or the file cannot be read. */
    void look(int factor, Area seen) {
        if (file == null || broken || !pyramid.isTiled(factor)) {
            return;
        }
        List<Tile> missing = pyramid.tiles(factor, seen).stream()
                .filter(tile -> !tiles.containsKey(tile))
                .toList();
        if (missing.isEmpty() || pass != null && pass.plan.containsAll(missing)) {
            return;
        }
        Set<Tile> plan = pyramid.plan(factor, seen, budget);
        // Where memory is less than a single view needs, some of it stays missing.
        List<Tile> toFetch = missing.stream().filter(plan::contains).toList();
        if (toFetch.isEmpty() || pass != null && pass.plan.containsAll(toFetch)) {
            return;
        }
        stop();
        tiles.keySet().retainAll(plan);
        Set<Tile> wanted = new HashSet<>(plan);
        wanted.removeAll(tiles.keySet());
        Pass next = new Pass(plan);
        pass = next;
        next.job = runner.start(JobRunner.Lane.IO, job(file, Set.copyOf(wanted)), next);
    }

    /** The tile, if it is at hand. */
    @Nullable
    I tile(Tile tile) {
        return tiles.get(tile);
    }

    /** Whether tiles are on their way. */
    boolean isLoading() {
        return pass != null;
    }

    /** Whether the photo cannot be read at full size. */
    boolean isBroken() {
        return broken;
    }

    /** Bytes of pixels that are kept. */
    long bytes() {
        return tiles.keySet().stream().mapToLong(pyramid::bytes).sum();
    }

    private void stop() {
        if (pass != null) {
            pass.job.cancel();
            pass = null;
        }
    }

    private JobRunner.Job<Map<Tile, I>, Optional<Refusal>> job(Path photo, Set<Tile> wanted) {
        List<Integer> factors = pyramid.factors();
        return (publish, cancellation) -> reader.bands(
                photo,
                Pyramid.SIDE,
                band -> {
                    Map<Tile, I> arrived = cut(band, factors, wanted, cancellation);
                    if (!arrived.isEmpty()) {
                        publish.accept(arrived);
                    }
                },
                cancellation);
    }

    private Map<Tile, I> cut(PhotoBand band, List<Integer> factors, Set<Tile> wanted, Cancellation cancellation) {
        Map<Tile, I> cut = new HashMap<>();
        Picture picture = band.picture();
        for (int y = 0; y < picture.height(); y += Pyramid.SIDE) {
            for (int x = 0; x < picture.width(); x += Pyramid.SIDE) {
                cancellation.throwIfCancelled();
                int column = (band.x() + x) / Pyramid.SIDE;
                int row = (band.y() + y) / Pyramid.SIDE;
                List<Tile> sizes = new ArrayList<>();
                factors.forEach(factor -> sizes.add(new Tile(factor, column, row)));
                sizes.removeIf(tile -> !wanted.contains(tile));
                if (!sizes.isEmpty()) {
                    Picture square = picture.region(
                            x,
                            y,
                            Math.min(Pyramid.SIDE, picture.width() - x),
                            Math.min(Pyramid.SIDE, picture.height() - y));
                    sizes.forEach(tile -> cut.put(tile, toImage.apply(shrunk(square, tile.factor()))));
                }
            }
        }
        return cut;
    }

    private static Picture shrunk(Picture square, int factor) {
        Picture result = square;
        for (int halvings = factor; halvings > 1; halvings /= 2) {
            result = Pictures.halved(result);
        }
        return result;
    }

    /** One way through the file. What it says after another has begun is stale and dropped. */
    private final class Pass implements JobRunner.Listener<Map<Tile, I>, Optional<Refusal>> {
        private final Set<Tile> plan;
        private Cancellation job = new Cancellation();

        Pass(Set<Tile> plan) {
            this.plan = plan;
        }

        @Override
        public void part(Map<Tile, I> arrived) {
            if (pass == this) {
                tiles.putAll(arrived);
                listener.run();
            }
        }

        @Override
        public void done(Optional<Refusal> refusal) {
            end(refusal.isPresent());
        }

        @Override
        public void failed(Throwable failure) {
            org.slf4j.LoggerFactory.getLogger(PhotoTiles.class).error("cannot show {} at full size", file, failure);
            end(true);
        }

        private void end(boolean inVain) {
            if (pass == this) {
                pass = null;
                broken = inVain;
                listener.run();
            }
        }
    }
}

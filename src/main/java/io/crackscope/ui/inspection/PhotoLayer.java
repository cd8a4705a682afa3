package io.crackscope.ui.inspection;

import io.crackscope.ui.inspection.Pyramid.Tile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/**
 * Draws the photo from the smallest of its sizes that need not be enlarged. Until tiles arrive, what lies below them is
 * seen: coarser tiles, and below all the overview.
 */
final class PhotoLayer extends Pane {
    private final PhotoTiles<Image> tiles;
    private final ImageView whole = new ImageView();
    private final Group group = new Group();
    private final Map<Tile, ImageView> views = new HashMap<>();
    private List<Image> levels = List.of();
    private Pyramid pyramid = new Pyramid(1, 1, 1);
    private boolean complete = true;

    PhotoLayer(PhotoTiles<Image> tiles) {
        this.tiles = tiles;
        setManaged(false);
        setMouseTransparent(true);
        group.setManaged(false);
        getChildren().addAll(whole, group);
        whole.setManaged(false);
    }

    /** Shows a photo; {@code sizes} are renditions of all of it, largest first. */
    void show(List<Image> sizes, Pyramid itsPyramid) {
        levels = sizes;
        pyramid = itsPyramid;
        forgetTiles();
    }

    void clear() {
        levels = List.of();
        whole.setImage(null);
        forgetTiles();
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    Pyramid pyramid() {
        return pyramid;
    }

    /** Whether all that is seen was drawn without enlarging more than it must be. */
    boolean isComplete() {
        return complete;
    }

    /** Draws what is {@code seen} with the photo at {@code placement}, on a screen of so many pixels per logical pixel. */
    void draw(Placement placement, Area seen, double screenPixels) {
        if (levels.isEmpty()) {
            return;
        }
        double scale = placement.scale() * screenPixels;
        Image level = levelFor(pyramid.width() * scale);
        whole.setImage(level);
        // From twice its size on, pixels are shown as what they are.
        whole.setSmooth(pyramid.width() * scale < 2 * level.getWidth() || pyramid.overview() > 1);
        place(whole, new Area(0, 0, pyramid.width(), pyramid.height()), placement, screenPixels);
        int factor = pyramid.factorFor(scale);
        if (pyramid.isTiled(factor)) {
            tiles.look(factor, seen);
        }
        List<Tile> drawn = drawn(factor, seen);
        views.keySet().retainAll(drawn);
        List<Node> nodes = new ArrayList<>();
        for (Tile tile : drawn) {
            ImageView view = views.computeIfAbsent(tile, this::view);
            view.setSmooth(scale * tile.factor() < 2);
            place(view, pyramid.area(tile), placement, screenPixels);
            nodes.add(view);
        }
        if (!nodes.equals(group.getChildren())) {
            group.getChildren().setAll(nodes);
        }
    }

    private List<Tile> drawn(int factor, Area seen) {
        List<Tile> drawn = new ArrayList<>();
        complete = true;
        for (int other : pyramid.factors()) {
            if (other < factor || complete && other > factor) {
                continue;
            }
            List<Tile> all = pyramid.tiles(other, seen);
            List<Tile> there =
                    all.stream().filter(tile -> tiles.tile(tile) != null).toList();
            complete = complete && (other != factor || there.size() == all.size());
            drawn.addAll(0, there);
        }
        return drawn;
    }

    private ImageView view(Tile tile) {
        ImageView view = new ImageView(tiles.tile(tile));
        view.setManaged(false);
        return view;
    }

    /** On whole pixels of the screen, so that neighbours meet without a seam and 1:1 is just that. */
    private static void place(ImageView view, Area area, Placement placement, double screenPixels) {
        double left = Math.round((placement.x() + area.left() * placement.scale()) * screenPixels) / screenPixels;
        double top = Math.round((placement.y() + area.top() * placement.scale()) * screenPixels) / screenPixels;
        double right = Math.round((placement.x() + area.right() * placement.scale()) * screenPixels) / screenPixels;
        double bottom = Math.round((placement.y() + area.bottom() * placement.scale()) * screenPixels) / screenPixels;
        view.setX(left);
        view.setY(top);
        view.setFitWidth(right - left);
        view.setFitHeight(bottom - top);
    }

    /** The smallest rendition that is not enlarged. */
    private Image levelFor(double pixelsWide) {
        Image best = levels.getFirst();
        for (Image level : levels) {
            if (level.getWidth() >= pixelsWide) {
                best = level;
            }
        }
        return best;
    }

    private void forgetTiles() {
        views.clear();
        group.getChildren().clear();
        complete = true;
    }
}

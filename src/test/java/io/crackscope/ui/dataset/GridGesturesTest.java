package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.ImageCache;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.MouseEvents;
import io.crackscope.ui.common.PictureImages;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.work.DirectJobRunner;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class GridGesturesTest {
    private static final double HEIGHT = 600;

    @TempDir
    Path folder;

    private final ImageSelection selection = new ImageSelection();
    private ImageCache cache;
    private ImageGrid grid;
    private Stage stage;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void showTheGrid() throws Exception {
        cache = new ImageCache(folder.resolve("images.sqlite"));
        int[] images = IntStream.range(0, 2000).toArray();
        ShownStage.fx(() -> {
            grid = new ImageGrid(
                    selection,
                    () -> new GridCell(
                            () -> null,
                            new Thumbnails<>(new DirectJobRunner(), new ImageIoPhotoReader(), cache, PictureImages::of),
                            new ImageWords(new Messages(Locale.ENGLISH))),
                    () -> {},
                    place -> {});
            stage = new Stage();
            stage.setScene(new Scene(grid, 800, HEIGHT));
            stage.show();
            selection.show(images);
            grid.show(images);
            return true;
        });
        ShownStage.until(() ->
                grid.getHeight() == HEIGHT && !grid.getChildrenUnmodifiable().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        ShownStage.fx(() -> {
            stage.close();
            return true;
        });
        cache.close();
    }

    @Test
    void a_band_held_at_the_lower_edge_scrolls_on_until_it_is_let_go() throws Exception {
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, 300, HEIGHT - 2);
        ShownStage.until(() -> grid.scroll() > 2 * HEIGHT);
        ShownStage.until(() -> selection.countProperty().get() > 8);
        mouse(MouseEvent.MOUSE_RELEASED, 300, HEIGHT - 2);
        double there = ShownStage.fx(grid::scroll);
        mouse(MouseEvent.MOUSE_MOVED, 300, HEIGHT - 2);
        assertThat(ShownStage.fx(grid::scroll)).isEqualTo(there);
    }

    @Test
    void a_band_drawn_upwards_does_not_jump_back_to_where_it_began() throws Exception {
        ShownStage.fx(() -> {
            grid.scrollTo(5 * HEIGHT);
            return true;
        });
        mouse(MouseEvent.MOUSE_PRESSED, 700, HEIGHT - 30);
        mouse(MouseEvent.MOUSE_DRAGGED, 500, 1);
        ShownStage.until(() -> grid.scroll() < HEIGHT);
        mouse(MouseEvent.MOUSE_DRAGGED, 720, 100);
        mouse(MouseEvent.MOUSE_DRAGGED, 200, 100);
        mouse(MouseEvent.MOUSE_DRAGGED, 695, 100);
        assertThat(ShownStage.fx(grid::scroll)).isLessThan(HEIGHT);
        mouse(MouseEvent.MOUSE_RELEASED, 695, 100);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) throws Exception {
        ShownStage.fx(() -> {
            grid.fireEvent(MouseEvents.of(type, x, y));
            return true;
        });
    }
}

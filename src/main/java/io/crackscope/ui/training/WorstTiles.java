package io.crackscope.ui.training;

import io.crackscope.domain.Label;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.JudgedTile;
import io.crackscope.learning.TileTensor;
import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import io.crackscope.work.JobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The validation tiles that the network gets most wrong now, with label and probability: often it is the label. */
final class WorstTiles extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(WorstTiles.class);

    private static final double SIDE = 72;
    private static final int PIXELS = 144;
    private static final long MOST_PIXELS = 4_000_000;

    private final JobRunner runner;
    private final PhotoReader photos;
    private final Messages messages;
    private final FlowPane tiles = new FlowPane();
    private int number;

    WorstTiles(RunViewModel model, JobRunner runner, PhotoReader photos, Messages messages) {
        this.runner = runner;
        this.photos = photos;
        this.messages = messages;
        setId("worst-tiles");
        getStyleClass().add("worst-tiles");
        tiles.getStyleClass().add("worst-flow");
        javafx.scene.control.Label title = new javafx.scene.control.Label(messages.get("ui.train.worst"));
        title.getStyleClass().add("section-title");
        getChildren().addAll(title, tiles);
        model.worstProperty().addListener((observable, before, now) -> load(now));
        load(model.worstProperty().get());
    }

    /** A tile with its pixels, where they can be read. */
    private record Shown(JudgedTile tile, Optional<Picture> picture) {}

    private void load(List<JudgedTile> worst) {
        int mine = ++number;
        setVisible(!worst.isEmpty());
        setManaged(!worst.isEmpty());
        if (worst.isEmpty()) {
            tiles.getChildren().clear();
            return;
        }
        runner.start(
                JobRunner.Lane.IO,
                (publish, cancellation) -> {
                    List<Shown> shown = new ArrayList<>();
                    for (JudgedTile tile : worst) {
                        shown.add(new Shown(
                                tile,
                                photos.read(tile.image().file(), MOST_PIXELS) instanceof PhotoReading.Decoded decoded
                                        ? Optional.of(TileTensor.fitted(decoded.picture(), PIXELS))
                                        : Optional.empty()));
                    }
                    return shown;
                },
                new JobRunner.Listener<Void, List<Shown>>() {
                    @Override
                    public void done(List<Shown> shown) {
                        if (mine == number) {
                            tiles.getChildren()
                                    .setAll(shown.stream()
                                            .map(WorstTiles.this::node)
                                            .toList());
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        LOG.error("the worst tiles cannot be shown", failure);
                    }
                });
    }

    private Node node(Shown shown) {
        boolean isCrack = shown.tile().image().label() == Label.CRACK;
        MarkNode mark = new MarkNode(isCrack ? Mark.CRACK : Mark.NO_CRACK, 11);
        javafx.scene.control.Label probability =
                new javafx.scene.control.Label(WholePercent.of(shown.tile().probability()));
        probability.getStyleClass().add("worst-probability");
        HBox words = new HBox(4, mark, probability);
        words.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(2);
        shown.picture().ifPresent(picture -> box.getChildren().add(Tiles.view(picture, SIDE)));
        box.getChildren().add(words);
        box.setPrefWidth(SIDE);
        String text = messages.get(
                isCrack ? "ui.train.worst.crack" : "ui.train.worst.no_crack",
                shown.tile().image().file().getFileName(),
                WholePercent.of(shown.tile().probability()));
        Tooltip.install(box, new Tooltip(text + "\n" + shown.tile().image().file()));
        box.setAccessibleText(text);
        return box;
    }
}

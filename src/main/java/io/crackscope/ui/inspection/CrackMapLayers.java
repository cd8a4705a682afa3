package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackMap;
import java.util.List;

/** What an inspection puts over the photo: heat, tiles, evidence and their legend, as far as they are chosen. */
final class CrackMapLayers {
    /** Long enough for the tiles of a 100-megapixel photo, small enough to be drawn at once. */
    private static final int HEAT_SIDE = 640;

    private final PhotoCanvas canvas;
    private final HeatLegend legend;
    private final HeatOverlay overlay;
    private final EvidenceTour tour;
    private final ModelThresholds thresholds;
    private boolean inspected;

    CrackMapLayers(
            PhotoCanvas canvas, HeatLegend legend, HeatOverlay overlay, EvidenceTour tour, ModelThresholds thresholds) {
        this.canvas = canvas;
        this.legend = legend;
        this.overlay = overlay;
        this.tour = tour;
        this.thresholds = thresholds;
        canvas.heatView().opacityProperty().bind(overlay.opacityProperty());
        overlay.visibleProperty().addListener(change -> showChosen());
        overlay.gridProperty().addListener(change -> showChosen());
        overlay.bareProperty().addListener(change -> showChosen());
        tour.positionProperty()
                .addListener(
                        change -> canvas.evidenceLayer().choose(tour.current().orElse(null)));
        showChosen();
    }

    /** Shows what was found on the photo, if it was inspected, else nothing. */
    void show(PhotoState state) {
        if (!(state instanceof PhotoState.Inspected(var outcome))) {
            clear();
            return;
        }
        inspected = true;
        CrackMap map = outcome.map();
        double tile = thresholds.tile();
        canvas.showHeat(HeatImages.of(HeatRaster.of(map, tile, HEAT_SIDE)));
        canvas.tileGrid().show(new TileCells(map));
        canvas.evidenceLayer().show(map, outcome.evidence(), tile, thresholds.crackFrom());
        tour.begin(outcome.evidence());
        legend.threshold(tile);
        showChosen();
    }

    void clear() {
        inspected = false;
        canvas.showHeat(null);
        canvas.tileGrid().show(null);
        canvas.evidenceLayer().clear();
        tour.begin(List.of());
        showChosen();
    }

    private void showChosen() {
        boolean possible = inspected && !overlay.bareProperty().get();
        boolean found = possible && overlay.visibleProperty().get();
        canvas.heatView().setVisible(found);
        canvas.evidenceLayer().setVisible(found);
        canvas.tileGrid().setVisible(possible && overlay.gridProperty().get());
        legend.setVisible(found);
    }
}

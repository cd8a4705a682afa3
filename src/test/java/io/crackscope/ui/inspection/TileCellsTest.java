package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.TileScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileCellsTest {
    private static final int STEP = 100;
    private static final int SIDE = 200;

    @Test
    void every_place_belongs_to_the_tile_whose_middle_is_nearest_and_lies_in_its_part() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            // the last column and row lie closer, aligned to the photo's edge
            CrackMap map = map(3 + random.nextInt(6), 3 + random.nextInt(6), 1 + random.nextInt(STEP));
            TileCells cells = new TileCells(map);
            double x = random.nextDouble() * map.photoWidth();
            double y = random.nextDouble() * map.photoHeight();
            TileCells.Cell cell = cells.at(x, y).orElseThrow();
            TileScore nearest = map.tiles().stream()
                    .min(Comparator.comparingDouble(
                            t -> Math.abs(t.x() + SIDE / 2.0 - x) + Math.abs(t.y() + SIDE / 2.0 - y)))
                    .orElseThrow();
            assertThat(cell.tile()).isEqualTo(nearest);
            assertThat(cell.area().left()).isLessThanOrEqualTo(x);
            assertThat(cell.area().right()).isGreaterThanOrEqualTo(x);
            assertThat(cell.area().top()).isLessThanOrEqualTo(y);
            assertThat(cell.area().bottom()).isGreaterThanOrEqualTo(y);
        }
    }

    @Test
    void parts_reach_to_the_border_of_the_photo_and_outside_of_it_is_none() {
        CrackMap map = map(4, 3, STEP);
        TileCells cells = new TileCells(map);
        assertThat(cells.x(0)).isZero();
        assertThat(cells.x(4)).isEqualTo(map.photoWidth());
        assertThat(cells.y(3)).isEqualTo(map.photoHeight());
        assertThat(cells.at(0, 0)).map(TileCells.Cell::tile).contains(map.tile(0, 0));
        assertThat(cells.at(-1, 5)).isEmpty();
        assertThat(cells.at(5, map.photoHeight())).isEmpty();
    }

    private static CrackMap map(int columns, int rows, int last) {
        List<TileScore> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tiles.add(new TileScore(at(column, columns, last), at(row, rows, last), SIDE, SIDE, 0.5));
            }
        }
        return new CrackMap(
                at(columns - 1, columns, last) + SIDE, at(rows - 1, rows, last) + SIDE, columns, rows, tiles);
    }

    private static int at(int index, int count, int last) {
        return index < count - 1 ? index * STEP : (index - 1) * STEP + last;
    }
}

package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridGeometryTest {
    /** Cells of 100 by 120, 10 apart: 4 in a row of 450, 11 in 3 rows. */
    private final GridGeometry grid = new GridGeometry(450, 100, 120, 10, 11);

    @Test
    void as_many_cells_as_fit_are_in_a_row() {
        assertThat(grid.columns()).isEqualTo(4);
        assertThat(grid.rows()).isEqualTo(3);
        assertThat(grid.height()).isEqualTo(3 * 130 + 10);
        assertThat(new GridGeometry(50, 100, 120, 10, 3).columns()).isEqualTo(1);
    }

    @Test
    void a_point_is_in_a_cell_or_between_them() {
        assertThat(grid.placeAt(15, 15)).isZero();
        assertThat(grid.placeAt(125, 145)).isEqualTo(5);
        assertThat(grid.placeAt(115, 15)).as("gap").isEqualTo(-1);
        assertThat(grid.placeAt(15, 135)).as("gap below").isEqualTo(-1);
        assertThat(grid.placeAt(400, 280)).as("last row has three").isEqualTo(-1);
        assertThat(grid.placeAt(449, 15)).as("right of the last column").isEqualTo(-1);
        assertThat(grid.placeAt(-5, 15)).isEqualTo(-1);
    }

    @Test
    void only_rows_in_sight_have_cells() {
        assertThat(grid.firstBelow(0)).isZero();
        assertThat(grid.endAbove(135)).isEqualTo(4);
        assertThat(grid.firstBelow(141)).isEqualTo(4);
        assertThat(grid.endAbove(1000)).isEqualTo(11);
        assertThat(grid.endAbove(-5)).isZero();
    }

    @Test
    void a_band_touches_the_cells_it_crosses() {
        assertThat(grid.touchedBy(50, 50, 160, 160).stream()).containsExactly(0, 1, 4, 5);
        assertThat(grid.touchedBy(160, 160, 50, 50).stream())
                .as("drawn the other way")
                .containsExactly(0, 1, 4, 5);
        assertThat(grid.touchedBy(111, 0, 119, 400).stream()).as("in a gap").isEmpty();
    }

    @Test
    void a_cell_comes_into_sight_by_the_shortest_way() {
        assertThat(grid.reveal(8, 0, 200)).isEqualTo(200);
        assertThat(grid.reveal(0, 150, 200)).isZero();
        assertThat(grid.reveal(4, 100, 300)).isEqualTo(100);
    }
}

package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport();

    @BeforeEach
    void aLandscapePhotoInASquareViewer() {
        viewport.view(1000, 1000);
        viewport.photo(4000, 3000);
    }

    @Test
    void a_photo_begins_fitted_and_centred() {
        assertThat(viewport.placement()).isEqualTo(new Placement(0.25, 0, 125));
        assertThat(viewport.isFitting()).isTrue();
    }

    @Test
    void a_fitted_photo_goes_on_fitting_as_the_viewer_changes() {
        viewport.view(500, 1000);
        assertThat(viewport.placement()).isEqualTo(new Placement(0.125, 0, 312.5));
    }

    @Test
    void zooming_keeps_the_point_under_the_pointer() {
        viewport.place(viewport.zoomed(250, 500, 8));
        assertThat(viewport.placement().scale()).isEqualTo(2);
        assertThat((250 - viewport.placement().x()) / 2).isCloseTo(1000, within(1e-9));
        assertThat((500 - viewport.placement().y()) / 2).isCloseTo(1500, within(1e-9));
        assertThat(viewport.isFitting()).isFalse();
    }

    @Test
    void nobody_zooms_out_beyond_the_whole_photo_or_in_beyond_sixteen_times() {
        assertThat(viewport.zoomed(0, 0, 0.001).scale()).isEqualTo(0.25);
        assertThat(viewport.zoomed(0, 0, 1e6).scale()).isEqualTo(16);
    }

    @Test
    void a_zoomed_photo_cannot_be_dragged_out_of_the_viewer() {
        viewport.place(viewport.zoomed(500, 500, 4));
        viewport.place(viewport.panned(99999, -99999));
        assertThat(viewport.placement()).isEqualTo(new Placement(1, 0, -2000));
    }

    @Test
    void one_to_one_is_one_photo_pixel_on_one_screen_pixel() {
        assertThat(viewport.actualSize(500, 500, 2).scale()).isEqualTo(0.5);
    }

    @Test
    void resizing_the_viewer_keeps_what_was_in_its_middle() {
        viewport.place(viewport.zoomed(500, 500, 4));
        viewport.view(600, 800);
        assertThat(300 - viewport.placement().x()).isCloseTo(2000, within(1e-9));
        assertThat(400 - viewport.placement().y()).isCloseTo(1500, within(1e-9));
    }

    @Test
    void the_point_under_the_pointer_stays_there_however_one_zooms() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            somewhere(random);
            Placement before = viewport.placement();
            double x = random.nextDouble() * 1200;
            double y = random.nextDouble() * 900;
            Placement after = viewport.zoomed(x, y, Math.exp(random.nextDouble() * 4 - 2));
            // Where the border of the photo would come into the view it is the border that decides.
            if (lies(after, x, before)) {
                assertThat(after.x() + (x - before.x()) / before.scale() * after.scale())
                        .isCloseTo(x, within(1e-6));
            }
            assertThat(after.x()).isLessThanOrEqualTo(Math.max(0, (1200 - photoWidth * after.scale()) / 2) + 1e-6);
            assertThat(after.x() + photoWidth * after.scale())
                    .isGreaterThanOrEqualTo(Math.min(1200, (1200 + photoWidth * after.scale()) / 2) - 1e-6);
        }
    }

    @Test
    void what_is_seen_is_what_the_view_covers_of_the_photo() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            somewhere(random);
            Placement now = viewport.placement();
            Area seen = viewport.seen();
            assertThat(now.x() + seen.left() * now.scale()).isCloseTo(Math.max(0, now.x()), within(1e-6));
            double right = Math.min(1200, now.x() + photoWidth * now.scale());
            assertThat(now.x() + seen.right() * now.scale()).isCloseTo(right, within(1e-6));
            double bottom = Math.min(900, now.y() + photoHeight * now.scale());
            assertThat(now.y() + seen.bottom() * now.scale()).isCloseTo(bottom, within(1e-6));
        }
    }

    @Test
    void a_place_chosen_on_the_map_comes_into_the_middle() {
        viewport.place(viewport.zoomed(500, 500, 8));
        viewport.place(viewport.centredOn(1234, 987));
        assertThat(viewport.seen().centreX()).isCloseTo(1234, within(1e-6));
        assertThat(viewport.seen().centreY()).isCloseTo(987, within(1e-6));
        viewport.place(viewport.centredOn(0, 0));
        assertThat(viewport.placement().x()).isZero();
    }

    @Test
    void evidence_fills_half_of_the_view() {
        Placement there = viewport.around(new Area(1000, 1000, 1500, 1200));
        assertThat(500 * there.scale()).isCloseTo(500, within(1e-9));
        assertThat(viewport.around(new Area(1000, 1000, 1010, 1010)).scale()).isEqualTo(2);
    }

    @Test
    void flying_to_evidence_puts_its_box_in_the_middle() {
        Placement there = viewport.around(new Area(1000, 1000, 1400, 1200));
        assertThat(there.scale()).isEqualTo(1.25);
        assertThat(there.x() + 1200 * there.scale()).isCloseTo(500, within(1e-9));
        assertThat(there.y() + 1100 * there.scale()).isCloseTo(500, within(1e-9));
    }

    @Test
    void a_photo_smaller_than_the_viewer_is_not_enlarged() {
        viewport.photo(100, 50);
        assertThat(viewport.placement()).isEqualTo(new Placement(1, 450, 475));
    }

    @Test
    void on_the_way_from_one_placement_to_another_the_turning_point_stays() {
        Placement from = viewport.placement();
        Placement to = viewport.zoomed(250, 500, 8);
        for (double share = 0; share <= 1; share += 0.1) {
            Placement between = from.towards(to, share);
            assertThat(between.x() + 1000 * between.scale()).isCloseTo(250, within(1e-6));
        }
        assertThat(from.towards(to, 1)).isEqualTo(to);
    }

    private double photoWidth;
    private double photoHeight;

    /** Any photo in a view of 1200 x 900, zoomed and moved anyhow. */
    private void somewhere(Random random) {
        photoWidth = 100 + random.nextInt(9000);
        photoHeight = 100 + random.nextInt(9000);
        viewport.view(1200, 900);
        viewport.photo(photoWidth, photoHeight);
        viewport.place(viewport.zoomed(
                random.nextDouble() * 1200, random.nextDouble() * 900, Math.exp(random.nextDouble() * 4)));
        viewport.place(viewport.panned(random.nextGaussian() * 2000, random.nextGaussian() * 2000));
    }

    /** Whether the photo's borders leave the point at {@code x} free to stay. */
    private boolean lies(Placement after, double x, Placement before) {
        double free = x - (x - before.x()) / before.scale() * after.scale();
        return photoWidth * after.scale() > 1200 && free <= 0 && free >= 1200 - photoWidth * after.scale();
    }
}

package io.crackscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneGeneratorTest {
    private final SceneGenerator generator = new SceneGenerator();

    private static SceneSpec crackOnly(SceneKind kind, CrackStyle style) {
        return new SceneSpec(kind, 480, 360, List.of(style), List.of());
    }

    @Test
    void the_same_seed_draws_the_same_pixels_and_another_seed_others() {
        SceneSpec spec =
                new SceneSpec(SceneKind.WALL, 300, 224, List.of(CrackStyle.BRANCHED), List.of(ConfuserKind.values()));
        Scene first = generator.generate(spec, 42);
        Scene again = new SceneGenerator().generate(spec, 42);
        Scene other = generator.generate(spec, 43);
        assertThat(again.picture().rgb()).isEqualTo(first.picture().rgb());
        assertThat(again.cracks()).isEqualTo(first.cracks());
        assertThat(again.confusers()).isEqualTo(first.confusers());
        assertThat(other.picture().rgb()).isNotEqualTo(first.picture().rgb());
    }

    /** Fails where a platform or Java version computes differently, or the drawing changes unnoticed. */
    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void pixels_are_those_recorded_when_the_drawing_was_last_changed(SceneKind kind) {
        SceneSpec spec = new SceneSpec(kind, 224, 224, List.of(CrackStyle.MEDIUM), List.of(ConfuserKind.values()));
        CRC32 sum = new CRC32();
        sum.update(generator.generate(spec, 7).picture().rgb());
        String recorded = switch (kind) {
            case DECK -> "a7da6220";
            case WALL -> "42a092f8";
            case PAVEMENT -> "8b493e70";
        };
        assertThat(HexFormat.of().toHexDigits((int) sum.getValue())).isEqualTo(recorded);
    }

    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void pixels_do_not_depend_on_the_bands_a_scene_is_painted_in(SceneKind kind) {
        SceneSpec spec =
                new SceneSpec(kind, 260, 240, List.of(CrackStyle.WIDE, CrackStyle.MAP), List.of(ConfuserKind.values()));
        byte[] whole = generator.lay(spec, 5).paint(240).picture().rgb();
        assertThat(generator.lay(spec, 5).paint(17).picture().rgb()).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource(CrackStyle.class)
    void a_crack_is_darker_than_the_concrete_beside_it(CrackStyle style) {
        for (SceneKind kind : SceneKind.values()) {
            for (long seed = 1; seed <= 6; seed++) {
                Scene scene = generator.generate(crackOnly(kind, style), seed);
                boolean[] mask = scene.mask();
                double crack = mean(scene.picture(), mask, true);
                double beside = mean(scene.picture(), ring(scene.picture(), mask), true);
                assertThat(crack)
                        .as("%s %s seed %d: %.0f beside %.0f", kind, style, seed, crack, beside)
                        .isLessThan(0.86 * beside);
            }
        }
    }

    /** The mask is no happenstance: moved aside by more than the crack is wide, it lies on bright concrete. */
    @Test
    void the_mask_lies_on_the_crack_and_not_beside_it() {
        Scene scene = generator.generate(crackOnly(SceneKind.WALL, CrackStyle.MEDIUM), 3);
        Picture picture = scene.picture();
        boolean[] mask = scene.mask();
        boolean[] moved = new boolean[mask.length];
        System.arraycopy(mask, 0, moved, 24, mask.length - 24);
        assertThat(mean(picture, mask, true)).isLessThan(0.75 * mean(picture, moved, true));
    }

    @ParameterizedTest
    @EnumSource(
            value = CrackStyle.class,
            names = {"MEDIUM", "WIDE"})
    void widths_measured_across_the_line_agree_with_the_truth(CrackStyle style) {
        for (SceneKind kind : SceneKind.values()) {
            for (long seed = 1; seed <= 5; seed++) {
                Scene scene = generator.generate(crackOnly(kind, style), seed);
                double[] figures = measuredAgainstTruth(scene);
                assertThat(figures[0])
                        .as(
                                "median of measured / true width, %s %s seed %d, %d places",
                                kind, style, seed, (int) figures[1])
                        .isBetween(0.72, 1.28);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CrackStyle.class)
    void every_point_lies_in_the_picture_with_a_width_the_style_allows(CrackStyle style) {
        for (long seed = 1; seed <= 20; seed++) {
            Scene scene = generator.generate(crackOnly(SceneKind.values()[(int) (seed % 3)], style), seed);
            assertThat(scene.label()).isEqualTo(Label.CRACK);
            assertThat(scene.cracks()).isNotEmpty();
            for (CrackTruth crack : scene.cracks()) {
                assertThat(crack.points()).allSatisfy(point -> {
                    assertThat(point.x()).isBetween(0.0, 480.0);
                    assertThat(point.y()).isBetween(0.0, 360.0);
                    assertThat(point.width()).isBetween(0.1, 40.0);
                });
                Box box = crack.box(480, 360);
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(480);
                assertThat(box.y() + box.height()).isLessThanOrEqualTo(360);
                assertThat(crack.widthQuantile(0.5)).isLessThanOrEqualTo(crack.widthQuantile(0.95));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SceneKind.class)
    void a_scene_without_cracks_has_an_empty_mask_and_says_so(SceneKind kind) {
        Scene scene = generator.generate(new SceneSpec(kind, 224, 224, List.of(), List.of(ConfuserKind.values())), 9);
        assertThat(scene.label()).isEqualTo(Label.NO_CRACK);
        assertThat(scene.cracks()).isEmpty();
        assertThat(scene.mask()).containsOnly(false);
    }

    @ParameterizedTest
    @EnumSource(ConfuserKind.class)
    void a_confuser_changes_the_picture_where_its_boxes_are(ConfuserKind kind) {
        SceneKind on = kind == ConfuserKind.TIE_HOLE ? SceneKind.WALL : SceneKind.DECK;
        Scene plain = generator.generate(new SceneSpec(on, 400, 300, List.of(), List.of()), 4);
        Scene with = generator.generate(new SceneSpec(on, 400, 300, List.of(), List.of(kind)), 4);
        assertThat(with.confusers()).isNotEmpty().allMatch(truth -> truth.kind() == kind);
        boolean[] boxed = new boolean[400 * 300];
        for (ConfuserTruth truth : with.confusers()) {
            Box box = truth.box();
            for (int y = box.y(); y < box.y() + box.height(); y++) {
                for (int x = box.x(); x < box.x() + box.width(); x++) {
                    boxed[y * 400 + x] = true;
                }
            }
        }
        int inside = 0;
        int outside = 0;
        for (int i = 0; i < boxed.length; i++) {
            boolean changed = Math.abs(level(plain.picture(), i) - level(with.picture(), i)) > 20;
            inside += changed && boxed[i] ? 1 : 0;
            outside += changed && !boxed[i] ? 1 : 0;
        }
        assertThat(inside).as("clearly changed pixels in the boxes of %s", kind).isGreaterThan(40);
        assertThat(outside).as("clearly changed pixels elsewhere").isLessThanOrEqualTo(inside / 50);
    }

    @Test
    void sizes_that_are_no_scene_are_refused() {
        assertThatThrownBy(() -> new SceneSpec(SceneKind.WALL, 31, 100, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31 x 100");
        assertThatThrownBy(() -> new SceneSpec(SceneKind.WALL, 100, 8193, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double level(Picture picture, int pixel) {
        byte[] rgb = picture.rgb();
        return ((rgb[3 * pixel] & 0xFF) + (rgb[3 * pixel + 1] & 0xFF) + (rgb[3 * pixel + 2] & 0xFF)) / 3.0;
    }

    private static double mean(Picture picture, boolean[] mask, boolean value) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == value) {
                sum += level(picture, i);
                count++;
            }
        }
        assertThat(count).isPositive();
        return sum / count;
    }

    /** Pixels 8 to 14 away from the mask. */
    private static boolean[] ring(Picture picture, boolean[] mask) {
        boolean[] near = grown(picture, mask, 8);
        boolean[] far = grown(picture, mask, 14);
        for (int i = 0; i < far.length; i++) {
            far[i] &= !near[i];
        }
        return far;
    }

    private static boolean[] grown(Picture picture, boolean[] mask, int by) {
        int w = picture.width();
        int h = picture.height();
        boolean[] grown = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                for (int y = Math.max(0, i / w - by); y <= Math.min(h - 1, i / w + by); y++) {
                    for (int x = Math.max(0, i % w - by); x <= Math.min(w - 1, i % w + by); x++) {
                        grown[y * w + x] = true;
                    }
                }
            }
        }
        return grown;
    }

    /**
     * Walks the centre lines and measures, every few points, how long the profile across stays darker than half way between
     * the crack and the concrete; returns the median of measured / true width and the number of places.
     */
    private static double[] measuredAgainstTruth(Scene scene) {
        List<Double> ratios = new ArrayList<>();
        Picture picture = scene.picture();
        for (CrackTruth crack : scene.cracks()) {
            List<CrackTruth.Point> points = crack.points();
            for (int i = 4; i < points.size() - 4; i += 3) {
                CrackTruth.Point p = points.get(i);
                double reach = p.width() / 2 + 9;
                double dx = points.get(i + 2).x() - points.get(i - 2).x();
                double dy = points.get(i + 2).y() - points.get(i - 2).y();
                double length = Math.sqrt(dx * dx + dy * dy);
                double nx = -dy / length;
                double ny = dx / length;
                if (p.width() < 2
                        || p.x() - reach < 1
                        || p.y() - reach < 1
                        || p.x() + reach > picture.width() - 2
                        || p.y() + reach > picture.height() - 2) {
                    continue;
                }
                double concrete = (sample(picture, p.x() + reach * nx, p.y() + reach * ny)
                                + sample(picture, p.x() - reach * nx, p.y() - reach * ny))
                        / 2;
                double half = (concrete + sample(picture, p.x(), p.y())) / 2;
                double measured = 0;
                for (int side = -1; side <= 1; side += 2) {
                    double t = 0;
                    while (t < reach && sample(picture, p.x() + side * t * nx, p.y() + side * t * ny) < half) {
                        t += 0.1;
                    }
                    measured += t;
                }
                ratios.add(measured / p.width());
            }
        }
        assertThat(ratios).hasSizeGreaterThan(8);
        Collections.sort(ratios);
        return new double[] {ratios.get(ratios.size() / 2), ratios.size()};
    }

    /** Linear interpolation between pixel centres. */
    private static double sample(Picture picture, double x, double y) {
        int x0 = (int) Math.floor(x - 0.5);
        int y0 = (int) Math.floor(y - 0.5);
        double u = x - 0.5 - x0;
        double v = y - 0.5 - y0;
        int at = y0 * picture.width() + x0;
        return (1 - v) * ((1 - u) * level(picture, at) + u * level(picture, at + 1))
                + v * ((1 - u) * level(picture, at + picture.width()) + u * level(picture, at + picture.width() + 1));
    }
}

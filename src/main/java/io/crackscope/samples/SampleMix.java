package io.crackscope.samples;

import static io.crackscope.samples.ConfuserKind.CABLE;
import static io.crackscope.samples.ConfuserKind.FORM_LINE;
import static io.crackscope.samples.ConfuserKind.GRASS;
import static io.crackscope.samples.ConfuserKind.JOINT;
import static io.crackscope.samples.ConfuserKind.LEAF;
import static io.crackscope.samples.ConfuserKind.PAINT;
import static io.crackscope.samples.ConfuserKind.SHADOW;
import static io.crackscope.samples.ConfuserKind.STAIN;
import static io.crackscope.samples.ConfuserKind.TIE_HOLE;

import java.util.List;

/** What the photos of a sample folder show: every kind of concrete, of crack and of confuser, half of them crack-free. */
final class SampleMix {
    private record Recipe(SceneKind kind, List<CrackStyle> cracks, List<ConfuserKind> confusers) {}

    /** The first eight are a complete round by themselves: they are the bundled samples. */
    private static final List<Recipe> RECIPES = List.of(
            new Recipe(SceneKind.WALL, List.of(CrackStyle.MEDIUM), List.of(FORM_LINE, TIE_HOLE)),
            new Recipe(SceneKind.PAVEMENT, List.of(), List.of(JOINT, LEAF, LEAF)),
            new Recipe(SceneKind.DECK, List.of(CrackStyle.BRANCHED), List.of()),
            new Recipe(SceneKind.WALL, List.of(), List.of(TIE_HOLE, STAIN, CABLE)),
            new Recipe(SceneKind.PAVEMENT, List.of(CrackStyle.WIDE), List.of(GRASS)),
            new Recipe(SceneKind.DECK, List.of(), List.of(SHADOW)),
            new Recipe(SceneKind.WALL, List.of(CrackStyle.MAP), List.of(STAIN)),
            new Recipe(SceneKind.WALL, List.of(CrackStyle.HAIRLINE), List.of(FORM_LINE)),
            new Recipe(SceneKind.DECK, List.of(), List.of()),
            new Recipe(SceneKind.PAVEMENT, List.of(CrackStyle.MEDIUM), List.of(SHADOW, PAINT)),
            new Recipe(SceneKind.WALL, List.of(), List.of(FORM_LINE, PAINT)),
            new Recipe(SceneKind.DECK, List.of(CrackStyle.HAIRLINE, CrackStyle.MEDIUM), List.of(JOINT)),
            new Recipe(SceneKind.PAVEMENT, List.of(), List.of(STAIN, GRASS)),
            new Recipe(SceneKind.WALL, List.of(CrackStyle.BRANCHED), List.of(TIE_HOLE)),
            new Recipe(SceneKind.DECK, List.of(), List.of(JOINT, CABLE)),
            new Recipe(SceneKind.PAVEMENT, List.of(), List.of()));

    private static final int LONG_SIDE = 2400;
    private static final int SHORT_SIDE = 1800;

    private SampleMix() {}

    /** The spec of photo number {@code number}; one in eight is taken upright. */
    static SceneSpec spec(int number) {
        Recipe recipe = RECIPES.get(number % RECIPES.size());
        boolean upright = number % 8 == 2;
        return new SceneSpec(
                recipe.kind(),
                upright ? SHORT_SIDE : LONG_SIDE,
                upright ? LONG_SIDE : SHORT_SIDE,
                recipe.cracks(),
                recipe.confusers());
    }
}

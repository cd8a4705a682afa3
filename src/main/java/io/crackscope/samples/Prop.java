package io.crackscope.samples;

import java.util.List;

/** Something that is not a crack, ready to be painted, with the boxes it may touch. */
record Prop(Layer layer, List<Box> boxes) {
    Prop {
        boxes = boxes.stream().filter(box -> !box.isEmpty()).toList();
    }
}

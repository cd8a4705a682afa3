package io.crackscope.training;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.learning.Trainer.CardFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the card of a new model says of its data, its start and its limits. */
final class CardText {
    private static final List<String> LIMITS = List.of(
            "Proposes only; a person confirms. No crack found is no promise that the concrete is sound.",
            "Learnt on the kinds of concrete, light and distance of its data; elsewhere its score is unknown.",
            "Not tested on anything but the held-out part of its data: not on wet, painted or coated concrete, other"
                + " materials, night or flash light, or video frames unless its data hold them; not on crack widths.");

    private CardText() {}

    /**
     * The facts of {@code order}.
     *
     * @param images found in its folders
     * @param trainOnly found in those that only train
     */
    static CardFacts facts(
            TrainingOrder order, List<LabelledImage> images, List<LabelledImage> trainOnly, Optional<StartModel> from) {
        List<String> lines = new ArrayList<>();
        order.data()
                .sources()
                .forEach(
                        source -> lines.add(order.data().isNamed() ? counted(source, images) : source(source, images)));
        order.data().trainOnly().forEach(folder -> lines.add(source(folder, trainOnly) + ", for training only"));
        from.ifPresent(model -> lines.add("Started from the weights of "
                + model.card().name() + " (" + model.card().created() + ")"));
        lines.addAll(order.words().sources());
        return new CardFacts(order.words().name(), lines, order.words().attribution(), LIMITS);
    }

    private static String source(Path folder, List<LabelledImage> images) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<LabelledImage> inside = images.stream()
                .filter(image -> image.file().toAbsolutePath().normalize().startsWith(absolute))
                .toList();
        return counted(absolute, inside);
    }

    private static String counted(Path source, List<LabelledImage> images) {
        long cracks =
                images.stream().filter(image -> image.label() == Label.CRACK).count();
        // the folder's name only: the card travels, and a path tells who trained where
        return source.getFileName() + ": " + images.size() + " images, " + cracks + " with a crack";
    }
}

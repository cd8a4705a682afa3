package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageState;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Part;
import io.crackscope.domain.Label;
import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words and marks of an image of a data set, the same wherever they are shown. */
final class ImageWords {
    static final Mark UNLABELLED = Mark.WAITING;

    private final Messages messages;

    ImageWords(Messages messages) {
        this.messages = messages;
    }

    static Mark mark(ImageState state) {
        if (state.excluded()) {
            return Mark.REFUSED;
        }
        return state.label()
                .map(label -> label == Label.CRACK ? Mark.CRACK : Mark.NO_CRACK)
                .orElse(UNLABELLED);
    }

    /** What the image shows, or that it is left out. */
    String label(ImageState state) {
        return state.excluded() ? messages.get("ui.set.excluded") : label(state.label());
    }

    String label(Optional<Label> label) {
        return label.map(known -> messages.get(known == Label.CRACK ? "ui.set.crack" : "ui.set.no_crack"))
                .orElse(messages.get("ui.set.unlabelled"));
    }

    String part(Optional<Part> part) {
        return part.map(known -> switch (known) {
                    case TRAIN -> messages.get("ui.set.part.train");
                    case VALIDATION -> messages.get("ui.set.part.validation");
                    case TEST -> messages.get("ui.set.part.test");
                })
                .orElse(messages.get("ui.set.part.none"));
    }

    /** The model's word on the image, told as such: beside a label a bare figure reads as how sure that is. Empty without one. */
    String judgement(ImageTable table, int number) {
        float probability = table.probability(number);
        return Float.isNaN(probability) ? "" : messages.get("ui.set.model_says", WholePercent.of(probability));
    }

    /** All of it, for people who hear it. */
    String accessible(ImageTable table, int number) {
        ImageState state = table.state(number);
        List<String> parts = new ArrayList<>();
        parts.add(table.image(number).name());
        parts.add(label(state));
        if (state.part().isPresent()) {
            parts.add(part(state.part()));
        }
        if (!judgement(table, number).isEmpty()) {
            parts.add(judgement(table, number));
        }
        return String.join(", ", parts);
    }
}

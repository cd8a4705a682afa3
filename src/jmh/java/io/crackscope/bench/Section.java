package io.crackscope.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Parts of the benchmark that can be chosen. */
enum Section {
    /** Multiply-adds a second of the processor, and of each network. */
    PEAK(true),
    /** Training steps, DL4J and PyTorch by turns. */
    TRAINING(true),
    /** Training with everything around it. */
    PIPELINE(true),
    /** Judging tiles. */
    INFERENCE(true),
    /** Whole photos. */
    PHOTOS(true),
    /** A whole data set. */
    EVALUATION(true),
    /** Start and memory of the packaged program. */
    PACKAGED(true),
    /** Growth of memory in long training: minutes. */
    MEMORY(false),
    /** Training until an accuracy is reached: half an hour. */
    TIME_TO_ACCURACY(false);

    private final boolean standard;

    Section(boolean standard) {
        this.standard = standard;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What runs when nobody chooses. */
    static List<Section> standard() {
        return Arrays.stream(values()).filter(s -> s.standard).toList();
    }

    static Section ofWord(String word) {
        return Arrays.stream(values())
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section " + word + ", only "
                        + Arrays.stream(values()).map(Section::word).toList()));
    }
}

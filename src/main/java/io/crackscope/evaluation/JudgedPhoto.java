package io.crackscope.evaluation;

import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A photo with the model's answer and, where anybody knows it, what it truly shows.
 *
 * @param file absolute path
 * @param probability calibrated probability in [0,1] that it shows a crack
 * @param verdict what the model said
 * @param truth what it shows; empty where nobody said
 * @param seen whether the model was made with it
 * @param group photos of one group show the same wall; empty where it stands for itself
 */
public record JudgedPhoto(
        Path file, double probability, Verdict verdict, Optional<Truth> truth, Seen seen, Optional<String> group) {
    public JudgedPhoto {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("not a probability: " + probability + " for " + file);
        }
    }

    /** What a photo shows, and who says so. */
    public record Truth(Label label, Source source) {}

    /** Where the truth comes from. */
    public enum Source {
        /** The name of the folder that it lies in. */
        CLASS_FOLDER("class_folder"),
        /** A person who looked at this photo. */
        REVIEW("review");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** The word used in files. */
        public String word() {
            return word;
        }
    }

    /** Whether the model was made with a photo. */
    public enum Seen {
        /** It is new to the model. */
        NEW("new"),
        /** It, or a picture that looks almost the same, trained the model or chose its thresholds: no test. */
        IN_TRAINING("in_training"),
        /** Nobody knows: not looked up yet, or the model file does not say what the model was trained on. */
        UNKNOWN("unknown");

        private final String word;

        Seen(String word) {
            this.word = word;
        }

        /** The word used in files. */
        public String word() {
            return word;
        }
    }

    /** Whether it is known to show this. */
    public boolean shows(Label label) {
        return truth.filter(known -> known.label() == label).isPresent();
    }

    /** The name of its group, or its own where it stands for itself. */
    public String groupName() {
        return group.orElseGet(file::toString);
    }
}

package io.crackscope.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Verdict;
import java.nio.file.Path;
import java.util.List;

/** What inspecting one photo came to. */
public sealed interface InspectionOutcome {
    /** The photo's file, as given. */
    Path file();

    /**
     * The photo was inspected.
     *
     * @param facts size and EXIF facts
     * @param verdict the model's answer
     * @param probability calibrated probability in [0,1] that the photo shows a crack
     * @param map probabilities tile by tile, in pixels of the oriented photo
     * @param evidence linked evidence that reached the lower threshold, most probable first; empty for no crack
     * @param millis from opening the file to the verdict, less the time in which the photo, read ahead, waited for others
     */
    record Inspected(
            Path file,
            PhotoFacts facts,
            Verdict verdict,
            double probability,
            CrackMap map,
            List<Evidence> evidence,
            long millis)
            implements InspectionOutcome {
        public Inspected {
            evidence = List.copyOf(evidence);
        }

        /** The same of the photo at another place. */
        public Inspected at(Path elsewhere) {
            return new Inspected(elsewhere, facts, verdict, probability, map, evidence, millis);
        }
    }

    /** The photo could not be inspected. */
    record Refused(Path file, Refusal refusal) implements InspectionOutcome {}
}

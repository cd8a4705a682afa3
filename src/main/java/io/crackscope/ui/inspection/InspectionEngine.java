package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.learning.ModelDescription;

/**
 * An inspector and the model it judges with.
 *
 * @param inspector used on the inspection lane only
 * @param model what it judges with
 * @param stamp names the model in what is saved
 * @param release gives back what it holds; called on the inspection lane when another engine takes over
 */
public record InspectionEngine(PhotoInspector inspector, ModelDescription model, ModelStamp stamp, Runnable release) {
    /** An engine that holds nothing, or that nobody replaces. */
    public InspectionEngine(PhotoInspector inspector, ModelDescription model, ModelStamp stamp) {
        this(inspector, model, stamp, () -> {});
    }
}

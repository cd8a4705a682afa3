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
 */
public record InspectionEngine(PhotoInspector inspector, ModelDescription model, ModelStamp stamp) {}

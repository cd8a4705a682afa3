package io.crackscope.ui.training;

import io.crackscope.imaging.PhotoReader;
import io.crackscope.work.JobRunner;

/**
 * What the views of the Train tab work with.
 *
 * @param runner reads and writes in the background
 * @param photos reads the tiles that are shown
 */
public record TrainingTools(JobRunner runner, PhotoReader photos) {}

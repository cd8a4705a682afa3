package io.crackscope.ui.training;

import io.crackscope.imaging.PhotoReader;
import io.crackscope.learning.ModelExporter;
import io.crackscope.learning.ModelLoader;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.RunHistory;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.training.TrainingWorkflow.DataSource;
import io.crackscope.work.Gate;

/**
 * What the Train tab is made of.
 *
 * @param runs what trains
 * @param models what is done with models
 * @param data where labelled images come from
 * @param photos reads tiles that are shown
 */
public record TrainingParts(Runs runs, Models models, DataSource data, PhotoReader photos) {
    /**
     * What trains.
     *
     * @param workflow the one path of every run
     * @param history of runs; the same that the workflow keeps
     * @param probe tells how fast a plan would be
     * @param gate is held while a run pauses
     */
    public record Runs(TrainingWorkflow workflow, RunHistory history, SpeedProbe probe, Gate gate) {}

    /**
     * What is done with models.
     *
     * @param shelf the models at hand
     * @param use which of them inspects
     * @param exporter writes them for other programs
     * @param loader opens them for a score
     */
    public record Models(ModelShelf shelf, ModelUse use, ModelExporter exporter, ModelLoader loader) {}
}

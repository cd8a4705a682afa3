package io.crackscope.ui.inspection;

import io.crackscope.project.InspectionProject;
import io.crackscope.project.ProjectException;
import io.crackscope.project.ProjectException.Problem;
import io.crackscope.work.JobRunner;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open project. Only jobs on the project lane touch it, one after another, so a slow disk never holds up the window.
 * What belongs to a project that was closed meanwhile is not heard any more. UI executor only, except for what jobs do.
 */
final class ProjectLane {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectLane.class);

    /** What is done with the open project; on the lane. */
    @FunctionalInterface
    interface Work<R> {
        R with(InspectionProject project);
    }

    /** Opens a project; on the lane. */
    @FunctionalInterface
    interface Opening {
        InspectionProject open();
    }

    private final JobRunner runner;
    private final Consumer<ProjectException> problem;
    private volatile @Nullable InspectionProject project;
    private int generation;

    /** @param problem hears what could not be saved or read */
    ProjectLane(JobRunner runner, Consumer<ProjectException> problem) {
        this.runner = runner;
        this.problem = problem;
    }

    /** The open project, for those who only read it. */
    Optional<InspectionProject> project() {
        return Optional.ofNullable(project);
    }

    /** Closes what is open, opens another project and does {@code first} with it. */
    <R> void open(Opening opening, Work<R> first, Consumer<R> then, Consumer<ProjectException> refused) {
        generation++;
        start(
                () -> {
                    closeOnLane();
                    InspectionProject opened = opening.open();
                    project = opened;
                    return first.with(opened);
                },
                then,
                refused);
    }

    /** Does {@code work} with the open project, after all that was asked before; nothing happens where none is open. */
    <R> void run(Work<R> work, Consumer<R> then) {
        run(work, then, problem);
    }

    /** As the other method, with somebody else who hears of a failure. */
    <R> void run(Work<R> work, Consumer<R> then, Consumer<ProjectException> failed) {
        start(
                () -> project == null ? null : work.with(project),
                result -> {
                    if (result != null) {
                        then.accept(result);
                    }
                },
                failed);
    }

    /**
     * As {@link #run(Work, Consumer)}, beside the lane: for work that takes long and waits for others inside the project.
     * It gives up where the project is closed meanwhile.
     */
    <R> void aside(Work<R> work, Consumer<R> then) {
        run(project -> project, open -> start(JobRunner.Lane.IO, () -> work.with(open), then, problem));
    }

    /** Closes the project after all that was asked before. */
    void close() {
        generation++;
        start(
                () -> {
                    closeOnLane();
                    return true;
                },
                done -> {},
                problem);
    }

    private void closeOnLane() {
        if (project != null) {
            InspectionProject open = project;
            project = null;
            open.close();
        }
    }

    @FunctionalInterface
    private interface LaneJob<R> {
        @Nullable
        R run();
    }

    private <R> void start(LaneJob<R> job, Consumer<R> then, Consumer<ProjectException> refused) {
        start(JobRunner.Lane.PROJECT, job, then, refused);
    }

    private <R> void start(JobRunner.Lane where, LaneJob<R> job, Consumer<R> then, Consumer<ProjectException> refused) {
        int mine = generation;
        runner.start(
                where,
                (JobRunner.Job<Void, R>) (publish, cancellation) -> job.run(),
                new JobRunner.Listener<Void, R>() {
                    @Override
                    public void done(R result) {
                        if (mine == generation) {
                            then.accept(result);
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        if (failure instanceof ProjectException known) {
                            if (mine == generation) {
                                refused.accept(known);
                            } else {
                                leftBehind(known);
                            }
                        } else {
                            throw new IllegalStateException("the project failed", failure);
                        }
                    }
                });
    }

    /** Of a project that was closed meanwhile only what could not be saved concerns anybody. */
    private void leftBehind(ProjectException failure) {
        LOG.warn("in a project that was left", failure);
        if (failure.problem() == Problem.NOT_SAVED) {
            problem.accept(failure);
        }
    }
}

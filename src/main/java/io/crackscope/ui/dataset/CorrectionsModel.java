package io.crackscope.ui.dataset;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.ImageListing;
import io.crackscope.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data set of corrections: the tiles that reviews sent, offered without anybody having to know their folder. */
public final class CorrectionsModel {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionsModel.class);

    private final JobRunner runner;
    private final DataSource source;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    /** Those in {@code folder}, which need not exist. */
    CorrectionsModel(JobRunner runner, Path folder) {
        this.runner = runner;
        this.source = DataSource.of(folder);
    }

    /** What it is made of. */
    public DataSource source() {
        return source;
    }

    /** How many tiles there are; 0 until that is known. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Counts the tiles anew. */
    void look() {
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Integer>) (publish, cancellation) -> Files.exists(source.place())
                        ? ImageListing.of(source, cancellation).images().size()
                        : 0,
                new JobRunner.Listener<Void, Integer>() {
                    @Override
                    public void done(Integer found) {
                        count.set(found);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        // offered only where there is something
                        LOG.error("{} cannot be looked at", source.place(), failure);
                        count.set(0);
                    }
                });
    }
}

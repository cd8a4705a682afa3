package io.crackscope.ui.report;

import io.crackscope.reporting.AnnotatedPhotos;
import io.crackscope.reporting.FindingPictures;
import io.crackscope.reporting.InspectionReport;
import io.crackscope.reporting.PdfInspection;
import io.crackscope.reporting.ReportCsv;
import io.crackscope.reporting.ReportJson;
import io.crackscope.reporting.ReportPlaces;
import io.crackscope.reporting.ReportStyle;
import io.crackscope.reporting.ReviewCharts;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.AtomicFile;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Saves reports on a lane of their own, so that the window stays usable for the minute that a large one takes. */
final class ReportSaver {
    private final JobRunner runner;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Saving> saving = new ReadOnlyObjectWrapper<>(new Saving.Idle());
    private Cancellation job = new Cancellation();

    ReportSaver(JobRunner runner, Messages messages) {
        this.runner = runner;
        this.messages = messages;
    }

    ReadOnlyObjectProperty<Saving> savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** Saves what {@code report} makes on the lane; {@code pictures} are closed at the end. */
    void save(
            Supplier<InspectionReport> report,
            Saving.Running beginning,
            ReportFormat format,
            ReportStyle style,
            Messages words,
            FindingPictures pictures) {
        saving.set(beginning);
        Path file = beginning.file();
        JobRunner.Job<Saving.Running, Path> work = (publish, cancellation) -> {
            try (pictures) {
                InspectionReport made = report.get();
                ProgressListener progress = (done, total) -> publish.accept(new Saving.Running(file, done, total));
                switch (format) {
                    case PDF ->
                        AtomicFile.write(
                                file,
                                out -> new PdfInspection(made, style, words)
                                        .write(out, pictures, progress, cancellation));
                    case CSV -> AtomicFile.write(file, out -> ReportCsv.write(made, words, out));
                    case JSON -> AtomicFile.write(file, out -> ReportJson.write(made, out));
                    case GEOJSON -> AtomicFile.write(file, out -> ReportPlaces.geoJson(made, out));
                    case KML -> AtomicFile.write(file, out -> ReportPlaces.kml(made, words, out));
                    case ANNOTATED ->
                        NewFolder.make(
                                file,
                                folder -> AnnotatedPhotos.write(
                                        made.findings(), pictures, folder, words.locale(), progress, cancellation));
                    case CHARTS -> NewFolder.make(file, folder -> ReviewCharts.write(made, words, folder));
                }
                return file;
            }
        };
        job = runner.start(JobRunner.Lane.REPORT, work, new JobRunner.Listener<Saving.Running, Path>() {
            @Override
            public void part(Saving.Running part) {
                saving.set(part);
            }

            @Override
            public void done(Path written) {
                saving.set(new Saving.Saved(written));
            }

            @Override
            public void failed(Throwable failure) {
                org.slf4j.LoggerFactory.getLogger(ReportSaver.class).warn("cannot save {}", file, failure);
                saving.set(new Saving.Failed(file, FailureWords.reason(failure, messages)));
            }

            @Override
            public void cancelled() {
                saving.set(new Saving.Stopped());
            }
        });
    }

    void cancel() {
        job.cancel();
    }

    void dismiss() {
        if (!(saving.get() instanceof Saving.Running)) {
            saving.set(new Saving.Idle());
        }
    }
}

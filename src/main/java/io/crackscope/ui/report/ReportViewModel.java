package io.crackscope.ui.report;

import io.crackscope.imaging.Picture;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.reporting.FindingPictures;
import io.crackscope.reporting.InspectionReport;
import io.crackscope.reporting.ProjectContent;
import io.crackscope.reporting.ReportPreview;
import io.crackscope.reporting.ReportStyle;
import io.crackscope.settings.ReportSettings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The report of the open project: how it looks, of which photos it tells, its pages, and saving it. */
public final class ReportViewModel {
    /** Whether there are pages to look at. */
    public enum Pages {
        /** There is no project, or it has no photo. */
        NONE,
        /** They are being set. */
        SETTING,
        /** They can be asked for. */
        READY,
        /** They could not be set; {@link #problemProperty()} says why. */
        FAILED
    }

    private final JobRunner runner;
    private final ReportParts parts;
    private final Messages messages;
    private final ReportOptions options;
    private final ReportSaver saver;
    private final ObservableList<PhotoChoice> photos = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Pages> pages = new ReadOnlyObjectWrapper<>(Pages.NONE);
    private final ReadOnlyIntegerWrapper pageCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canSave = new ReadOnlyBooleanWrapper();
    private Optional<InspectionReport.Source> source = Optional.empty();
    private Optional<InspectionProject> project = Optional.empty();
    private Optional<ReportPreview> preview = Optional.empty();
    private Cancellation reading = new Cancellation();
    private Cancellation setting = new Cancellation();
    private boolean quiet;

    public ReportViewModel(JobRunner runner, ReportParts parts, ReportSettings settings, Messages messages) {
        this.runner = runner;
        this.parts = parts;
        this.messages = messages;
        this.options = new ReportOptions(settings, messages.locale());
        this.saver = new ReportSaver(runner, messages);
        options.onChange(this::set);
        saver.savingProperty().addListener(change -> refreshCanSave());
    }

    public ReportOptions options() {
        return options;
    }

    /** All photos of the inspection in the order in which the report tells of them. */
    public ObservableList<PhotoChoice> photos() {
        return photos;
    }

    public ReadOnlyObjectProperty<Pages> pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** How many pages there are; those of the last setting while a new one is being made. */
    public ReadOnlyIntegerProperty pageCountProperty() {
        return pageCount.getReadOnlyProperty();
    }

    /** Why there are no pages, in the person's language; empty where there is no problem. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Saving> savingProperty() {
        return saver.savingProperty();
    }

    public ReadOnlyBooleanProperty canSaveProperty() {
        return canSave.getReadOnlyProperty();
    }

    /**
     * Reads the open project anew; choices made of its photos stay, those made of another project's do not. To be called
     * whenever the view comes to the front.
     */
    public void refresh() {
        reading.cancel();
        Optional<Path> before = project.map(InspectionProject::file);
        project = parts.project().get();
        if (project.isEmpty() || !before.equals(project.map(InspectionProject::file))) {
            source = Optional.empty();
            photos.clear();
            set();
        }
        if (project.isEmpty()) {
            return;
        }
        InspectionProject open = project.get();
        pages.set(Pages.SETTING);
        reading = runner.start(
                // the lane that saves: what a person did until now is then in the project
                JobRunner.Lane.PROJECT,
                (JobRunner.Job<Void, InspectionReport.Source>)
                        (publish, cancellation) -> ProjectContent.of(open, parts.models()),
                new Answer<InspectionReport.Source>(this::take));
    }

    private void take(InspectionReport.Source content) {
        source = Optional.of(content);
        List<PhotoChoice> now = PhotoChoice.of(content.photos(), photos);
        now.forEach(choice -> choice.includedProperty().addListener(change -> set()));
        photos.setAll(now);
        set();
    }

    /** Tells of all photos, or of none. */
    public void includeAll(boolean included) {
        change(() -> photos.forEach(choice -> choice.includedProperty().set(included)));
    }

    /** Tells only of photos that show or may show a crack, or that someone noted something of. */
    public void includeFindings() {
        change(() -> photos.forEach(choice -> choice.includedProperty().set(choice.isGrave())));
    }

    /** Moves the photo at {@code index} by {@code places}, not beyond the ends; its new index. */
    public int move(int index, int places) {
        int to = Math.clamp((long) index + places, 0, Math.max(0, photos.size() - 1));
        if (index >= 0 && index < photos.size() && to != index) {
            photos.add(to, photos.remove(index));
            set();
        }
        return to;
    }

    private void change(Runnable changes) {
        quiet = true;
        changes.run();
        quiet = false;
        set();
    }

    /** Sets the pages anew; what is being set for an older wish is dropped. */
    private void set() {
        if (quiet) {
            return;
        }
        setting.cancel();
        refreshCanSave();
        problem.set("");
        if (source.isEmpty() || photos.isEmpty() || project.isEmpty()) {
            preview = Optional.empty();
            pageCount.set(0);
            pages.set(Pages.NONE);
            return;
        }
        pages.set(Pages.SETTING);
        Supplier<InspectionReport> report = report();
        ReportStyle style = options.style();
        Messages words = options.messages();
        setting = runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, ReportPreview>) (publish, cancellation) -> {
                    try (FindingPictures pictures = pictures()) {
                        return ReportPreview.of(report.get(), style, words, pictures, cancellation);
                    }
                },
                new Answer<ReportPreview>(done -> {
                    preview = Optional.of(done);
                    pageCount.set(done.pages());
                    pages.set(Pages.READY);
                }));
    }

    /** The report as it is chosen now; reads the project when asked. */
    private Supplier<InspectionReport> report() {
        List<PhotoId> chosen = chosen();
        InspectionReport.Source content = source.orElseThrow();
        return () -> InspectionReport.of(content, chosen, parts.now().get(), parts.program());
    }

    private List<PhotoId> chosen() {
        return photos.stream()
                .filter(choice -> choice.includedProperty().get())
                .map(choice -> choice.photo().id())
                .toList();
    }

    private FindingPictures pictures() {
        return new FindingPictures(parts.reader(), ProjectContent.findings(project.orElseThrow()));
    }

    /**
     * Hands over a page as a picture, later and not at all where pages are being set anew.
     *
     * @param page from 0
     * @param dpi pixels an inch
     */
    public Cancellation page(int page, int dpi, Consumer<Picture> answer) {
        if (preview.isEmpty() || pages.get() != Pages.READY) {
            return new Cancellation();
        }
        ReportPreview shown = preview.get();
        return runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Picture>) (publish, cancellation) -> {
                    try (FindingPictures pictures = pictures()) {
                        return shown.page(page, dpi, pictures, cancellation);
                    }
                },
                new Answer<Picture>(picture -> {
                    if (preview.filter(now -> now == shown).isPresent()) {
                        answer.accept(picture);
                    }
                }));
    }

    private void refreshCanSave() {
        canSave.set(
                source.isPresent() && !photos.isEmpty() && !(savingProperty().get() instanceof Saving.Running));
    }

    /** A name for the file of the report: that of the project. */
    public String fileName() {
        String name = project.map(open -> open.file().getFileName().toString()).orElse("report");
        return name.endsWith(InspectionProject.EXTENSION)
                ? name.substring(0, name.length() - InspectionProject.EXTENSION.length())
                : name;
    }

    /** Saves the report, whole or not at all. */
    public void save(ReportFormat format, Path file) {
        if (canSave.get()) {
            Saving.Running beginning = new Saving.Running(file, 0, chosen().size());
            saver.save(report(), beginning, format, options.style(), options.messages(), pictures());
        }
    }

    /** Stops saving; nothing is written. */
    public void cancel() {
        saver.cancel();
    }

    /** Forgets how the last saving ended. */
    public void dismiss() {
        saver.dismiss();
    }

    /** Takes what a job came to. */
    private final class Answer<T> implements JobRunner.Listener<Void, T> {
        private final Consumer<T> taker;

        Answer(Consumer<T> taker) {
            this.taker = taker;
        }

        @Override
        public void done(T result) {
            taker.accept(result);
        }

        @Override
        public void failed(Throwable failure) {
            org.slf4j.LoggerFactory.getLogger(ReportViewModel.class).error("no pages", failure);
            problem.set(FailureWords.of(failure, messages));
            pages.set(Pages.FAILED);
        }
    }
}

package io.crackscope.ui.shell;

import io.crackscope.learning.ModelDescription;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.TimeLeft;
import io.crackscope.ui.inspection.DeskState;
import io.crackscope.ui.inspection.EngineState;
import io.crackscope.ui.inspection.InspectionProgress;
import io.crackscope.ui.inspection.InspectionViewModel;
import io.crackscope.ui.inspection.PhotoRow;
import io.crackscope.ui.inspection.ProjectWords;
import io.crackscope.ui.inspection.Tally;
import io.crackscope.ui.training.TrainingViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;

/** What the window says around its tabs: title, selected tab, running job, model in use. */
public final class ShellViewModel {
    /** The tabs of the rail, in order. */
    public enum Tab {
        INSPECT,
        DATASET,
        TRAIN
    }

    private final InspectionViewModel inspection;
    private final TrainingViewModel training;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.INSPECT);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper isPaused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();

    public ShellViewModel(InspectionViewModel inspection, TrainingViewModel training, Messages messages) {
        this.inspection = inspection;
        this.training = training;
        this.messages = messages;
        inspection.progressProperty().addListener(change -> refreshStatus());
        inspection.tallyProperty().addListener(change -> refreshStatus());
        inspection.engineProperty().addListener(change -> refreshModel());
        inspection.rows().addListener((ListChangeListener<PhotoRow>) change -> refreshTitle());
        inspection.desk().stateProperty().addListener(change -> refreshTitle());
        training.jobProperty().addListener(change -> refreshStatus());
        tab.addListener((observable, before, now) -> {
            if (now == Tab.TRAIN) {
                training.reload();
            }
        });
        refreshStatus();
        refreshModel();
        refreshTitle();
    }

    public ReadOnlyObjectProperty<Tab> tabProperty() {
        return tab.getReadOnlyProperty();
    }

    /** The inspection's title and the program's name; the folder that holds all photos names one that is not saved. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What runs, how far it is and how long it takes; else what the photos came to. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Share of the running job that is done, in [0,1]; negative while unknown. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** Which model judges. */
    public ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** What the model that judges is; empty while none is open. */
    public Optional<ModelDescription> modelInUse() {
        return inspection.engineProperty().get() instanceof EngineState.Ready ready
                ? Optional.of(ready.model())
                : Optional.empty();
    }

    /** Whether photos are left that the inspection stopped before. */
    public ReadOnlyBooleanProperty canGoOnProperty() {
        return inspection.canRetryProperty();
    }

    /** Goes on with an inspection that was stopped. */
    public void goOn() {
        inspection.retry();
    }

    /** Whether there is an inspection to report on; what is being typed becomes part of it. */
    boolean canReport() {
        inspection.review().commitNote();
        return inspection.desk().isOpen();
    }

    public ReadOnlyBooleanProperty canCancelProperty() {
        return inspection.canCancelProperty();
    }

    public ReadOnlyBooleanProperty canPauseProperty() {
        return inspection.canPauseProperty();
    }

    /** Whether the inspection is paused, or will be after the photo in work. */
    public ReadOnlyBooleanProperty isPausedProperty() {
        return isPaused.getReadOnlyProperty();
    }

    /** Pauses the inspection, or goes on with it. */
    public void pauseOrGoOn() {
        inspection.pauseOrGoOn();
    }

    /** Brings {@code next} to the front. */
    public void select(Tab next) {
        tab.set(next);
    }

    /** Cancels the running job; what is done stays. */
    public void cancel() {
        inspection.cancel();
    }

    /** Takes what was dropped on the window: as data on the Train tab, else as photos to inspect. */
    public void drop(List<Path> paths) {
        if (tab.get() == Tab.TRAIN) {
            training.addData(paths);
        } else {
            tab.set(Tab.INSPECT);
            inspection.inspect(paths);
        }
    }

    private void refreshStatus() {
        InspectionProgress now = inspection.progressProperty().get();
        share.set(now.share());
        isPaused.set(now.isPaused());
        status.set(
                switch (now.phase()) {
                    case IDLE ->
                        training.jobProperty().get().isEmpty()
                                ? summary(inspection.tallyProperty().get())
                                : training.jobProperty().get();
                    case SEARCHING -> messages.get("ui.status.searching");
                    case OPENING -> messages.get("ui.status.opening");
                    case INSPECTING -> running(now);
                    case PAUSING -> messages.get("ui.status.pausing");
                    case PAUSED -> messages.get("ui.status.paused", now.done(), now.total());
                    case STOPPING -> messages.get("ui.status.stopping", now.done());
                });
    }

    private String running(InspectionProgress now) {
        List<String> parts = new ArrayList<>();
        parts.add(messages.get("ui.status.inspecting", Math.min(now.done() + 1, now.total()), now.total()));
        if (now.photosPerSecond() > 0) {
            parts.add(messages.get("ui.status.rate", now.photosPerSecond()));
        }
        if (now.left() != null) {
            parts.add(messages.get("ui.status.left", TimeLeft.of(messages, now.left())));
        }
        return String.join("  \u00B7  ", parts);
    }

    private String summary(Tally counts) {
        if (counts.photos() == 0) {
            return messages.get("ui.status.empty");
        }
        List<String> parts = new ArrayList<>();
        parts.add(messages.get("ui.list.count", counts.photos()));
        add(parts, "ui.status.crack", counts.crack());
        add(parts, "ui.status.uncertain", counts.uncertain());
        add(parts, "ui.status.no_crack", counts.noCrack());
        add(parts, "ui.status.refused", counts.refused());
        add(parts, "ui.status.open", counts.open());
        return String.join("  \u00B7  ", parts);
    }

    private void add(List<String> parts, String key, int photos) {
        if (photos > 0) {
            parts.add(messages.get(key, photos));
        }
    }

    private void refreshModel() {
        model.set(
                switch (inspection.engineProperty().get()) {
                    case EngineState.Opening opening -> messages.get("ui.status.model.opening");
                    case EngineState.Ready(var description, var stamp) ->
                        messages.get("ui.status.model", description.card().name());
                    case EngineState.Broken broken -> messages.get("ui.status.model.broken");
                });
    }

    private void refreshTitle() {
        if (inspection.desk().stateProperty().get() instanceof DeskState.Open open) {
            title.set(messages.get("ui.title.project", ProjectWords.title(open.facts(), messages)));
            return;
        }
        Path common = null;
        for (PhotoRow row : inspection.rows()) {
            Path folder = row.file().getParent();
            common = common == null ? folder : sharedPart(common, folder);
        }
        boolean isNamed = common != null && common.getFileName() != null;
        title.set(isNamed ? messages.get("ui.title.project", common.getFileName()) : messages.get("ui.title"));
    }

    private static Path sharedPart(Path a, Path b) {
        Path shared = a;
        while (shared != null && !b.startsWith(shared)) {
            shared = shared.getParent();
        }
        return shared;
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.project.ProjectException;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;

/** Bars on the inspection itself: it cannot be opened or saved, is kept nowhere, or photos of it have moved. */
final class ProjectBars extends VBox {
    private final InspectionViewModel model;
    private final Messages messages;
    private final Label problemText = MessageBars.text("");
    private final HBox problem;
    private final HBox unsaved;
    private final HBox readOnly;
    private final Label missingText = MessageBars.text("");
    private final HBox missing;

    ProjectBars(InspectionViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        problemText.setId("project-problem");
        Button dismiss = MessageBars.dismiss(messages, () -> model.desk().dismissProblem());
        problem = MessageBars.bar("banner-danger", Feather.ALERT_TRIANGLE, problemText, dismiss);
        unsaved = MessageBars.bar(
                "banner-danger", Feather.ALERT_TRIANGLE, MessageBars.text(messages.get("ui.project.unsaved")));
        readOnly = MessageBars.bar("banner-info", Feather.LOCK, MessageBars.text(messages.get("ui.project.read_only")));
        readOnly.setId("project-read-only");
        Button find = new Button(messages.get("ui.project.missing.find"));
        find.setId("find-missing");
        find.setMinWidth(USE_PREF_SIZE);
        find.setOnAction(event -> findMissing());
        missing = MessageBars.bar("banner-info", Feather.ALERT_TRIANGLE, missingText, find);
        getChildren().addAll(problem, unsaved, readOnly, missing);
        model.desk().problemProperty().addListener((observable, before, now) -> showProblem(now));
        model.desk().stateProperty().addListener((observable, before, now) -> showState(now));
        showProblem(model.desk().problemProperty().get());
        showState(model.desk().stateProperty().get());
    }

    private void showProblem(Optional<ProjectException> now) {
        problemText.setText(
                now.map(failure -> FailureWords.of(failure, messages)).orElse(""));
        show(problem, now.isPresent());
    }

    private void showState(DeskState now) {
        show(unsaved, now instanceof DeskState.Unsaved);
        show(readOnly, now instanceof DeskState.Open open && open.readOnly());
        int photos = now instanceof DeskState.Open open ? open.missing() : 0;
        missingText.setText(messages.get("ui.project.missing", photos));
        show(missing, photos > 0);
    }

    private void findMissing() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("ui.project.missing.title"));
        // photos are moved or renamed near where they were more often than elsewhere
        model.desk()
                .project()
                .map(project -> project.file().getParent().toFile())
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            model.findMissing(folder.toPath());
        }
    }

    private static void show(HBox bar, boolean isShown) {
        bar.setVisible(isShown);
        bar.setManaged(isShown);
    }
}

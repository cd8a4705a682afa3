package io.crackscope.ui.report;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says how far saving is, how it ended, and lets it be stopped. */
final class SavingBar extends HBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final ReportViewModel model;
    private final Messages messages;
    private final ProgressBar progress = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel;
    private final Button dismiss;

    SavingBar(ReportViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("report-saving");
        setAlignment(Pos.CENTER_LEFT);
        progress.getStyleClass().add("small");
        words.setId("report-saving");
        words.setWrapText(true);
        cancel = new Button(messages.get("ui.status.cancel"));
        cancel.setId("report-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        dismiss = new Button(null, Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("flat", "button-icon");
        dismiss.setAccessibleText(messages.get("ui.notice.dismiss"));
        dismiss.setOnAction(event -> model.dismiss());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(progress, words, gap, cancel, dismiss);
        model.savingProperty().addListener((observable, before, now) -> show(now));
        show(model.savingProperty().get());
    }

    private void show(Saving saving) {
        boolean running = saving instanceof Saving.Running;
        boolean idle = saving instanceof Saving.Idle;
        place(this, !idle);
        place(progress, running);
        place(cancel, running);
        place(dismiss, !running);
        pseudoClassStateChanged(FAILED, saving instanceof Saving.Failed);
        words.setText(
                switch (saving) {
                    case Saving.Idle nothing -> "";
                    case Saving.Running now ->
                        messages.get(
                                "ui.report.saving", now.file().getFileName().toString(), now.done(), now.total());
                    case Saving.Saved done ->
                        messages.get("ui.report.saved", done.file().toString());
                    case Saving.Failed failed ->
                        messages.get("ui.report.not_saved", failed.file().toString(), failed.why());
                    case Saving.Stopped stopped -> messages.get("ui.report.stopped");
                });
        progress.setProgress(
                saving instanceof Saving.Running now && now.total() > 0 ? now.done() / (double) now.total() : -1);
    }

    private static void place(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

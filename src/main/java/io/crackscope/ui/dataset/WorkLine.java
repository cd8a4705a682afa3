package io.crackscope.ui.dataset;

import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.TimeLeft;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** How far one piece of work behind the grid is, and a way to stop it; takes no room while there is none. */
final class WorkLine extends HBox {
    private final Messages messages;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();

    /** It is called {@code id}-line, its parts {@code id}-work and {@code id}-cancel. */
    WorkLine(String id, ReadOnlyObjectProperty<SetProgress> progress, Runnable stop, Messages messages) {
        this.messages = messages;
        setId(id + "-line");
        getStyleClass().add("work-line");
        setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().add("small");
        bar.setMinWidth(USE_PREF_SIZE);
        words.setId(id + "-work");
        words.getStyleClass().add("facet-note");
        Button cancel = Panes.button(id + "-cancel", messages.get("ui.status.cancel"));
        cancel.getStyleClass().addAll("flat", "status-button");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> stop.run());
        getChildren().addAll(bar, words, cancel);
        progress.addListener((observable, before, now) -> show(now));
        show(progress.get());
    }

    private void show(SetProgress now) {
        bar.setProgress(now.share());
        words.setText(
                switch (now.task()) {
                    case NONE -> "";
                    case MEASURING -> withTime(messages.get("ui.set.work.measuring", now.done(), now.total()), now);
                    case GROUPING -> messages.get("ui.set.work.grouping");
                    case JUDGING -> withTime(messages.get("ui.set.work.judging", now.done(), now.total()), now);
                    case CROSS_VALIDATING ->
                        now.total() == 0
                                ? messages.get("ui.set.work.folds.waiting")
                                : withTime(messages.get("ui.set.work.folds", WholePercent.of(now.share())), now);
                    case EXPORTING -> withTime(messages.get("ui.set.work.exporting", now.done(), now.total()), now);
                });
        Panes.showIf(this, now.task() != SetProgress.Task.NONE);
    }

    private String withTime(String text, SetProgress now) {
        return now.left() == null
                ? text
                : text + "  \u00B7  " + messages.get("ui.status.left", TimeLeft.of(messages, now.left()));
    }
}

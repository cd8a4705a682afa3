package io.crackscope.ui.dataset;

import io.crackscope.dataset.Check;
import io.crackscope.dataset.Finding;
import io.crackscope.dataset.Folds;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.common.TimeLeft;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One check: its name, its number, what that means, and a way to see the images. */
final class CheckCard extends VBox {
    private final Check check;
    private final DatasetViewModel model;
    private final Messages messages;
    private final Label number = new Label();
    private final Label about;
    private final ProgressBar progress = new ProgressBar(-1);
    private final HBox actions = new HBox();

    CheckCard(Check check, DatasetViewModel model, Messages messages) {
        this.check = check;
        this.model = model;
        this.messages = messages;
        setId("check-" + check.key());
        getStyleClass().add("check-card");
        Label title = new Label(messages.get("ui.set.check." + check.key()));
        title.getStyleClass().add("check-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        number.getStyleClass().add("check-number");
        number.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, Panes.gap(), number);
        head.setAlignment(Pos.TOP_LEFT);
        about = Panes.text("", "check-about");
        progress.getStyleClass().add("small");
        progress.setMaxWidth(Double.MAX_VALUE);
        actions.getStyleClass().add("check-actions");
        getChildren().addAll(head, about, progress);
        if (check == Check.LABEL_SUSPECTS) {
            getChildren().add(new JudgeChoice(model.judging(), messages));
        }
        getChildren().add(actions);
        model.checks().stateProperty(check).addListener(change -> show());
        model.progressProperty().addListener(change -> show());
        if (check == Check.LABEL_SUSPECTS) {
            model.judging().chosenProperty().addListener(change -> show());
            model.judging().timeProperty().addListener(change -> show());
        }
        show();
    }

    private void show() {
        CheckState state = model.checks().stateProperty(check).get();
        SetProgress work = model.progressProperty().get();
        boolean isJudging = check == Check.LABEL_SUSPECTS && work.task().isJudging();
        progress.setProgress(isJudging ? work.share() : -1);
        Panes.showIf(progress, isJudging || state instanceof CheckState.Running);
        number.setText(
                state instanceof CheckState.Found(Finding finding)
                        ? messages.get("ui.set.number", finding.size())
                        : "");
        about.setText(isJudging ? judging(work) : words(state));
        actions.getChildren().setAll(isJudging ? List.of(cancelJudging()) : buttons(state));
        Panes.showIf(actions, !actions.getChildren().isEmpty());
    }

    private String judging(SetProgress work) {
        return work.task() == SetProgress.Task.CROSS_VALIDATING
                ? messages.get(work.total() == 0 ? "ui.set.check.folds.waiting" : "ui.set.check.folds.running")
                : messages.get("ui.set.check.judging", work.done(), work.total());
    }

    private boolean isCrossValidated() {
        return model.judging().chosenProperty().get() instanceof Judge.CrossValidation;
    }

    private String offered() {
        if (!isCrossValidated()) {
            return messages.get("ui.set.check.offered");
        }
        String about = messages.get("ui.set.check.folds", Folds.COUNT);
        return model.judging()
                .timeProperty()
                .get()
                .map(time -> about + " " + messages.get("ui.set.check.folds.time", TimeLeft.of(messages, time)))
                .orElse(about);
    }

    private String words(CheckState state) {
        return switch (state) {
            case CheckState.Waiting waiting -> messages.get("ui.set.check.waiting");
            case CheckState.Offered offered -> offered();
            case CheckState.NeedsParts needs -> messages.get("ui.set.check.needs_parts");
            case CheckState.Running running -> messages.get("ui.set.check.running");
            case CheckState.Cancelled cancelled -> messages.get("ui.set.check.cancelled");
            case CheckState.Failed(Throwable failure) -> FailureWords.of(failure, messages);
            case CheckState.Found(Finding finding) ->
                model.table()
                        .map(table -> messages.get(
                                        finding.textKey(table),
                                        finding.size(),
                                        finding.clusters().size())
                                + learnt())
                        .orElse("");
        };
    }

    /** What makes the model's word worth less. */
    private String learnt() {
        int learnt = model.checks().learnt();
        return check == Check.LABEL_SUSPECTS && learnt > 0 ? " " + messages.get("ui.set.check.learnt", learnt) : "";
    }

    private List<Node> buttons(CheckState state) {
        List<Node> buttons = new ArrayList<>();
        switch (state) {
            case CheckState.Found(Finding finding) -> {
                if (finding.size() > 0) {
                    Button show = small("show", messages.get("ui.set.check.show"));
                    show.setOnAction(event -> model.browse().show(finding));
                    buttons.add(show);
                }
                if (check == Check.EXACT_DUPLICATES && finding.spare() > 0) {
                    Button exclude = small("spare", messages.get("ui.set.check.spare", finding.spare()));
                    exclude.setOnAction(event -> model.edits().excludeSpare(finding));
                    buttons.add(exclude);
                }
                if (check == Check.LABEL_SUSPECTS) {
                    Button worst = small("worst", messages.get("ui.set.check.worst"));
                    worst.setOnAction(event -> model.browse().worstFirst());
                    buttons.add(worst);
                }
            }
            case CheckState.Offered offered -> {
                Button ask =
                        small("ask", messages.get(isCrossValidated() ? "ui.set.check.folds.ask" : "ui.set.check.ask"));
                ask.setOnAction(event -> model.judge());
                buttons.add(ask);
            }
            case CheckState.Running running -> {
                Button cancel = small("cancel", messages.get("ui.status.cancel"));
                cancel.setOnAction(event -> model.checks().cancel(check));
                buttons.add(cancel);
            }
            case CheckState.Cancelled cancelled -> buttons.add(again());
            case CheckState.Failed failed -> buttons.add(again());
            case CheckState.Waiting waiting -> {
                if (model.progressProperty().get().task() == SetProgress.Task.NONE) {
                    Button measure = small("measure", messages.get("ui.set.check.measure"));
                    measure.setOnAction(event -> model.measure());
                    buttons.add(measure);
                }
            }
            case CheckState.NeedsParts needs -> {}
        }
        return buttons;
    }

    private Button again() {
        Button again = small("again", messages.get("ui.set.check.again"));
        again.setOnAction(event -> model.checks().run(check));
        return again;
    }

    private Button cancelJudging() {
        Button cancel = small("cancel", messages.get("ui.status.cancel"));
        cancel.setOnAction(event -> model.cancel());
        return cancel;
    }

    private Button small(String action, String text) {
        Button button = Panes.button(action + "-" + check.key(), text);
        button.getStyleClass().add("small");
        return button;
    }
}

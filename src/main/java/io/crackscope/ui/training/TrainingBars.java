package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.training.RunRecord;
import io.crackscope.ui.common.Icons;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Bars above the plan and the charts, for all that a person is to know or to decide. Never a dialog. */
final class TrainingBars extends VBox {
    private final Messages messages;

    TrainingBars(TrainingViewModel model, ChartExport export, Messages messages) {
        this.messages = messages;
        closing(model);
        offer(model);
        end(model);
        deleted(model);
        news(model.models().newsProperty(), model.models()::forgetNews);
        news(export.newsProperty(), export::forgetNews);
        problem(model.history().problemProperty());
    }

    private void closing(TrainingViewModel model) {
        Label words = text(messages.get("ui.train.closing"));
        Button stay = button("keep-training", "ui.train.closing.stay");
        stay.getStyleClass().add("accent");
        stay.setOnAction(event -> model.closing().no());
        Button close = button("close-anyway", "ui.train.closing.close");
        close.setOnAction(event -> model.closing().yes());
        HBox bar = bar("banner-attention", Feather.ALERT_CIRCLE, words, stay, close);
        bar.setId("closing-bar");
        model.closing().askedProperty().addListener((observable, before, isAsked) -> {
            show(bar, isAsked);
            if (isAsked) {
                stay.requestFocus();
            }
        });
        show(bar, model.closing().askedProperty().get());
    }

    private void offer(TrainingViewModel model) {
        Label words = text("");
        Button resume = button("offer-resume", "ui.train.offer.resume");
        resume.getStyleClass().add("accent");
        resume.setOnAction(event -> model.offer().runProperty().get().ifPresent(model::resume));
        Button later = button("offer-later", "ui.train.offer.later");
        later.setOnAction(event -> model.offer().putOff());
        HBox bar = bar("banner-attention", Feather.ROTATE_CW, words, resume, later);
        bar.setId("offer-bar");
        Runnable refresh = () -> {
            Optional<RunRecord> run = model.offer().runProperty().get();
            run.ifPresent(found -> words.setText(messages.get(
                    "ui.train.offer",
                    model.history().nameOf(found),
                    found.epochs().size(),
                    found.plan().epochs())));
            show(bar, run.isPresent());
        };
        model.offer().runProperty().addListener(change -> refresh.run());
        refresh.run();
    }

    private void end(TrainingViewModel model) {
        Label title = text("");
        title.setId("end-title");
        title.getStyleClass().add("banner-title");
        Label words = text("");
        words.setId("end-text");
        VBox both = new VBox(title, words);
        both.getStyleClass().add("banner-words");
        Button dismiss = dismiss(() -> model.run().forgetEnd());
        HBox bar = bar("banner-info", Feather.FLAG, both, dismiss);
        bar.setId("end-bar");
        Runnable refresh = () -> {
            RunEnd end = model.run().endProperty().get();
            title.setText(end.title());
            words.setText(end.text());
            boolean isBad = end.kind() == RunEnd.Kind.FAILED;
            bar.getStyleClass().removeAll(List.of("banner-info", "banner-danger"));
            bar.getStyleClass().add(isBad ? "banner-danger" : "banner-info");
            show(bar, end.kind() != RunEnd.Kind.NONE);
        };
        model.run().endProperty().addListener(change -> refresh.run());
        refresh.run();
    }

    private void deleted(TrainingViewModel model) {
        Label words = text("");
        Button undo = button("undo-delete", "ui.notice.undo");
        undo.getStyleClass().add("flat");
        undo.setOnAction(event -> model.history().undoDelete());
        HBox bar = bar("banner-info", Feather.INFO, words, undo, dismiss(model.history()::forgetDeleted));
        bar.setId("deleted-bar");
        model.history().deletedProperty().addListener((observable, before, now) -> {
            words.setText(messages.get("ui.train.history.deleted", now.size()));
            show(bar, !now.isEmpty());
        });
        show(bar, false);
    }

    private void news(ObservableValue<String> news, Runnable forget) {
        Label words = text("");
        HBox bar = bar("banner-info", Feather.INFO, words, dismiss(forget));
        news.addListener((observable, before, now) -> {
            words.setText(now);
            show(bar, !now.isEmpty());
        });
        show(bar, false);
    }

    private void problem(ObservableValue<String> problem) {
        Label words = text("");
        HBox bar = bar("banner-danger", Feather.ALERT_TRIANGLE, words);
        problem.addListener((observable, before, now) -> {
            words.setText(now);
            show(bar, !now.isEmpty());
        });
        show(bar, false);
    }

    private HBox bar(String styleClass, Feather icon, Node words, Node... actions) {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = new HBox(Icons.of(icon), words);
        bar.getStyleClass().addAll("banner", styleClass);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().addAll(actions);
        getChildren().add(bar);
        return bar;
    }

    private Button dismiss(Runnable action) {
        Button dismiss = new Button(null, Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("flat", "button-icon");
        dismiss.setAccessibleText(messages.get("ui.notice.dismiss"));
        dismiss.setOnAction(event -> action.run());
        return dismiss;
    }

    private Button button(String id, String key) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static void show(HBox bar, boolean wanted) {
        bar.setVisible(wanted);
        bar.setManaged(wanted);
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}

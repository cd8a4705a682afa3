package io.crackscope.ui.dataset;

import io.crackscope.dataset.EditStep;
import io.crackscope.dataset.ImageState;
import io.crackscope.imaging.PhotoFiles.RefusedPath;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.common.Icons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the tab has to say, in front of the lower edge of what it is put over: nothing moves when it comes or goes. That
 * something was done goes by itself, unless the pointer or the focus is on it; the rest stays until it is closed. Never a
 * dialog.
 */
final class DatasetBars extends VBox {
    private static final Duration STAY = Duration.seconds(6);
    private static final double WIDEST = 640;

    private final DatasetViewModel model;
    private final Messages messages;
    private final ImageWords words;
    private final Label text = Panes.text("", "notice-text");
    private final Button undo;
    private final Button again;
    private final HBox bar;
    private final PauseTransition stay = new PauseTransition(STAY);

    DatasetBars(DatasetViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = new ImageWords(messages);
        text.setId("set-notice");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        undo = Panes.button("notice-undo", messages.get("ui.notice.undo"));
        undo.getStyleClass().add("flat");
        undo.setOnAction(event -> model.edits().undo());
        again = Panes.button("notice-again", messages.get("ui.banner.retry"));
        again.setOnAction(event -> model.edits().keepAgain());
        Button dismiss = Panes.iconButton("notice-dismiss", Feather.X, messages.get("ui.notice.dismiss"));
        dismiss.setOnAction(event -> model.dismissNotice());
        bar = new HBox(Icons.of(Feather.INFO), text, undo, again, dismiss);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("banner", "banner-info", "floating-notice");
        getChildren().add(bar);
        setMaxSize(WIDEST, USE_PREF_SIZE);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(0, 24, 12, 24));
        stay.setOnFinished(event -> model.dismissNotice());
        bar.hoverProperty().addListener(change -> await());
        bar.focusWithinProperty().addListener(change -> await());
        model.noticeProperty().addListener((observable, before, now) -> show(now));
        show(model.noticeProperty().get());
    }

    private void show(SetNotice notice) {
        boolean isBad = notice instanceof SetNotice.Problem || notice instanceof SetNotice.NotKept;
        bar.getStyleClass().removeAll("banner-info", "banner-danger");
        bar.getStyleClass().add(isBad ? "banner-danger" : "banner-info");
        bar.getChildren().set(0, Icons.of(isBad ? Feather.ALERT_TRIANGLE : Feather.INFO));
        text.setText(
                switch (notice) {
                    case SetNotice.None none -> "";
                    case SetNotice.Done(EditStep step, var file, boolean beside) ->
                        words(step) + " "
                                + messages.get(beside ? "ui.set.notice.beside" : "ui.set.notice.own", file.toString());
                    case SetNotice.Undone(EditStep step) -> messages.get("ui.set.notice.undone", step.size());
                    case SetNotice.Redone(EditStep step) -> messages.get("ui.set.notice.redone", step.size());
                    case SetNotice.Incomplete incomplete -> words(incomplete);
                    case SetNotice.Written written -> words(written);
                    case SetNotice.CutShort(Path target) -> messages.get("ui.set.notice.cut_short", target.toString());
                    case SetNotice.GaveWay gave -> messages.get("ui.set.notice.gave_way");
                    case SetNotice.Problem(Throwable failure) -> FailureWords.of(failure, messages);
                    case SetNotice.NotKept(Throwable failure) ->
                        messages.get("ui.set.notice.not_kept", FailureWords.of(failure, messages));
                });
        Panes.showIf(undo, notice instanceof SetNotice.Done);
        Panes.showIf(again, notice instanceof SetNotice.NotKept);
        Panes.showIf(bar, !(notice instanceof SetNotice.None));
        await();
    }

    /** Undo stays in the tool bar and on its keys. */
    private void await() {
        boolean passes = switch (model.noticeProperty().get()) {
            case SetNotice.Done done -> true;
            case SetNotice.Undone undone -> true;
            case SetNotice.Redone redone -> true;
            default -> false;
        };
        if (passes && !bar.isHover() && !bar.isFocusWithin()) {
            stay.playFromStart();
        } else {
            stay.stop();
        }
    }

    private String words(SetNotice.Incomplete incomplete) {
        List<String> parts = new ArrayList<>();
        List<RefusedPath> refused = incomplete.refused();
        if (!refused.isEmpty()) {
            RefusedPath first = refused.getFirst();
            parts.add(messages.get(
                    "ui.set.notice.unread",
                    refused.size(),
                    first.path().toString(),
                    messages.refusal(first.refusal())));
        }
        if (incomplete.lost() > 0) {
            parts.add(messages.get("ui.set.notice.lost", incomplete.lost()));
        }
        return String.join(" ", parts);
    }

    private String words(SetNotice.Written written) {
        String words = messages.get(
                "ui.set.notice.written", written.images(), written.target().toString());
        List<Path> leftOut = written.leftOut();
        return leftOut.isEmpty()
                ? words
                : words + " "
                        + messages.get(
                                "ui.set.notice.left_out",
                                leftOut.size(),
                                leftOut.getFirst().toString());
    }

    private String words(EditStep step) {
        ImageState after = step.after().getFirst();
        return switch (step.kind()) {
            case LABEL -> messages.get("ui.set.notice.label", step.size(), words.label(after.label()));
            case EXCLUDE ->
                messages.get(after.excluded() ? "ui.set.notice.excluded" : "ui.set.notice.included", step.size());
            case PART -> messages.get("ui.set.notice.part", step.size(), words.part(after.part()));
            case SPLIT, SPLIT_RANDOM, SPLIT_GROUPED, SPLIT_PATTERN -> messages.get("ui.set.notice.split", step.size());
        };
    }
}

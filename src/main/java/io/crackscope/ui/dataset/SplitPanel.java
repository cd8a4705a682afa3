package io.crackscope.ui.dataset;

import io.crackscope.dataset.Finding;
import io.crackscope.dataset.PartLeaks;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.dataset.SplitPlan;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Splitting: how, what came of it, what leaks and the ways out, and on to training. */
final class SplitPanel extends VBox {
    private final DatasetViewModel model;
    private final Messages messages;
    private final PartsPicture parts;
    private final VBox leak = new VBox();
    private final Label clean;

    SplitPanel(DatasetViewModel model, DatasetActions actions, SplitTaker taker, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.parts = new PartsPicture(messages);
        setId("split-pane");
        SplitModel split = model.split();
        TextField pattern = new TextField();
        pattern.setId("split-pattern");
        pattern.setPromptText("(train|val|test)");
        pattern.textProperty().bindBidirectional(split.patternProperty());
        pattern.setAccessibleText(messages.get("ui.set.split.pattern"));
        VBox byPattern = new VBox(pattern, Panes.text(messages.get("ui.set.split.pattern"), "facet-note"));
        byPattern.getStyleClass().add("split-pattern");
        Label about = Panes.text("", "facet-note");
        split.kindProperty().addListener((observable, before, now) -> {
            Panes.showIf(byPattern, now == SplitPlan.Kind.PATTERN);
            about.setText(messages.get("ui.set.split.about." + now.word()));
        });
        Panes.showIf(byPattern, false);
        about.setText(
                messages.get("ui.set.split.about." + split.kindProperty().get().word()));
        Label problem = Panes.text("", "image-problem");
        problem.textProperty()
                .bind(split.problemProperty()
                        .map(now -> now.map(failure -> FailureWords.of(failure, messages))
                                .orElse("")));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Button apply = Panes.button("split", messages.get("ui.set.split.apply"));
        apply.disableProperty().bind(split.canSplitProperty().not());
        apply.setOnAction(event -> split.split());
        Button train = Panes.button("train-on-split", messages.get("ui.set.split.train"));
        train.getStyleClass().add("accent");
        train.disableProperty().bind(split.canTrainProperty().not());
        train.setOnAction(event -> split.train(taker));
        Button save = Panes.button("save-split", messages.get("ui.set.split.save"));
        save.disableProperty().bind(split.canTrainProperty().not());
        save.setOnAction(event -> actions.saveSplit(getScene().getWindow()));
        HBox onwards = new HBox(train, save);
        onwards.getStyleClass().add("check-actions");
        Label lacks = Panes.text(messages.get("ui.set.split.lacks"), "facet-note");
        lacks.setId("split-lacks");
        lacks.visibleProperty().bind(split.lacksPartProperty());
        lacks.managedProperty().bind(lacks.visibleProperty());
        clean = Panes.text(messages.get("ui.set.split.clean"), "split-clean");
        leak.setId("split-leak");
        leak.getStyleClass().add("split-leak");
        VBox content = new VBox(
                kinds(split),
                about,
                byPattern,
                test(split),
                problem,
                apply,
                parts,
                leak,
                clean,
                lacks,
                Panes.text(messages.get("ui.set.split.hand"), "facet-note"));
        content.getStyleClass().add("split-content");
        onwards.getStyleClass().add("split-onwards");
        getChildren().addAll(Panes.scrolling(content), onwards);
        split.contentsProperty().addListener((observable, before, now) -> parts.show(now));
        parts.show(split.contentsProperty().get());
        model.checks().leaksProperty().addListener((observable, before, now) -> show(now));
        show(model.checks().leaksProperty().get());
    }

    private ChoiceBox<SplitPlan.Kind> kinds(SplitModel split) {
        ChoiceBox<SplitPlan.Kind> choice = new ChoiceBox<>();
        choice.setId("split-kind");
        choice.getItems().setAll(SplitPlan.Kind.GROUPED, SplitPlan.Kind.RANDOM, SplitPlan.Kind.PATTERN);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(messages.get("ui.set.split.kind"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(SplitPlan.Kind kind) {
                return kind == null ? "" : messages.get("ui.set.split.kind." + kind.word());
            }

            @Override
            public SplitPlan.Kind fromString(String text) {
                throw new UnsupportedOperationException("nobody types a kind");
            }
        });
        choice.valueProperty().bindBidirectional(split.kindProperty());
        return choice;
    }

    private HBox test(SplitModel split) {
        Label name = new Label(messages.get("ui.set.split.test"));
        name.setMinWidth(USE_PREF_SIZE);
        Slider share = new Slider(0, 0.5, split.testProperty().get());
        share.setId("split-test");
        share.setBlockIncrement(0.05);
        share.setMajorTickUnit(0.05);
        share.setMinorTickCount(0);
        share.setSnapToTicks(true);
        share.getStyleClass().add("small");
        HBox.setHgrow(share, Priority.ALWAYS);
        split.testProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.round(share.getValue() * 20) / 20.0, share.valueProperty()));
        Label percent = new Label();
        percent.getStyleClass().add("opacity-percent");
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.get(
                                "ui.set.value.percent",
                                Math.round(100 * split.testProperty().get())),
                        split.testProperty()));
        name.setLabelFor(share);
        HBox row = new HBox(name, share, percent);
        row.getStyleClass().add("split-test");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(@Nullable PartLeaks leaks) {
        boolean isLeaking = leaks != null && leaks.known() > 0;
        Panes.showIf(leak, isLeaking);
        Panes.showIf(clean, leaks != null && !isLeaking);
        leak.getChildren().clear();
        if (leaks == null || !isLeaking) {
            return;
        }
        Label title = new Label(messages.get("ui.set.leak.title", leaks.known()), Icons.of(Feather.ALERT_TRIANGLE));
        title.getStyleClass().add("split-leak-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        leak.getChildren().add(title);
        lines("ui.set.part.validation", leaks.counts().validation()).forEach(leak.getChildren()::add);
        lines("ui.set.part.test", leaks.counts().test()).forEach(leak.getChildren()::add);
        Button groups = Panes.button("leak-groups", messages.get("ui.set.leak.groups"));
        groups.getStyleClass().add("small");
        groups.setOnAction(event -> model.split().splitByGroups());
        Button move = Panes.button(
                "leak-move", messages.get("ui.set.leak.move", model.split().toTraining(leaks).length));
        move.getStyleClass().add("small");
        move.setOnAction(event -> model.split().moveToTraining(leaks));
        Button show = Panes.button("leak-show", messages.get("ui.set.check.show"));
        show.getStyleClass().add("small");
        Finding finding = leaks.finding();
        show.setOnAction(event -> model.browse().show(finding));
        javafx.scene.layout.FlowPane ways = new javafx.scene.layout.FlowPane(8, 8, groups, move, show);
        leak.getChildren().addAll(ways, Panes.text(messages.get("ui.set.leak.means"), "facet-note"));
    }

    private List<Label> lines(String part, SplitLeaks.Part counts) {
        List<Label> lines = new ArrayList<>();
        String name = messages.get(part);
        if (counts.same() > 0) {
            lines.add(Panes.text(messages.get("ui.set.leak.same", name, counts.same()), "split-leak-line"));
        }
        if (counts.near() > 0) {
            lines.add(Panes.text(messages.get("ui.set.leak.near", name, counts.near()), "split-leak-line"));
        }
        if (counts.sameGroup() > 0) {
            lines.add(Panes.text(
                    messages.get("ui.set.leak.group", name, counts.sameGroup(), counts.groups()), "split-leak-line"));
        }
        return lines;
    }
}

package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.training.RunRecord;
import io.crackscope.training.SideBySide;
import io.crackscope.ui.common.Labels;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A run's model beside the model in use: scores on images that are new to both, and the verdict. */
final class DuelSection extends VBox {
    private final RunWords words;
    private final Messages messages;

    DuelSection(TrainingViewModel model, RunRecord run, TrainingFiles files, RunWords words, Messages messages) {
        this.words = words;
        this.messages = messages;
        setId("duel");
        getStyleClass().add("duel");
        Path inUse = model.models().inUseProperty().get();
        if (run.model().equals(inUse)) {
            getChildren().add(Labels.wrapped(messages.get("ui.train.duel.same"), "field-help"));
            return;
        }
        DuelViewModel duel = model.duel();
        for (DuelViewModel.Row row : duel.rows()) {
            getChildren()
                    .add(row(row, model.models().nameOf(inUse), model.history().nameOf(run)));
        }
        if (!duel.statusProperty().get().isEmpty()) {
            Label status = Labels.wrapped(duel.statusProperty().get(), "field-help");
            status.setId("duel-status");
            getChildren().add(status);
        }
        boolean isIdle =
                !duel.busyProperty().get() && !model.run().runningProperty().get();
        Button test = new Button(messages.get("ui.train.duel.on_test"));
        test.setId("duel-on-test");
        test.setTooltip(new Tooltip(messages.get("ui.train.duel.on_test.tip")));
        test.setOnAction(event -> duel.onTestPart(run, inUse));
        test.setDisable(run.data().test() == 0);
        Button other = new Button(messages.get("ui.train.duel.on_data"));
        other.setId("duel-on-data");
        other.setTooltip(new Tooltip(messages.get("ui.train.duel.on_data.tip")));
        other.setOnAction(event ->
                files.dataFolder(getScene().getWindow()).ifPresent(folder -> duel.onFolder(run, inUse, folder)));
        FlowPane actions = new FlowPane(test, other);
        actions.getStyleClass().add("run-actions");
        for (Button button : List.of(test, other)) {
            button.getStyleClass().add("small");
        }
        actions.setDisable(!isIdle);
        getChildren().add(actions);
    }

    private VBox row(DuelViewModel.Row row, String inUse, String fresh) {
        SideBySide.Scored scored = row.scored();
        Label data = Labels.wrapped(
                messages.get("ui.train.duel.data", row.data(), scored.first().images()), "duel-data");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("duel-grid");
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(grow, new ColumnConstraints(), new ColumnConstraints());
        grid.addRow(
                0,
                new Label(),
                head(messages.get("ui.train.duel.this"), fresh),
                head(messages.get("ui.train.duel.in_use"), inUse));
        List<RunWords.Fact> second = words.score(scored.second());
        List<RunWords.Fact> first = words.score(scored.first());
        for (int i = 0; i < second.size(); i++) {
            Label name = new Label(second.get(i).name());
            name.getStyleClass().add("fact-name");
            grid.addRow(
                    i + 1,
                    name,
                    figure(second.get(i).value()),
                    figure(first.get(i).value()));
        }
        Label verdict = Labels.wrapped(
                words.verdict(scored.paired()),
                "verdict-" + scored.paired().verdict().name().toLowerCase(java.util.Locale.ROOT));
        verdict.setId("duel-verdict");
        verdict.getStyleClass().add("duel-verdict");
        VBox box = new VBox(data, grid, verdict, Labels.wrapped(words.grounds(scored.paired()), "field-help"));
        if (scored.leftOut() > 0) {
            box.getChildren()
                    .add(Labels.wrapped(messages.get("ui.train.duel.left_out", scored.leftOut()), "field-help"));
        }
        if (scored.memoryMissing()) {
            box.getChildren().add(Labels.wrapped(messages.get("ui.train.duel.no_memory"), "field-help"));
        }
        box.getStyleClass().add("duel-row");
        return box;
    }

    private static Label head(String text, String tip) {
        Label label = new Label(text);
        label.getStyleClass().add("duel-head");
        label.setTooltip(new Tooltip(tip));
        return label;
    }

    /** The interval goes to the tip: two columns of figures leave no room for it. */
    private static Label figure(String value) {
        int interval = value.indexOf(" (");
        Label label = new Label(interval < 0 ? value : value.substring(0, interval));
        label.getStyleClass().add("duel-figure");
        label.setTooltip(new Tooltip(value));
        return label;
    }
}

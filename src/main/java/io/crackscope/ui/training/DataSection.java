package io.crackscope.ui.training;

import io.crackscope.dataset.SplitLeaks;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Labels;
import io.crackscope.ui.training.DataForm.SplitKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The part of the plan that says what a run learns from: folders, what is in them, how they are split, what leaks. */
final class DataSection extends VBox {
    private final DataForm form;
    private final TrainingFiles files;
    private final Messages messages;
    private final FolderRows folders;
    private final VBox found = new VBox();
    private final VBox foundTrainOnly = new VBox();
    private final Label splitHelp = Labels.wrapped("", "field-help");
    private final VBox splitFacts = new VBox();
    private final HBox keptSplit = new HBox();
    private final VBox drawn = new VBox();

    DataSection(DataForm form, TrainingFiles files, Messages messages) {
        this.form = form;
        this.files = files;
        this.messages = messages;
        getStyleClass().add("form-section");
        for (VBox box : List.of(found, splitFacts, foundTrainOnly)) {
            box.getStyleClass().add("form-facts");
        }
        folders = new FolderRows(form.folders(), messages);
        Button add = add("add-data", "ui.train.data.add", "ui.train.data.add.tip", form::add);
        Button addTrainOnly =
                add("add-train-only", "ui.train.train_only.add", "ui.train.train_only.add.tip", form::addTrainOnly);
        VBox trainOnly = new VBox(
                new Label(messages.get("ui.train.train_only")),
                Labels.wrapped(messages.get("ui.train.train_only.help"), "field-help"));
        trainOnly.getStyleClass().add("field-row");
        drawn.getStyleClass().add("form-section");
        drawn.getChildren()
                .addAll(
                        new FieldRow(
                                "field-sample",
                                messages.get("ui.train.sample"),
                                messages.get("ui.train.sample.help"),
                                form.sample()),
                        new FieldRow(
                                "field-test-share",
                                messages.get("ui.train.test_share"),
                                messages.get("ui.train.test_share.help"),
                                form.testShare()));
        Label splitName = new Label(messages.get("ui.train.split"));
        HBox kinds = Choices.buttons(
                "split-kind",
                List.of(SplitKind.values()),
                form.kindProperty(),
                kind -> messages.get("ui.train.split." + kind.name().toLowerCase(Locale.ROOT)));
        getChildren()
                .addAll(
                        folders,
                        add,
                        found,
                        splitName,
                        kinds,
                        splitHelp,
                        keptSplit(),
                        splitFacts,
                        drawn,
                        trainOnly,
                        new FolderRows(form.trainOnly(), messages),
                        addTrainOnly,
                        foundTrainOnly);
        form.kindProperty().addListener((observable, before, now) -> showKind());
        form.stateProperty().addListener((observable, before, now) -> showState(now));
        showKind();
        showState(form.stateProperty().get());
    }

    private Button add(String id, String key, String tipKey, Consumer<List<Path>> taker) {
        Button add = new Button(messages.get(key), Icons.of(Feather.FOLDER_PLUS));
        add.setId(id);
        add.getStyleClass().add("small");
        add.setTooltip(new Tooltip(messages.get(tipKey)));
        add.setOnAction(
                event -> files.dataFolder(getScene().getWindow()).ifPresent(path -> taker.accept(List.of(path))));
        return add;
    }

    private HBox keptSplit() {
        Label name = new Label();
        name.getStyleClass().add("field-help");
        Button choose = new Button(messages.get("ui.train.split.choose"));
        choose.getStyleClass().add("small");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> files.keptSplit(getScene().getWindow()).ifPresent(form.keptSplitProperty()::set));
        form.keptSplitProperty()
                .addListener((observable, before, now) ->
                        name.setText(now == null ? "" : String.valueOf(now.getFileName())));
        keptSplit.getStyleClass().add("field-line");
        keptSplit.setAlignment(Pos.CENTER_LEFT);
        keptSplit.getChildren().setAll(choose, name);
        return keptSplit;
    }

    private void showKind() {
        SplitKind kind = form.kindProperty().get();
        splitHelp.setText(messages.get("ui.train.split.help." + kind.name().toLowerCase(Locale.ROOT)));
        keptSplit.setVisible(kind == SplitKind.FILE);
        keptSplit.setManaged(kind == SplitKind.FILE);
        // a kept split names its images and their parts itself
        for (Region unasked : List.of(folders, drawn)) {
            unasked.setVisible(kind != SplitKind.FILE);
            unasked.setManaged(kind != SplitKind.FILE);
        }
    }

    private void showState(DataForm.State state) {
        List<Region> facts = new ArrayList<>();
        List<Region> split = new ArrayList<>();
        List<Region> trainOnly = new ArrayList<>();
        switch (state) {
            case DataForm.State.Empty empty ->
                facts.add(Labels.wrapped(messages.get("ui.train.data.empty"), "field-help"));
            case DataForm.State.Scanning(long done, long total) ->
                facts.add(progress(messages.get("ui.train.data.scanning", done), done, total));
            case DataForm.State.Unusable(String problem) -> facts.add(Labels.wrapped(problem, "field-problem"));
            case DataForm.State.Ready ready -> {
                facts(facts, ready.facts());
                if (ready.trainOnly().images() > 0) {
                    facts(trainOnly, ready.trainOnly());
                }
                split.add(Labels.wrapped(
                        messages.get(
                                "ui.train.split.parts",
                                ready.split().train().size(),
                                ready.split().validation().size(),
                                ready.split().test().size()),
                        "form-figure"));
                leaks(split, ready);
            }
        }
        found.getChildren().setAll(facts);
        splitFacts.getChildren().setAll(split);
        foundTrainOnly.getChildren().setAll(trainOnly);
        foundTrainOnly.setManaged(!trainOnly.isEmpty());
    }

    private void facts(List<Region> into, DataForm.Facts facts) {
        into.add(Labels.wrapped(
                messages.get("ui.train.data.found", facts.images(), facts.cracks(), facts.images() - facts.cracks()),
                "form-figure"));
        if (facts.duplicates() + facts.conflicts() + facts.refused() > 0) {
            into.add(Labels.wrapped(
                    messages.get("ui.train.data.left_out", facts.duplicates(), facts.conflicts(), facts.refused()),
                    "field-help"));
        }
    }

    private void leaks(List<Region> into, DataForm.State.Ready ready) {
        if (ready.leaks().isEmpty()) {
            long total = ready.split().train().size()
                    + ready.split().validation().size()
                    + (long) ready.split().test().size();
            into.add(progress(messages.get("ui.train.leak.counting"), ready.counted(), total));
            return;
        }
        SplitLeaks leaks = ready.leaks().get();
        if (!leaks.any()) {
            into.add(Labels.wrapped(messages.get("ui.train.leak.none"), "field-help"));
            return;
        }
        into.add(new LeakBox(
                "leak-warning",
                messages.get("ui.train.leak.heading"),
                new LeakWords(messages).of(ready.split().kind(), leaks)));
    }

    private static VBox progress(String words, long done, long total) {
        ProgressBar bar = new ProgressBar(total <= 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        return new VBox(4, Labels.wrapped(words, "field-help"), bar);
    }
}

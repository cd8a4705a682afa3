package io.crackscope.ui.training;

import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.TrainingPlan.LearningRateSchedule;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Labels;
import io.crackscope.ui.training.PlanForm.Number;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The plan of a run: every field says what it does, and what it cannot be. */
final class PlanPane extends VBox {
    private final TrainingViewModel model;
    private final PlanForm form;
    private final TrainingFiles files;
    private final Messages messages;

    PlanPane(TrainingViewModel model, TrainingFiles files, Messages messages) {
        this.model = model;
        this.form = model.plan();
        this.files = files;
        this.messages = messages;
        setId("plan-pane");
        getStyleClass().add("plan-pane");
        VBox sections = new VBox(
                title("ui.train.section.data"),
                new DataSection(model.data(), files, messages),
                title("ui.train.section.network"),
                network(),
                title("ui.train.section.training"),
                training(),
                title("ui.train.section.augmentation"),
                new AugmentationSection(form.augmentation(), messages),
                fine(),
                title("ui.train.section.model"),
                output());
        sections.getStyleClass().add("plan-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll);
    }

    private HBox header() {
        Label title = new Label(messages.get("ui.train.plan"));
        title.getStyleClass().add("pane-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button reset = new Button(null, Icons.of(Feather.ROTATE_CCW));
        reset.setId("plan-reset");
        reset.getStyleClass().addAll("flat", "button-icon", "small");
        reset.setAccessibleText(messages.get("ui.train.plan.reset"));
        reset.setTooltip(new Tooltip(messages.get("ui.train.plan.reset")));
        reset.setOnAction(event -> form.reset());
        HBox header = new HBox(title, gap, reset);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private VBox network() {
        Node preset = Choices.list(
                "field-preset", List.of(NetworkPreset.values()), form.presetProperty(), NetworkPreset::word);
        FieldRow size = number(Number.INPUT_SIZE);
        size.disableProperty().bind(form.presetProperty().map(of -> !of.resizable()));
        FieldRow row = new FieldRow(messages.get("ui.train.preset"), "", preset);
        row.watch(model.from().misfitProperty());
        Label help = Labels.wrapped("", "field-help");
        help.textProperty()
                .bind(form.presetProperty()
                        .map(of ->
                                messages.get("ui.train.preset.help." + of.name().toLowerCase(Locale.ROOT))));
        row.getChildren().add(help);
        return section(new StartSection(model.from(), messages), row, size);
    }

    private VBox training() {
        return section(
                number(Number.EPOCHS),
                number(Number.PATIENCE),
                number(Number.BATCH),
                number(Number.LEARNING_RATE),
                new FieldRow(
                        messages.get("ui.train.schedule"),
                        messages.get("ui.train.schedule.help"),
                        Choices.list(
                                "field-schedule",
                                List.of(LearningRateSchedule.values()),
                                form.scheduleProperty(),
                                schedule -> messages.get(
                                        "ui.train.schedule." + schedule.name().toLowerCase(Locale.ROOT)))));
    }

    private TitledPane fine() {
        CheckBox weights = new CheckBox();
        weights.setId("field-class-weights");
        weights.selectedProperty().bindBidirectional(form.classWeightsProperty());
        TitledPane pane = new TitledPane(
                messages.get("ui.train.section.fine"),
                section(
                        new FieldRow(
                                messages.get("ui.train.class_weights"),
                                messages.get("ui.train.class_weights.help"),
                                weights),
                        number(Number.LABEL_SMOOTHING),
                        number(Number.WEIGHT_DECAY),
                        number(Number.AVERAGING),
                        number(Number.SEED)));
        pane.setId("section-fine");
        pane.getStyleClass().add("fine-section");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private VBox output() {
        TextField name = new TextField();
        name.setId("field-name");
        name.getStyleClass().addAll("small", "name-input");
        name.textProperty().bindBidirectional(model.output().nameProperty());
        FieldRow nameRow = new FieldRow(messages.get("ui.train.output.name"), "", name);
        nameRow.watch(model.output().problemProperty());
        Label file = Labels.wrapped("", "field-help");
        file.textProperty()
                .bind(model.output()
                        .fileProperty()
                        .map(to -> messages.get("ui.train.output.file", to.toString()))
                        .orElse(""));
        Button elsewhere = new Button(messages.get("ui.train.output.choose"));
        elsewhere.getStyleClass().add("small");
        elsewhere.setOnAction(event -> {
            var proposed = model.output().fileProperty().get();
            files.newModel(getScene().getWindow(), proposed == null ? "" : String.valueOf(proposed.getFileName()))
                    .ifPresent(model.output().chosenProperty()::set);
        });
        TextArea attribution = new TextArea();
        attribution.setId("field-attribution");
        attribution.setPrefRowCount(2);
        attribution.setWrapText(true);
        attribution.textProperty().bindBidirectional(model.output().attributionProperty());
        attribution.setAccessibleText(messages.get("ui.train.output.attribution"));
        Label attributionName = new Label(messages.get("ui.train.output.attribution"));
        Label attributionHelp = Labels.wrapped(messages.get("ui.train.output.attribution.help"), "field-help");
        return section(nameRow, file, elsewhere, attributionName, attributionHelp, attribution);
    }

    private FieldRow number(Number number) {
        String word = number.name().toLowerCase(Locale.ROOT);
        return new FieldRow(
                "field-" + word.replace('_', '-'),
                messages.get("ui.train." + word),
                messages.get("ui.train." + word + ".help"),
                form.number(number));
    }

    private Label title(String key) {
        Label title = new Label(messages.get(key));
        title.getStyleClass().add("form-title");
        return title;
    }

    private static VBox section(Node... rows) {
        VBox section = new VBox(rows);
        section.getStyleClass().add("form-section");
        return section;
    }
}

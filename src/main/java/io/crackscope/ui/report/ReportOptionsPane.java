package io.crackscope.ui.report;

import io.crackscope.reporting.PdfPaper;
import io.crackscope.reporting.ReportTemplate;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.ReportSettings.Text;
import io.crackscope.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the report looks: template, paper, language, photos, and the company's logo and texts. */
final class ReportOptionsPane extends VBox {
    private final ReportOptions options;
    private final ReportDialogs dialogs;
    private final Messages messages;
    private final List<Runnable> typed = new ArrayList<>();

    ReportOptionsPane(ReportViewModel model, ReportDialogs dialogs, Messages messages) {
        this.options = model.options();
        this.dialogs = dialogs;
        this.messages = messages;
        getStyleClass().add("report-options");
        getChildren()
                .addAll(
                        heading("ui.report.content"),
                        choice("template", ReportTemplate.values(), options.templateProperty(), ReportTemplate::word),
                        note(),
                        heading("ui.report.paper"),
                        choice("paper", PdfPaper.values(), options.paperProperty(), PdfPaper::word),
                        heading("ui.report.language"),
                        choice(
                                "language",
                                ReportOptions.Language.values(),
                                options.languageProperty(),
                                language -> language.name().toLowerCase(Locale.ROOT)),
                        heading("ui.report.photos"),
                        new PhotoChoicePane(model, messages),
                        heading("ui.report.company"),
                        logo(),
                        text(Text.COMPANY, new TextField()),
                        text(Text.ADDRESS, area(2)),
                        text(Text.INTRODUCTION, area(3)),
                        text(Text.CLOSING, area(3)));
    }

    /** Takes what stands in the fields, left or not. */
    void commit() {
        typed.forEach(Runnable::run);
    }

    private Label heading(String key) {
        Label heading = new Label(messages.get(key));
        heading.getStyleClass().add("report-heading");
        return heading;
    }

    /** What the chosen template tells. */
    private Label note() {
        Label note = new Label();
        note.getStyleClass().add("report-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.textProperty()
                .bind(options.templateProperty()
                        .map(template -> messages.get("ui.report.template." + template.word() + ".note")));
        return note;
    }

    /** A row of buttons of which one is pressed. */
    private <T> Node choice(String name, T[] values, ObjectProperty<T> property, Function<T, String> word) {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        for (int i = 0; i < values.length; i++) {
            T value = values[i];
            ToggleButton button = new ToggleButton(messages.get("ui.report." + name + "." + word.apply(value)));
            button.setId("report-" + name + "-" + word.apply(value));
            button.getStyleClass().add(i == 0 ? "left-pill" : i == values.length - 1 ? "right-pill" : "center-pill");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setToggleGroup(group);
            button.setSelected(property.get() == value);
            button.setOnAction(event -> {
                button.setSelected(true);
                property.set(value);
            });
            property.addListener((observable, before, now) -> button.setSelected(now == value));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node logo() {
        Label name = new Label();
        name.textProperty()
                .bind(options.logoProperty()
                        .map(file -> file.map(Path::getFileName)
                                .map(Path::toString)
                                .orElseGet(() -> messages.get("ui.report.logo.none"))));
        name.getStyleClass().add("report-note");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button choose = new Button(messages.get("ui.report.logo.choose"));
        choose.setId("report-logo");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> dialogs.logo(getScene().getWindow())
                .ifPresent(file -> options.logoProperty().set(Optional.of(file))));
        Button remove = new Button(messages.get("ui.report.logo.remove"));
        remove.getStyleClass().add("flat");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(event -> options.logoProperty().set(Optional.empty()));
        remove.visibleProperty().bind(options.logoProperty().map(Optional::isPresent));
        remove.managedProperty().bind(remove.visibleProperty());
        HBox row = new HBox(name, gap, remove, choose);
        row.getStyleClass().add("report-logo");
        return row;
    }

    private static TextArea area(int rows) {
        TextArea area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return area;
    }

    /** A text that counts when the field is left, so that pages are not set anew with every letter. */
    private Node text(Text text, TextInputControl field) {
        StringProperty property = options.textProperty(text);
        String name = text.name().toLowerCase(Locale.ROOT);
        Label title = new Label(messages.get("ui.report.text." + name));
        title.setLabelFor(field);
        field.setId("report-text-" + name);
        field.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= ReportSettings.LONGEST ? change : null));
        field.setText(property.get());
        Runnable take = () -> property.set(field.getText());
        typed.add(take);
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        VBox box = new VBox(title, field);
        box.getStyleClass().add("report-text");
        return box;
    }
}

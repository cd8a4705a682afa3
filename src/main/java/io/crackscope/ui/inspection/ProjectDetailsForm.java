package io.crackscope.ui.inspection;

import io.crackscope.project.ProjectFacts;
import io.crackscope.text.Messages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.converter.LocalDateStringConverter;

/** The fields that say what an inspection is about. */
final class ProjectDetailsForm extends GridPane {
    private static final double WIDTH = 520;

    private final Messages messages;
    private final TextField title = new TextField();
    private final TextField structure = new TextField();
    private final TextField element = new TextField();
    private final TextField inspector = new TextField();
    private final TextField client = new TextField();
    private final DatePicker date = new DatePicker();
    private final TextArea remarks = new TextArea();
    private final LocalDate given;
    private boolean isTouched;

    ProjectDetailsForm(ProjectFacts facts, Path file, Messages messages) {
        this.messages = messages;
        this.given = facts.date();
        getStyleClass().add("details-form");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), values);
        field("title", title, facts.title());
        field("structure", structure, facts.structure());
        field("element", element, facts.element());
        field("inspector", inspector, facts.inspector());
        field("client", client, facts.client());
        date.setConverter(new LocalDateStringConverter(FormatStyle.MEDIUM, messages.locale(), null));
        date.setValue(facts.date());
        date.setId("details-date");
        row("date", date);
        remarks.setPrefRowCount(3);
        remarks.setWrapText(true);
        field("remarks", remarks, facts.remarks());
        Label where = new Label(messages.get("ui.project.details.saved", file.toString()));
        where.getStyleClass().add("sheet-note");
        where.setWrapText(true);
        where.setPrefWidth(WIDTH);
        where.setMinHeight(Region.USE_PREF_SIZE);
        add(where, 0, getRowCount(), 2, 1);
    }

    /** What the fields say now. */
    ProjectFacts facts() {
        return new ProjectFacts(
                title.getText().strip(),
                structure.getText().strip(),
                element.getText().strip(),
                inspector.getText().strip(),
                client.getText().strip(),
                date(),
                remarks.getText().strip());
    }

    /** {@code typed} hears what the fields say whenever one of them says something else. */
    void onTyped(Consumer<ProjectFacts> typed) {
        Stream.of(title, structure, element, inspector, client, date.getEditor(), remarks)
                .forEach(field -> field.textProperty().addListener((observable, before, now) -> {
                    isTouched = true;
                    typed.accept(facts());
                }));
    }

    /** Whether a field said something else since {@link #onTyped}. */
    boolean isTouched() {
        return isTouched;
    }

    /** Puts the keyboard into the first field. */
    void write() {
        title.requestFocus();
    }

    /** What stands in the field, left or not; the date as it was where that is none. */
    private LocalDate date() {
        try {
            LocalDate typed = date.getConverter().fromString(date.getEditor().getText());
            return typed == null ? given : typed;
        } catch (DateTimeParseException e) {
            return given;
        }
    }

    private void field(String name, TextInputControl field, String text) {
        field.setText(text);
        field.setId("details-" + name);
        row(name, field);
    }

    private void row(String name, Node field) {
        Label label = new Label(messages.get("ui.project.details." + name));
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, field == remarks ? VPos.TOP : VPos.CENTER);
        field.setAccessibleText(label.getText());
        addRow(getRowCount(), label, field);
    }
}

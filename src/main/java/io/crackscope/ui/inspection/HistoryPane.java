package io.crackscope.ui.inspection;

import io.crackscope.project.AuditEntry;
import io.crackscope.project.Verification;
import io.crackscope.reporting.AuditWords;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Labels;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The audit trail, the newest entry first, and whether it is whole. */
final class HistoryPane extends VBox {
    private static final int MOST = 20_000;
    private static final double WIDTH = 988;

    private record Trail(List<AuditEntry> entries, Verification verification) {}

    private final Messages messages;
    private final Label whole = new Label();
    private final TableView<AuditEntry> table = new TableView<>();

    HistoryPane(ProjectDesk desk, Messages messages) {
        this.messages = messages;
        AuditWords words = new AuditWords(messages);
        getStyleClass().add("history");
        setPrefWidth(WIDTH);
        whole.setId("history-whole");
        whole.setWrapText(true);
        whole.setMinHeight(USE_PREF_SIZE);
        whole.setText(messages.get("ui.history.checking"));
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(messages.locale())
                .withZone(ZoneId.systemDefault());
        column("ui.history.seq", 44, entry -> Long.toString(entry.seq()))
                .getStyleClass()
                .add("number-column");
        column("ui.history.when", 184, entry -> format.format(entry.when()));
        column("ui.history.who", 80, AuditEntry::who);
        column("ui.history.what", 160, words::what);
        column("ui.history.photo", 140, AuditEntry::photoName);
        column("ui.history.detail", 234, words::detail);
        column("ui.history.hash", 112, entry -> entry.hash().substring(0, 10));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setId("history-table");
        table.getStyleClass().add("dense");
        table.setPrefSize(WIDTH, 420);
        table.setPlaceholder(new Label(messages.get("ui.history.checking")));
        Label note = Labels.wrapped(messages.get("ui.history.note"), "sheet-note");
        getChildren().addAll(new HBox(whole), table, note);
        desk.ask(project -> new Trail(project.trail(1, MOST).reversed(), project.verify()), this::show);
    }

    private void show(Trail trail) {
        table.getItems().setAll(trail.entries());
        switch (trail.verification()) {
            case Verification.Whole(long entries, String head) -> {
                whole.setText(messages.get("ui.history.whole", entries, head.substring(0, 10)));
                whole.setGraphic(Icons.of(Feather.CHECK_CIRCLE));
            }
            case Verification.Broken(long seq, Verification.Fault fault, String what) -> {
                whole.setText(messages.get("ui.history.broken", seq, messages.get(fault.key()), what));
                whole.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
                whole.getStyleClass().add("danger");
            }
        }
    }

    private TableColumn<AuditEntry, String> column(String key, double width, Function<AuditEntry, String> value) {
        TableColumn<AuditEntry, String> column = new TableColumn<>(messages.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.setCellFactory(made -> new WholeTextCell());
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    /** What does not fit into the column is told when the mouse rests on it. */
    private static final class WholeTextCell extends TableCell<AuditEntry, String> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean isBlank = empty || text == null || text.isEmpty();
            setText(isBlank ? null : text);
            whole.setText(text);
            setTooltip(isBlank ? null : whole);
        }
    }
}

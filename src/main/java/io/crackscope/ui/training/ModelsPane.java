package io.crackscope.ui.training;

import io.crackscope.reporting.CardFacts;
import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf.Entry;
import io.crackscope.ui.common.Icons;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The models at hand with their cards; any of them can inspect, the shipped one always can again. */
final class ModelsPane extends HBox {
    /** Below this the columns that the card beside tells too give way to those that tell models apart. */
    private static final double WIDE = 860;

    private final ModelsViewModel model;
    private final RunWords words;
    private final Messages messages;
    private final TableView<Entry> table = new TableView<>();
    private final ScrollPane card = new ScrollPane();

    ModelsPane(ModelsViewModel model, TrainingFiles files, Messages messages) {
        this.model = model;
        this.words = new RunWords(messages);
        this.messages = messages;
        setId("models-pane");
        table.setId("models-table");
        table.getStyleClass().addAll("history-table", "dense");
        table.setItems(model.models());
        table.setFixedCellSize(32);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(messages.get("ui.train.models"));
        column("in_use", 64, entry -> entry.file().equals(model.inUseProperty().get()) ? "\u2713" : "");
        column("name", 180, entry -> entry.description().card().name());
        onlyIfWide(column("preset", 84, entry -> entry.description().card().preset()));
        onlyIfWide(column("created", 110, entry -> entry.description().card().created()));
        onlyIfWide(column(
                "split", 150, entry -> words.split(entry.description().card().split())));
        column(
                "accuracy",
                136,
                entry -> entry.description()
                        .card()
                        .test()
                        .map(test -> words.percent(test.accuracy()))
                        .orElse(""));
        column(
                "file",
                160,
                entry -> entry.shipped()
                        ? messages.get("ui.train.models.shipped")
                        : entry.file().getFileName().toString());
        HBox.setHgrow(table, Priority.ALWAYS);
        card.getStyleClass().addAll("plain-scroll", "model-card");
        card.setFitToWidth(true);
        card.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(table, new VBox(actions(files), card));
        VBox.setVgrow(card, Priority.ALWAYS);
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> show(now));
        model.inUseProperty().addListener(change -> table.refresh());
    }

    private HBox actions(TrainingFiles files) {
        Button use = button("library-use", Feather.CHECK, "ui.train.models.use", "ui.train.models.use.tip");
        use.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected() == null
                                || selected()
                                        .file()
                                        .equals(model.inUseProperty().get()),
                        table.getSelectionModel().selectedItemProperty(),
                        model.inUseProperty()));
        use.setOnAction(event -> model.use(selected().file()));
        Button export = button(
                "library-export", Feather.DOWNLOAD, "ui.train.models.export.onnx", "ui.train.models.export.onnx.tip");
        export.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        export.setOnAction(event -> {
            String stem = selected().file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
            files.exported(getScene().getWindow(), stem, true)
                    .ifPresent(target -> model.export(selected().file(), target));
        });
        Button take = button("library-take", Feather.PLUS, "ui.train.models.take", "ui.train.models.take.tip");
        take.setOnAction(event -> {
            var chosen = files.models(getScene().getWindow());
            if (!chosen.isEmpty()) {
                model.take(chosen);
            }
        });
        HBox actions = new HBox(use, export, take);
        actions.getStyleClass().add("model-actions");
        actions.setAlignment(Pos.CENTER_LEFT);
        return actions;
    }

    private @Nullable Entry selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void show(@Nullable Entry entry) {
        if (entry == null) {
            card.setContent(null);
            return;
        }
        FactGrid grid = new FactGrid(new CardFacts(messages)
                        .of(
                                entry.description().card(),
                                entry.description().tileThreshold(),
                                entry.description().temperature())
                        .stream()
                        .map(fact -> new RunWords.Fact(fact.name(), fact.value()))
                        .toList());
        grid.getStyleClass().add("model-card-grid");
        card.setContent(grid);
        card.setVvalue(0);
    }

    private void onlyIfWide(TableColumn<Entry, String> column) {
        column.visibleProperty().bind(table.widthProperty().greaterThan(WIDE));
    }

    private TableColumn<Entry, String> column(String key, double width, Function<Entry, String> text) {
        TableColumn<Entry, String> column = new TableColumn<>(messages.get("ui.train.column." + key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        if (key.equals("accuracy")) {
            column.getStyleClass().add("number-column");
        }
        table.getColumns().add(column);
        return column;
    }

    private Button button(String id, Feather icon, String key, String tipKey) {
        Button button = new Button(messages.get(key), Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.get(tipKey)));
        return button;
    }
}

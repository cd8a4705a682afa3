package io.crackscope.ui.report;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Shortcut;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The report of the open project: choices at the left, its pages as they will be printed, saving. */
public final class ReportView extends BorderPane {
    private final ReportViewModel model;
    private final ReportDialogs dialogs;
    private final Runnable close;
    private final Messages messages;
    private final ReportOptionsPane choices;

    /** {@code close} takes the view away again. */
    public ReportView(ReportViewModel model, ReportDialogs dialogs, Runnable close, Messages messages) {
        this.model = model;
        this.dialogs = dialogs;
        this.close = close;
        this.messages = messages;
        getStyleClass().add("report");
        choices = new ReportOptionsPane(model, dialogs, messages);
        ScrollPane options = new ScrollPane(choices);
        options.setFitToWidth(true);
        options.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        options.getStyleClass().add("report-options-scroll");
        setTop(bar());
        setLeft(options);
        setCenter(new PagesPane(model, messages));
        setBottom(new SavingBar(model, messages));
    }

    private HBox bar() {
        Button back = new Button(messages.get("ui.report.back"), Icons.of(Feather.ARROW_LEFT));
        back.setId("report-back");
        back.getStyleClass().add("flat");
        back.setTooltip(new Tooltip(messages.get("ui.report.back.tip")));
        back.setOnAction(event -> back());
        Label title = new Label(messages.get("ui.report.title"));
        title.getStyleClass().add("sheet-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label count = new Label();
        count.setId("report-page-count");
        count.getStyleClass().add("report-count");
        count.textProperty()
                .bind(model.pageCountProperty()
                        .map(pages -> pages.intValue() == 0 ? "" : messages.get("ui.report.page_count", pages)));
        MenuButton others = new MenuButton(messages.get("ui.report.export"));
        others.setId("report-export");
        for (ReportFormat format : ReportFormat.values()) {
            if (format != ReportFormat.PDF) {
                MenuItem item = new MenuItem(messages.get("ui.report.format." + format.word()));
                item.setOnAction(event -> save(format));
                others.getItems().add(item);
            }
        }
        others.disableProperty().bind(model.canSaveProperty().not());
        Button save = new Button(messages.get("ui.report.save"), Icons.of(Feather.DOWNLOAD));
        save.setId("report-save");
        save.getStyleClass().add("accent");
        save.setTooltip(new Tooltip(messages.get("ui.report.save.tip")));
        save.disableProperty().bind(model.canSaveProperty().not());
        save.setOnAction(event -> save(ReportFormat.PDF));
        HBox bar = new HBox(back, title, gap, count, others, save);
        bar.getStyleClass().add("tool-bar-row");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void save(ReportFormat format) {
        // Ctrl+S does not take the focus from the field in which a person types
        choices.commit();
        if (model.canSaveProperty().get()) {
            dialogs.saveAs(getScene().getWindow(), format, model.fileName())
                    .ifPresent(file -> model.save(format, file));
        }
    }

    /** Stops saving if that runs, else leaves the report. */
    private void leave() {
        if (model.savingProperty().get() instanceof Saving.Running) {
            model.cancel();
        } else {
            back();
        }
    }

    private void back() {
        choices.commit();
        close.run();
    }

    /** The keys of this view. */
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.control(messages.get("ui.report.save"), () -> save(ReportFormat.PDF), KeyCode.S),
                Shortcut.plain(messages.get("ui.report.back"), this::leave, KeyCode.ESCAPE));
    }
}

package io.crackscope.ui.report;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.EmptyState;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pages of the report below one another, as they will be printed. */
final class PagesPane extends StackPane {
    private final ListView<Integer> pages = new ListView<>();
    private final ReportViewModel model;

    PagesPane(ReportViewModel model, Messages messages) {
        this.model = model;
        getStyleClass().add("report-pages");
        pages.setId("report-pages");
        pages.setAccessibleText(messages.get("ui.report.pages.accessible"));
        pages.getStyleClass().add("report-page-list");
        pages.setCellFactory(list -> new PageCell(model, messages));
        resizePages();
        model.options().paperProperty().addListener(change -> resizePages());
        model.pagesProperty().addListener(change -> refresh());
        model.pageCountProperty().addListener(change -> refresh());

        Label setting = new Label(messages.get("ui.report.pages.setting"));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(16, 16);
        HBox working = new HBox(busy, setting);
        working.getStyleClass().add("report-working");
        working.setAlignment(Pos.CENTER);
        working.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        working.visibleProperty().bind(model.pagesProperty().isEqualTo(ReportViewModel.Pages.SETTING));
        StackPane.setAlignment(working, Pos.TOP_CENTER);

        EmptyState none = new EmptyState(
                Feather.FILE_TEXT, messages.get("ui.report.empty.title"), messages.get("ui.report.empty.text"));
        none.visibleProperty().bind(model.pagesProperty().isEqualTo(ReportViewModel.Pages.NONE));
        Label why = new Label();
        why.textProperty().bind(model.problemProperty());
        why.setWrapText(true);
        VBox failed = new EmptyState(
                Feather.ALERT_TRIANGLE,
                messages.get("ui.report.failed.title"),
                messages.get("ui.report.failed.text"),
                why);
        failed.visibleProperty().bind(model.pagesProperty().isEqualTo(ReportViewModel.Pages.FAILED));
        pages.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.pageCountProperty().get() > 0
                                && model.pagesProperty().get() != ReportViewModel.Pages.FAILED,
                        model.pageCountProperty(),
                        model.pagesProperty()));
        getChildren().addAll(pages, none, failed, working);
        refresh();
    }

    private void resizePages() {
        pages.setFixedCellSize(PageCell.height(model.options().paperProperty().get()) + PageCell.GAP);
    }

    /** The same list where the number stays, so that a reader keeps the place. */
    private void refresh() {
        int count = model.pageCountProperty().get();
        if (pages.getItems().size() > count) {
            pages.getItems().remove(count, pages.getItems().size());
        }
        for (int i = pages.getItems().size(); i < count; i++) {
            pages.getItems().add(i);
        }
        if (model.pagesProperty().get() == ReportViewModel.Pages.READY) {
            pages.refresh();
        }
    }
}

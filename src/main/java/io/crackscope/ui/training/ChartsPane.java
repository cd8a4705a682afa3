package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;

/** The charts with what their lines mean, and what can be done with them. */
final class ChartsPane extends BorderPane {
    private final CurveCharts charts;
    private final ChartExport export;
    private final TrainingFiles files;
    private final Messages messages;
    private final FlowPane legend = new FlowPane();
    private List<RunCurve> shown = List.of();

    ChartsPane(ChartExport export, TrainingFiles files, Messages messages) {
        this.export = export;
        this.files = files;
        this.messages = messages;
        charts = new CurveCharts(messages);
        charts.setId("curve-charts");
        setId("charts-pane");
        getStyleClass().add("charts-pane");
        legend.getStyleClass().add("chart-legend");
        HBox.setHgrow(legend, Priority.ALWAYS);
        ToggleButton log = new ToggleButton(messages.get("ui.train.chart.log"));
        log.setId("chart-log");
        log.getStyleClass().add("small");
        log.setMinWidth(USE_PREF_SIZE);
        log.setTooltip(new Tooltip(messages.get("ui.train.chart.log.tip")));
        log.selectedProperty().bindBidirectional(charts.logarithmicProperty());
        Button all = new Button(null, Icons.of(Feather.MAXIMIZE));
        all.setId("chart-all");
        all.getStyleClass().addAll("small", "button-icon", "flat");
        all.setAccessibleText(messages.get("ui.train.chart.all"));
        all.setTooltip(new Tooltip(messages.get("ui.train.chart.all.tip")));
        all.setOnAction(event -> charts.showAll());
        HBox header = new HBox(legend, log, all, exports());
        header.getStyleClass().add("chart-header");
        header.setAlignment(Pos.CENTER_LEFT);
        setTop(header);
        setCenter(charts);
    }

    private MenuButton exports() {
        MenuButton menu = new MenuButton(null, Icons.of(Feather.DOWNLOAD));
        menu.setId("chart-export");
        menu.getStyleClass().addAll("small", "flat", "icon-menu");
        menu.setAccessibleText(messages.get("ui.train.chart.export"));
        menu.setTooltip(new Tooltip(messages.get("ui.train.chart.export")));
        for (ChartExport.Format format : ChartExport.Format.values()) {
            MenuItem item = new MenuItem(messages.get("ui.train.chart.export." + format.ending()));
            item.setOnAction(event -> files.charts(getScene().getWindow(), format.ending())
                    .ifPresent(file ->
                            export.write(shown, charts.logarithmicProperty().get(), file, format)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Shows other curves. */
    void show(List<RunCurve> curves) {
        shown = List.copyOf(curves);
        showLegend();
        charts.show(curves);
    }

    /** Draws what the curves have become. */
    void refresh() {
        charts.refresh();
    }

    private void showLegend() {
        List<Node> items = new ArrayList<>();
        if (shown.size() == 1) {
            items.add(item(0, false, false, messages.get("ui.train.legend.train")));
            items.add(item(1, false, false, messages.get("ui.train.legend.validation")));
            items.add(item(-1, true, false, messages.get("ui.train.legend.rate")));
        } else {
            for (int i = 0; i < shown.size(); i++) {
                items.add(item(i, false, false, shown.get(i).name()));
            }
            items.add(item(-1, false, true, messages.get("ui.train.legend.faint")));
        }
        legend.getChildren().setAll(items);
    }

    private static Node item(int series, boolean dashed, boolean thin, String words) {
        Line line = new Line(0, 0, 18, 0);
        line.getStyleClass().addAll("legend-line", series < 0 ? "legend-muted" : "legend-" + series % 6);
        line.setStrokeWidth(thin || dashed ? 1.2 : 2.5);
        if (dashed) {
            line.getStrokeDashArray().setAll(4.0, 3.0);
        }
        Label label = new Label(words, line);
        label.getStyleClass().add("legend-item");
        return label;
    }
}

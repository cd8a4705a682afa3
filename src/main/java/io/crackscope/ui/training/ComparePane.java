package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.training.RunRecord;
import io.crackscope.ui.common.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** Several runs beside each other: whether the later ones are better than the first, and in what they differ. */
final class ComparePane extends ScrollPane {
    private static final double COLUMN = 104;
    /** Words are as wide as the table of two runs, so that the pane need not scroll sideways. */
    private static final double WORDS = 286;

    private final Messages messages;
    private final RunWords words;
    private final VBox content = new VBox();

    ComparePane(Messages messages) {
        this.messages = messages;
        this.words = new RunWords(messages);
        setId("compare-pane");
        getStyleClass().addAll("plain-scroll", "run-pane");
        content.getStyleClass().add("run-content");
        setContent(content);
        setFitToHeight(false);
    }

    /** Shows these runs, at least two. */
    void show(HistoryViewModel.Shown shown) {
        content.getChildren().clear();
        List<RunRecord> runs = shown.runs();
        List<String> heads = shown.curves().stream().map(RunCurve::name).toList();
        content.getChildren().add(label(messages.get("ui.train.compare", runs.size()), "run-state"));
        for (int i = 1; i < runs.size(); i++) {
            Label verdict = label(
                    messages.get(
                            "ui.train.compare.verdict",
                            heads.get(i),
                            words.verdict(shown.tests().get(i - 1)),
                            heads.getFirst()),
                    "compare-verdict");
            verdict.getStyleClass()
                    .add("verdict-" + shown.tests().get(i - 1).verdict().name().toLowerCase(java.util.Locale.ROOT));
            verdict.setMaxWidth(WORDS);
            Label grounds = label(words.grounds(shown.tests().get(i - 1)), "field-help");
            grounds.setMaxWidth(WORDS);
            content.getChildren().addAll(verdict, grounds);
        }
        table("ui.train.facts.scores", heads, runs.stream().map(words::scores).toList(), false);
        table(
                "ui.train.compare.differences",
                heads,
                runs.stream().map(words::settings).toList(),
                true);
    }

    private void table(String titleKey, List<String> runs, List<List<RunWords.Fact>> facts, boolean onlyDifferences) {
        content.getChildren().add(label(messages.get(titleKey), "section-title"));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("compare-grid");
        grid.getColumnConstraints().add(new ColumnConstraints(84));
        List<Node> heads = new ArrayList<>();
        heads.add(new Label());
        for (int i = 0; i < runs.size(); i++) {
            grid.getColumnConstraints().add(new ColumnConstraints(COLUMN));
            Rectangle colour = new Rectangle(10, 10);
            colour.getStyleClass().add("legend-fill-" + i % 6);
            Label head = label(runs.get(i), "compare-head");
            head.setGraphic(colour);
            heads.add(head);
        }
        grid.addRow(0, heads.toArray(Node[]::new));
        for (String name : names(facts)) {
            List<String> values = facts.stream().map(of -> value(of, name)).toList();
            boolean differs = values.stream().distinct().count() > 1;
            if (differs || !onlyDifferences) {
                List<Node> cells = new ArrayList<>();
                cells.add(label(name, "fact-name"));
                values.forEach(value -> cells.add(label(value, "fact-value")));
                grid.addRow(grid.getRowCount(), cells.toArray(Node[]::new));
            }
        }
        boolean isEmpty = grid.getRowCount() == 1;
        content.getChildren().add(isEmpty ? label(messages.get("ui.train.compare.same"), "field-help") : grid);
    }

    private static List<String> names(List<List<RunWords.Fact>> facts) {
        return facts.stream()
                .flatMap(List::stream)
                .map(RunWords.Fact::name)
                .distinct()
                .toList();
    }

    private static String value(List<RunWords.Fact> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(RunWords.Fact::value)
                .findFirst()
                .orElse("\u2013");
    }

    private static Label label(String text, String styleClass) {
        Label label = Labels.wrapped(text, styleClass);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}

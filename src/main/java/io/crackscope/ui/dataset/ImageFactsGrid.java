package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.ImageState;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Magnitude;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.text.Messages;
import io.crackscope.text.PhotoFigures;
import io.crackscope.text.WholePercent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What is known of an image, as names and values; what is not known has no row. */
final class ImageFactsGrid extends GridPane {
    private final Messages messages;
    private final ImageWords words;

    ImageFactsGrid(Messages messages, ImageWords words) {
        this.messages = messages;
        this.words = words;
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** Shows image {@code number}; {@code facts} where its file has been read. */
    void show(ImageSet set, int number, @Nullable PhotoFacts facts) {
        getChildren().clear();
        ImageTable table = set.table();
        fact("ui.set.fact.file", table.path(number));
        fact("ui.set.fact.part", words.part(table.state(number).part()));
        fact("ui.set.fact.group", table.group(number).orElse(""));
        if (!Float.isNaN(table.probability(number))) {
            fact("ui.set.fact.model", messages.get("ui.set.says", WholePercent.of(table.probability(number))));
        }
        table.measures(number).ifPresent(found -> {
            fact("ui.facts.size", new PhotoFigures(messages).size(found.width(), found.height()));
            fact("ui.set.fact.brightness", magnitude(Magnitude.BRIGHTNESS, table, number));
            fact("ui.set.fact.sharpness", magnitude(Magnitude.SHARPNESS, table, number));
        });
        if (facts != null) {
            DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(messages.locale());
            fact("ui.facts.taken", facts.taken().map(format::format).orElse(""));
            fact("ui.facts.camera", facts.camera().orElse(""));
        }
        fact("ui.set.fact.history", history(set, number));
    }

    private String magnitude(Magnitude magnitude, ImageTable table, int number) {
        return MagnitudeWords.of(messages, magnitude, magnitude.of(table, number));
    }

    /** What was decided, the latest first; first of all what folder or table say. */
    private String history(ImageSet set, int number) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale())
                .withZone(ZoneId.systemDefault());
        List<String> lines = new ArrayList<>();
        for (ImageSet.Change change : set.history(number).reversed()) {
            lines.add(format.format(change.at()) + "  " + words(change));
        }
        Optional<String> given = set.table().given(number).label().map(label -> words.label(Optional.of(label)));
        lines.add(messages.get("ui.set.history.given", given.orElse(messages.get("ui.set.unlabelled"))));
        return String.join("\n", lines);
    }

    private String words(ImageSet.Change change) {
        ImageState before = change.before();
        ImageState after = change.after();
        List<String> parts = new ArrayList<>();
        if (!before.label().equals(after.label())) {
            parts.add(words.label(after.label()));
        }
        if (before.excluded() != after.excluded()) {
            parts.add(messages.get(after.excluded() ? "ui.set.history.excluded" : "ui.set.history.included"));
        }
        if (!before.part().equals(after.part())) {
            parts.add(words.part(after.part()));
        }
        return String.join(", ", parts);
    }

    private void fact(String key, String value) {
        if (!value.isEmpty()) {
            Label name = new Label(messages.get(key));
            name.getStyleClass().add("fact-name");
            GridPane.setValignment(name, VPos.TOP);
            addRow(getRowCount(), name, Panes.text(value, "fact-value"));
        }
    }
}

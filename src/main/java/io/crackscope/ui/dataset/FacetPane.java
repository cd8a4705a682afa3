package io.crackscope.ui.dataset;

import io.crackscope.dataset.Facet;
import io.crackscope.dataset.ImageFilter;
import io.crackscope.dataset.ImageQuery;
import io.crackscope.dataset.Magnitude;
import io.crackscope.text.Messages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What images can be filtered by, with how many there are of each kind, and how they spread over one magnitude. */
final class FacetPane extends VBox {
    private final BrowseModel browse;
    private final Messages messages;
    private final Map<Facet.Value, CheckBox> boxes = new EnumMap<>(Facet.Value.class);
    private final Map<Facet.Value, Label> counts = new EnumMap<>(Facet.Value.class);
    private final HistogramBar histogram;
    private final Label range = new Label();
    private final Button clear;

    FacetPane(BrowseModel browse, Messages messages) {
        this.browse = browse;
        this.messages = messages;
        getStyleClass().add("facet-pane");
        for (Facet facet : Facet.values()) {
            getChildren().add(facet(facet));
        }
        histogram = new HistogramBar(browse::range);
        histogram.setId("histogram");
        clear = Panes.button("clear-range", messages.get("ui.set.range.clear"));
        clear.getStyleClass().addAll("flat", "small");
        clear.setOnAction(event -> browse.range(Optional.empty()));
        range.getStyleClass().add("facet-note");
        HBox foot = new HBox(range, Panes.gap(), clear);
        foot.setAlignment(Pos.CENTER_LEFT);
        ChoiceBox<Magnitude> magnitude = magnitudes();
        VBox spread = new VBox(magnitude, histogram, foot);
        spread.getStyleClass().add("facet");
        getChildren().add(spread);
        browse.numbersProperty().addListener((observable, before, now) -> show(now));
        browse.filterProperty().addListener((observable, before, now) -> choose(now));
        show(browse.numbersProperty().get());
        choose(browse.filterProperty().get());
    }

    private VBox facet(Facet facet) {
        Label title = new Label(messages.get("ui.set.facet." + facet.name().toLowerCase(java.util.Locale.ROOT)));
        title.getStyleClass().add("facet-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("facet");
        for (Facet.Value value : Facet.Value.values()) {
            if (value.facet() == facet) {
                box.getChildren().add(row(value));
            }
        }
        return box;
    }

    private HBox row(Facet.Value value) {
        CheckBox kind = new CheckBox(messages.get("ui.set.kind." + value.key()));
        kind.setId("kind-" + value.key());
        kind.setOnAction(event -> browse.choose(value, kind.isSelected()));
        Label count = new Label();
        count.getStyleClass().add("facet-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        boxes.put(value, kind);
        counts.put(value, count);
        HBox row = new HBox(kind, Panes.gap(), count);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ChoiceBox<Magnitude> magnitudes() {
        ChoiceBox<Magnitude> choice = new ChoiceBox<>();
        choice.setId("magnitude");
        choice.getItems().setAll(Magnitude.values());
        choice.setValue(browse.magnitudeProperty().get());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(messages.get("ui.set.magnitude"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Magnitude magnitude) {
                return magnitude == null ? "" : messages.get("ui.set.magnitude." + magnitude.key());
            }

            @Override
            public Magnitude fromString(String text) {
                throw new UnsupportedOperationException("nobody types a magnitude");
            }
        });
        choice.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                browse.magnitude(now);
            }
        });
        return choice;
    }

    private void show(ImageQuery numbers) {
        counts.forEach((value, label) -> {
            int count = numbers.counts().getOrDefault(value, 0);
            label.setText(messages.get("ui.set.number", count));
            label.setOpacity(count == 0 ? 0.5 : 1);
            boxes.get(value).setDisable(count == 0 && !boxes.get(value).isSelected());
        });
        showRange();
    }

    private void choose(ImageFilter filter) {
        boxes.forEach((value, box) -> box.setSelected(filter.kinds().contains(value)));
        showRange();
    }

    private void showRange() {
        ImageQuery.Histogram spread = browse.numbersProperty().get().histogram();
        Magnitude magnitude = browse.magnitudeProperty().get();
        Optional<ImageFilter.Range> chosen =
                Optional.ofNullable(browse.filterProperty().get().ranges().get(magnitude));
        histogram.show(spread, chosen);
        boolean isKnown = java.util.Arrays.stream(spread.counts()).sum() > 0;
        double least = chosen.map(ImageFilter.Range::least).orElse(spread.least());
        double most = chosen.map(ImageFilter.Range::most).orElse(spread.most());
        String words = isKnown || chosen.isPresent()
                ? messages.get(
                        "ui.set.range",
                        MagnitudeWords.of(messages, magnitude, least),
                        MagnitudeWords.of(messages, magnitude, most))
                : messages.get("ui.set.range.unknown");
        range.setText(words);
        histogram.setAccessibleText(messages.get("ui.set.magnitude." + magnitude.key()) + ", " + words);
        Panes.showIf(clear, chosen.isPresent());
    }
}

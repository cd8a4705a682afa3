package io.crackscope.reporting;

import io.crackscope.domain.ClassScore;
import io.crackscope.domain.Label;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.Scorecard;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** A model card in words: the same in a scorecard and in the window. */
public final class CardFacts {
    private final Messages messages;
    private final Numbers numbers;
    private final SplitWords splits;

    public CardFacts(Messages messages) {
        this.messages = messages;
        this.numbers = new Numbers(messages.locale());
        this.splits = new SplitWords(messages);
    }

    /** One line of the card; {@code value} may hold several lines. */
    public record Fact(String name, String value) {}

    /**
     * The card.
     *
     * @param threshold crack probability from which the model calls a tile crack
     * @param temperature divides its logits
     */
    public List<Fact> of(ModelCard card, double threshold, double temperature) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "preset", messages.get("report.card.preset.value", card.preset(), card.created()));
        add(facts, "data", String.join("\n", card.data()));
        add(facts, "split", splits.of(card.split()));
        add(
                facts,
                "parts",
                messages.get(
                        "report.card.parts.value",
                        Numbers.count(card.trainImages()),
                        Numbers.count(card.validationImages()),
                        Numbers.count(card.testImages())));
        add(facts, "epochs", messages.get("report.card.epochs.value", card.bestEpoch(), card.epochs()));
        add(
                facts,
                "reading",
                messages.get("report.card.reading.value", numbers.fixed(threshold, 3), numbers.fixed(temperature, 2)));
        add(facts, "test", card.test().map(this::test).orElseGet(() -> messages.get("report.card.test.none")));
        add(facts, "limits", String.join("\n", card.limits()));
        add(facts, "untested", messages.get("report.card.untested.value"));
        add(facts, "attribution", String.join("\n", card.attribution()));
        return facts;
    }

    private String test(Scorecard test) {
        ClassScore crack = test.confusion().score(Label.CRACK);
        return messages.get(
                        "report.card.test.value",
                        Numbers.count(test.images()),
                        Numbers.count(test.groups()),
                        splits.of(test.split()),
                        figure(numbers.percent(test.accuracy()), numbers.percents(test.accuracyInterval())),
                        figure(numbers.decimal(test.auroc()), numbers.decimals(test.aurocInterval())))
                + "\n"
                + messages.get(
                        "report.card.test.more",
                        figure(
                                numbers.percent(crack.precision()),
                                numbers.percents(test.crackIntervals().precision())),
                        figure(
                                numbers.percent(crack.recall()),
                                numbers.percents(test.crackIntervals().recall())),
                        figure(
                                numbers.decimal(test.calibrationError()),
                                numbers.decimals(test.calibrationErrorInterval())));
    }

    private static String figure(String value, String interval) {
        return interval.isEmpty() ? value : value + " (" + interval + ")";
    }

    private void add(List<Fact> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(messages.get("report.card." + key), value));
        }
    }
}

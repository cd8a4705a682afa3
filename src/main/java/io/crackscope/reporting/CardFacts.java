package io.crackscope.reporting;

import io.crackscope.domain.ClassScore;
import io.crackscope.domain.Label;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.Scorecard;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A model card in words: the same in a scorecard and in the window. */
public final class CardFacts {
    private final Messages messages;

    public CardFacts(Messages messages) {
        this.messages = messages;
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
        add(facts, "split", card.split());
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
                messages.get(
                        "report.card.reading.value",
                        String.format(Locale.ROOT, "%.3f", threshold),
                        String.format(Locale.ROOT, "%.2f", temperature)));
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
                        test.split(),
                        figure(Numbers.percent(test.accuracy()), Numbers.percents(test.accuracyInterval())),
                        figure(Numbers.decimal(test.auroc()), Numbers.decimals(test.aurocInterval())))
                + "\n"
                + messages.get(
                        "report.card.test.more",
                        figure(
                                Numbers.percent(crack.precision()),
                                Numbers.percents(test.crackIntervals().precision())),
                        figure(
                                Numbers.percent(crack.recall()),
                                Numbers.percents(test.crackIntervals().recall())),
                        figure(
                                Numbers.decimal(test.calibrationError()),
                                Numbers.decimals(test.calibrationErrorInterval())));
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

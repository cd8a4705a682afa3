package io.crackscope.ui.training;

import io.crackscope.domain.ClassScore;
import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.PairedTest;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.reporting.SplitWords;
import io.crackscope.text.Messages;
import io.crackscope.text.ScoreFigures;
import io.crackscope.training.RunRecord;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run of the history in words: settings, data, scores, how it stands. */
final class RunWords {
    private final Messages messages;
    private final ScoreFigures figures;

    RunWords(Messages messages) {
        this.messages = messages;
        this.figures = new ScoreFigures(messages.locale());
    }

    /** A name and what it is. */
    record Fact(String name, String value) {}

    /** Data and settings, in the order of the form. */
    List<Fact> settings(RunRecord run) {
        TrainingPlan plan = run.plan();
        RunRecord.Data data = run.data();
        List<Fact> facts = new ArrayList<>();
        add(facts, "ui.train.section.data", names(data.folders()));
        add(facts, "ui.train.train_only", names(data.trainOnly()));
        add(facts, "ui.train.split", split(run));
        add(
                facts,
                "ui.train.facts.parts",
                messages.get("ui.train.facts.parts.value", data.train(), data.validation(), data.test()));
        add(facts, "ui.train.from", data.from() == null ? messages.get("ui.train.from.scratch") : data.from());
        add(facts, "ui.train.preset", plan.preset().word());
        add(facts, "ui.train.input_size", number(plan.inputSize()));
        add(facts, "ui.train.epochs", number(plan.epochs()));
        add(facts, "ui.train.patience", number(plan.patience()));
        add(facts, "ui.train.batch", number(plan.batch()));
        add(facts, "ui.train.learning_rate", number(plan.learningRate()));
        add(facts, "ui.train.schedule", messages.get("ui.train.schedule." + word(plan.schedule())));
        add(facts, "ui.train.section.augmentation", augmentation(plan.augmentation()));
        add(facts, "ui.train.class_weights", messages.get(plan.classWeights() ? "ui.train.yes" : "ui.train.no"));
        add(facts, "ui.train.label_smoothing", number(plan.labelSmoothing()));
        add(facts, "ui.train.weight_decay", number(plan.weightDecay()));
        add(facts, "ui.train.averaging", number(plan.averaging()));
        add(facts, "ui.train.seed", number(plan.seed()));
        return facts;
    }

    private String names(List<String> folders) {
        return folders.isEmpty()
                ? messages.get("ui.train.run.unknown")
                : folders.stream()
                        .map(folder -> String.valueOf(Path.of(folder).getFileName()))
                        .collect(Collectors.joining(", "));
    }

    private String augmentation(Augmentation augmentation) {
        if (augmentation.equals(Augmentation.NONE)) {
            return messages.get("ui.train.augment.none");
        } else if (augmentation.equals(Augmentation.STANDARD)) {
            return messages.get("ui.train.augment.standard");
        }
        return messages.get(
                "ui.train.augment.own.value",
                messages.get(augmentation.flips() ? "ui.train.yes" : "ui.train.no"),
                number(augmentation.scale()),
                number(augmentation.light()),
                number(augmentation.grey()),
                number(augmentation.blur()),
                number(augmentation.noise()),
                number(augmentation.jpeg()));
    }

    /** The learning curve and the score on the test part, as far as they are there. */
    List<Fact> scores(RunRecord run) {
        List<Fact> facts = new ArrayList<>();
        if (run.bestEpoch() > 0 && run.bestEpoch() <= run.epochs().size()) {
            EpochScore best = run.epochs().get(run.bestEpoch() - 1);
            add(
                    facts,
                    "ui.train.facts.best",
                    messages.get(
                            "ui.train.facts.best.value",
                            run.bestEpoch(),
                            run.epochs().size()));
            add(facts, "ui.train.facts.validation_loss", decimal(best.validationLoss()));
            add(facts, "ui.train.facts.validation_accuracy", percent(best.validationAccuracy()));
        }
        if (run.test() != null) {
            facts.addAll(score(run.test()));
        }
        return facts;
    }

    /** The figures of a test. */
    List<Fact> score(Scorecard test) {
        List<Fact> facts = new ArrayList<>();
        ConfusionMatrix confusion = test.confusion();
        ClassScore crack = confusion.score(Label.CRACK);
        add(
                facts,
                "ui.train.facts.accuracy",
                with(percent(test.accuracy()), figures.percents(test.accuracyInterval())));
        add(
                facts,
                "ui.train.facts.precision",
                with(
                        percent(crack.precision()),
                        figures.percents(test.crackIntervals().precision())));
        add(
                facts,
                "ui.train.facts.recall",
                with(
                        percent(crack.recall()),
                        figures.percents(test.crackIntervals().recall())));
        add(facts, "ui.train.facts.auroc", with(decimal(test.auroc()), figures.decimals(test.aurocInterval())));
        add(
                facts,
                "ui.train.facts.cracks",
                messages.get("ui.train.facts.cracks.value", confusion.tp(), confusion.fn()));
        add(facts, "ui.train.facts.clean", messages.get("ui.train.facts.clean.value", confusion.tn(), confusion.fp()));
        return facts;
    }

    /** What a test of pairs says of the second model. */
    String verdict(PairedTest test) {
        return messages.get("ui.train.verdict." + word(test.verdict()));
    }

    /** What the verdict rests on. */
    String grounds(PairedTest test) {
        if (test.images() < PairedTest.LEAST_IMAGES) {
            return messages.get("ui.train.verdict.few", test.images(), PairedTest.LEAST_IMAGES);
        }
        return messages.get(
                "ui.train.verdict.grounds",
                test.images(),
                signed(100 * test.difference()),
                signed(100 * test.interval().low()),
                signed(100 * test.interval().high()),
                test.onlySecond(),
                test.onlyFirst(),
                test.p() < 0.001 ? "< 0.001" : number(Math.round(test.p() * 1000) / 1000.0));
    }

    /** How its images were held out. */
    String split(RunRecord run) {
        return split(run.data().split());
    }

    /** A way to hold out, by what runs and cards keep of it, to stand alone. */
    String split(String kept) {
        String words = new SplitWords(messages).of(kept);
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(messages.locale()) + words.substring(1);
    }

    /** How it stands, a word or two. */
    String state(RunRecord run) {
        return messages.get("ui.train.state." + word(run.state()));
    }

    /** Why it is over; empty where there is nothing to explain. */
    String ending(RunRecord run) {
        if (run.ending() == null) {
            return run.state() == RunRecord.State.INTERRUPTED ? messages.get("ui.train.ending.interrupted") : "";
        }
        String cause = run.ending().cause();
        return switch (cause) {
            case "epochs_done", "no_improvement" -> messages.get("ui.train.end." + cause);
            case "stopped" -> messages.get("ui.train.ending.stopped");
            case RunRecord.Ending.BROKEN ->
                messages.get("ui.train.ending.broken", run.ending().reason());
            default ->
                messages.get("ui.train.problem." + cause) + ". "
                        + messages.get("ui.train.remedy." + cause, run.ending().reason());
        };
    }

    /** Its name, with the time it began as far as that tells it from its {@code namesakes}. */
    String name(RunRecord run, List<RunRecord> namesakes) {
        if (namesakes.isEmpty()) {
            return run.name();
        }
        return Stream.of(
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT),
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT),
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM))
                .filter(format -> namesakes.stream()
                        .noneMatch(other -> started(other, format).equals(started(run, format))))
                .findFirst()
                .map(format -> run.name() + " \u00B7 " + started(run, format))
                .orElse(run.name() + " \u00B7 " + run.id());
    }

    /** When it began, as people here write it. */
    String started(RunRecord run) {
        return started(run, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT));
    }

    private String started(RunRecord run, DateTimeFormatter format) {
        try {
            return format.withLocale(messages.locale())
                    .format(Instant.parse(run.started()).atZone(ZoneId.systemDefault()));
        } catch (DateTimeParseException e) {
            return run.started();
        }
    }

    String percent(double share) {
        return figures.percent(share);
    }

    String decimal(double value) {
        return figures.decimal(value);
    }

    private static String with(String value, String interval) {
        return interval.isEmpty() ? value : value + " (" + interval + ")";
    }

    private String signed(double value) {
        return Double.isNaN(value) ? ScoreFigures.NONE : format("+0.0;\u22120.0", value);
    }

    private String number(double value) {
        return format("0.######", value);
    }

    private String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(messages.locale())).format(value);
    }

    private void add(List<Fact> facts, String key, String value) {
        facts.add(new Fact(messages.get(key), value));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

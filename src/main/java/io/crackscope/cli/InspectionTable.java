package io.crackscope.cli;

import io.crackscope.domain.Verdict;
import io.crackscope.inspection.InspectionOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The verdicts on the terminal, a row a photo as soon as it is known, and the counts at the end. */
final class InspectionTable {
    private final Console console;
    private final boolean shown;
    private final List<String> held = new ArrayList<>();
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final int verdictWidth;
    private final long start = System.nanoTime();

    private int inspected;
    private int refused;

    /** Where not {@code shown}, rows are held back until {@link #showHeld()}. */
    InspectionTable(Console console, boolean shown) {
        this.console = console;
        this.shown = shown;
        int width = console.text("cli.table.verdict").length();
        for (Verdict verdict : Verdict.values()) {
            width = Math.max(width, word(verdict).length());
        }
        this.verdictWidth = width;
    }

    void photo(InspectionOutcome outcome) {
        switch (outcome) {
            case InspectionOutcome.Inspected done -> {
                if (inspected++ == 0) {
                    row(heading());
                }
                counts.merge(done.verdict(), 1, Integer::sum);
                row(text(done));
            }
            case InspectionOutcome.Refused no -> {
                refused++;
                console.refused(no.file(), no.refusal());
            }
        }
    }

    /** Prints the counts. */
    void finish() {
        row("");
        row(console.text(
                "cli.inspect.summary",
                inspected,
                counts.getOrDefault(Verdict.CRACK, 0),
                counts.getOrDefault(Verdict.UNCERTAIN, 0),
                counts.getOrDefault(Verdict.NO_CRACK, 0),
                refused,
                Figure.seconds((System.nanoTime() - start) / 1_000_000)));
    }

    /** Shows the rows that were held back: their file could not be written. */
    void showHeld() {
        held.forEach(console::line);
        held.clear();
    }

    /** Photos inspected and refused so far. */
    int judged() {
        return inspected + refused;
    }

    int inspected() {
        return inspected;
    }

    int refused() {
        return refused;
    }

    private void row(String text) {
        if (shown) {
            console.line(text);
        } else {
            held.add(text);
        }
    }

    private String heading() {
        return line(
                console.text("cli.table.verdict"),
                console.text("cli.table.probability"),
                console.text("cli.table.size"),
                console.text("cli.table.time"),
                console.text("cli.table.photo"));
    }

    private String text(InspectionOutcome.Inspected done) {
        String plain = line(
                word(done.verdict()),
                Figure.wholePercent(done.probability()),
                done.facts().width() + " x " + done.facts().height(),
                Figure.seconds(done.millis()),
                Console.plain(done.file().toString()));
        return console.coloured(plain.substring(0, verdictWidth), colour(done.verdict()))
                + plain.substring(verdictWidth);
    }

    private String line(String verdict, String probability, String size, String time, String photo) {
        return String.format("%-" + verdictWidth + "s  %7s  %13s  %8s  %s", verdict, probability, size, time, photo);
    }

    private String word(Verdict verdict) {
        return console.text("cli.verdict." + verdict.word());
    }

    /** The Okabe-Ito colours of the window, as near as 256 colours come. */
    private static int colour(Verdict verdict) {
        return switch (verdict) {
            case CRACK -> 166;
            case UNCERTAIN -> 214;
            case NO_CRACK -> 36;
        };
    }
}

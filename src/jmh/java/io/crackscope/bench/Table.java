package io.crackscope.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The one table: a row is printed as soon as it is known, the whole as Markdown at the end. */
final class Table {
    private static final String HEAD = "| what | median | spread | n | unit | remark |\n|---|---|---|---|---|---|";

    private final PrintStream live;
    private final List<String> rows = new ArrayList<>();

    /** Prints rows on {@code live} as they come. */
    Table(PrintStream live) {
        this.live = live;
    }

    void row(String what, Measured measured, String unit, String remark) {
        add(what, Measured.figure(measured.median()), measured.spread(), measured.values().length, unit, remark);
    }

    /** A row without a figure: {@code why} says what is missing. */
    void missing(String what, String why) {
        add(what, "not measured", "-", 0, "", why);
    }

    private void add(String what, String median, String spread, int n, String unit, String remark) {
        String row = "| " + String.join(" | ", what, median, spread, String.valueOf(n), unit, remark.strip()) + " |";
        rows.add(row);
        live.println(row);
    }

    /** All rows so far, as Markdown. */
    String markdown() {
        return HEAD + "\n" + String.join("\n", rows) + "\n";
    }
}
